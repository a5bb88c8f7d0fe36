// The first words of the page around a frame. They decide what stands in it, so they are only taken from where they may
// come from.

import { FrameGreeting } from '@lintas/contract/frames';

/**
 * Calls `begin` once, with the first greeting of the page around, and the port to answer through.
 *
 * @param origins where that page may be from
 */
export function hearGreeting(
  origins: readonly string[],
  begin: (greeting: FrameGreeting, port: MessagePort) => void,
): void {
  const hear = ({ source, origin, data, ports: [port] }: MessageEvent<unknown>): void => {
    if (parent === window || source !== parent || !origins.includes(origin) || !port) return;
    const greeting = FrameGreeting.safeParse(data);
    if (!greeting.success) return;
    removeEventListener('message', hear);
    begin(greeting.data, port);
  };
  addEventListener('message', hear);
}
