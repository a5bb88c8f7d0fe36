// One subscriber counts as one, whichever of their addresses they use, and one network as one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressNetwork, addressRange } from '../../src/limits/address-range.ts';
import { clientAddress, isSecure } from '../../src/http/client-address.ts';

test('IPv4 addresses are counted by their /24, also when written as IPv6', () => {
  assert.equal(addressRange('203.0.113.7'), addressRange('203.0.113.250'));
  assert.equal(addressRange('203.0.113.7'), addressRange('::ffff:203.0.113.9'));
  assert.notEqual(addressRange('203.0.113.7'), addressRange('203.0.114.7'));
});

test('IPv6 addresses are counted by their /56, however they are written', () => {
  const range = addressRange('2001:db8:0:aa00::1');
  assert.equal(range, '2001:db8:0:aa00::/56');
  assert.equal(addressRange('2001:0DB8:0000:aaff:1:2:3:4'), range);
  assert.equal(addressRange('fe80::1%eth0'), addressRange('fe80:0:0:0:5::1'));
  assert.notEqual(addressRange('2001:db8:0:ab00::1'), range);
  assert.equal(addressRange('::1'), '0:0:0:0::/56');
});

test('a network is the /24 of IPv4 and the /48 of IPv6, with all households in it', () => {
  assert.equal(addressNetwork('203.0.113.7'), addressRange('203.0.113.250'));
  assert.equal(addressNetwork('2001:db8:7:aa00::1'), '2001:db8:7:0::/48');
  assert.equal(addressNetwork('2001:db8:7:aa00::1'), addressNetwork('2001:db8:7:bb00::1'));
  assert.notEqual(addressNetwork('2001:db8:7::1'), addressNetwork('2001:db8:8::1'));
});

test('what is no address is counted by itself', () => {
  for (const text of ['', 'unknown', '1.2.3']) {
    assert.equal(addressRange(text), text);
    assert.equal(addressNetwork(text), text);
  }
});

test('the header of proxies counts only as far as they are trusted', () => {
  const forged = '198.51.100.1, 203.0.113.5, 10.0.0.2';
  assert.equal(clientAddress('10.0.0.3', forged, 0), '10.0.0.3');
  assert.equal(clientAddress('10.0.0.3', forged, 1), '10.0.0.2');
  assert.equal(clientAddress('10.0.0.3', forged, 2), '203.0.113.5');
  assert.equal(clientAddress('10.0.0.3', forged, 9), '10.0.0.3');
  assert.equal(clientAddress('10.0.0.3', undefined, 1), '10.0.0.3');
});

test('a port that a proxy adds is no part of the address, and what is no address is not taken for one', () => {
  const seen = (forwarded: string) => clientAddress('10.0.0.3', forwarded, 1);
  assert.equal(seen('203.0.113.5:41234'), '203.0.113.5');
  assert.equal(seen('[2001:db8::1]:443'), '2001:db8::1');
  assert.equal(seen('[2001:db8::1]'), '2001:db8::1');
  assert.equal(seen('2001:db8::1'), '2001:db8::1');
  assert.equal(seen('::ffff:203.0.113.5'), '::ffff:203.0.113.5');
  for (const text of ['', 'unknown', '_hidden', '203.0.113.5:x', 'a:b', '1.2.3', '203.0.113.5 x'])
    assert.equal(seen(text), '10.0.0.3', text);
});

test('whether a connection was encrypted is known only from trusted proxies', () => {
  assert.equal(isSecure('https', 0), undefined);
  assert.equal(isSecure(undefined, 1), undefined);
  assert.equal(isSecure('https', 1), true);
  assert.equal(isSecure('http', 1), false);
  assert.equal(isSecure('https, http', 2), true);
  assert.equal(isSecure('https, http', 1), false);
  assert.equal(isSecure('https', 2), true);
});
