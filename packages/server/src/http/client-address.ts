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
  return withoutPort(hopOf(forwarded, trustedProxies) ?? '') ?? socket;
}

/**
 * Whether the proxy nearest to the client was called by `https`: `X-Forwarded-Proto`, read in the same way. `undefined`
 * where no trusted proxy tells.
 */
export function isSecure(forwarded: string | undefined, trustedProxies: number): boolean | undefined {
  if (trustedProxies === 0 || forwarded === undefined) return undefined;
  // Most proxies replace this header instead of appending to it.
  return (hopOf(forwarded, trustedProxies) ?? hopOf(forwarded, 1)) === 'https';
}

function hopOf(forwarded: string, trustedProxies: number): string | undefined {
  return forwarded
    .split(',')
    .map((hop) => hop.trim())
    .at(-trustedProxies);
}

/** Some proxies add the port, which is another one for each connection; `undefined` for what is no address. */
function withoutPort(hop: string): string | undefined {
  const [, ipv4, bracketed] =
    /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$|^\[([\da-f:.]+)\](?::\d+)?$/i.exec(hop) ?? [];
  return ipv4 ?? bracketed ?? (/^[\da-f]*:[\da-f.]*:[\da-f:.]*$/i.test(hop) ? hop : undefined);
}
