// What trusted proxies say of the client that they were called by.

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

/** Whether the proxy nearest to the client was called by `https`: `X-Forwarded-Proto`, read in the same way. */
export function isSecure(forwarded: string | undefined, trustedProxies: number): boolean {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim());
  // Most proxies replace this header instead of appending to it.
  return trustedProxies > 0 && (hops.at(-trustedProxies) ?? hops.at(-1)) === 'https';
}
