// Lets the page answer the person before work on a file goes on.
//
// The work is done in the page, not in a worker: its script would have to come from the page's own origin, which the
// bundle's address need not be, and where scripts have to be trusted (`require-trusted-types-for 'script'`), making one
// takes a policy of our own in the page's CSP; trying without is reported as a violation. So what takes long is left to
// the browser's own threads where it has some, and everything else is cut into pieces of a few milliseconds.

/** Resolves in a task of its own. Not by a timer: a page in the background gets one a second. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
