// Leaving in one tab leaves in all of the site: another one may still show a case, or keep what is being answered.

const NAME = 'lintas-exit';

/** Says in the other tabs that the person leaves, and where to. */
export function tellOtherTabs(to: string): void {
  const channel = openChannel();
  channel?.postMessage(to);
  channel?.close();
}

/**
 * Calls `leave` when the person leaves in another tab.
 *
 * @returns stops that
 */
export function onExitElsewhere(leave: (to: string) => void): () => void {
  const channel = openChannel();
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => leave(String(data)));
  return () => channel?.close();
}

/** Missing in older browsers; a frame without an origin of its own has none either. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return undefined;
  }
}
