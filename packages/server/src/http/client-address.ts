// The address that limits on tries count.

/**
 * Each trusted proxy appends the address that it was called from, so the last of them saw the client: it is
 * that many entries from the end. Whatever stands before was written by the client itself.
 *
 * @param forwarded `X-Forwarded-For` as it came
 * @param trustedProxies proxies in front of this server that append to the header; 0 ignores it
 */
export function clientAddress(socket: string, forwarded: string | undefined, trustedProxies: number): string {
  if (trustedProxies === 0 || forwarded === undefined) return socket;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  return hops.at(-trustedProxies) || socket;
}
