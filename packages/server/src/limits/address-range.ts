// The ranges that an address is counted in. Who has one address often has all of them.

/** One subscriber. IPv4: the first 24 bits. IPv6: the first 56, which is what a household gets. Anything else: itself. */
export function addressRange(address: string): string {
  return cut(address, 56);
}

/** One network: as its range, but for IPv6 the first 48 bits, which anybody gets who asks for a network. */
export function addressNetwork(address: string): string {
  return cut(address, 48);
}

function cut(address: string, bits: 48 | 56): string {
  const bare = address.replace(/%.*$/, '').toLowerCase();
  const ipv4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(bare);
  if (ipv4) return `${ipv4[1]}.0/24`;
  const groups = expand(bare);
  if (!groups) return bare;
  const [a = 0, b = 0, c = 0, d = 0] = groups;
  const last = bits === 56 ? d & 0xff00 : 0;
  return `${[a, b, c, last].map((group) => group.toString(16)).join(':')}::/${bits}`;
}

/** The eight groups of an IPv6 address (RFC 4291, section 2.2). */
function expand(address: string): number[] | undefined {
  if (!/^[0-9a-f:]+$/.test(address) || !address.includes(':')) return undefined;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right].map((group) =>
    parseInt(group, 16),
  );
}
