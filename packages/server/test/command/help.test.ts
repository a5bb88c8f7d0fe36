// Whoever asks the command line what it can is told, in whichever of the usual ways they ask.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVersion } from '../../src/node/version.ts';
import { lintas, lintasUnread } from '../fixtures/command.ts';

async function ask(...args: string[]): Promise<string> {
  const { code, out, error } = await lintas(args);
  assert.deepEqual([code, error], [0, ''], args.join(' '));
  return out;
}

test('all ways of asking for the overview answer the same, and how to go on', async () => {
  const overview = await ask();
  assert.match(overview, /^Usage: lintas <command>/);
  assert.match(overview, /lintas <command> --help/);
  for (const word of ['help', '--help', '-h']) assert.equal(await ask(word), overview, word);
});

test('all ways of asking for a command answer the same', async () => {
  const keys = await ask('keys', '--help');
  assert.match(keys, /^Usage: lintas keys/);
  for (const words of ['help keys', '--help keys', '-h keys', 'keys -h', 'keys create --tenant x -h']) {
    assert.equal(await ask(...words.split(' ')), keys, words);
  }
});

test('the version is the one of the package', async () => {
  assert.equal(await ask('--version'), `${readVersion()}\n`);
});

test('a command that there is not is no more there when help is asked for', async () => {
  for (const words of ['help kes', 'kes --help', 'kes']) {
    const { code, out, error } = await lintas(words.split(' '));
    assert.deepEqual([code, out], [2, ''], words);
    assert.equal(error, 'lintas: There is no command "kes".\nlintas --help lists them.\n', words);
  }
});

test('what is behind two dashes is a value', async () => {
  const { code, error } = await lintas(['import', '--', '--help']);
  assert.equal(code, 2);
  assert.match(error, /^lintas: Give --tenant/);
});

test('an answer that nobody reads ends with a sentence', async () => {
  for (const args of [['--help'], ['installation-key']]) {
    const { code, error } = await lintasUnread(args);
    assert.equal(code, 1);
    assert.match(error, /^lintas: The output cannot be written \(EPIPE\)\..+\n$/);
  }
});
