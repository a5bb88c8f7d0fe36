// How a page talks with a frame on it: greets its page each time that it is loaded, with a port for everything after.

import {
  FRAME_VERSION,
  FromFrame,
  type FramedElement,
  type FrameLook,
  type ToFrame,
} from '@lintas/contract/frames';
import type { Connection } from '../core/context.ts';

export { readElements, readLook } from './wanted.ts';

/** What a page tells the frame when it greets it. */
export interface Wishes {
  readonly connection: Connection;
  readonly exit: string;
  readonly elements: readonly FramedElement[];
  look(): FrameLook;
}

/** Milliseconds for the page of a frame to come. Its elements may take longer: it says so itself. */
const LONGEST_WAY = 60_000;
/** Milliseconds after it has come, or something else in its place, in which it says something. */
const LONGEST_SILENCE = 5_000;

/** What the frame says. */
export interface FrameListener {
  /** Nothing: it does not come, or what has come is not the API's page. */
  onSilence(): void;
  onShown(): void;
  /** @param pixels CSS pixels */
  onHeight(pixels: number): void;
  /** @param pixels CSS pixels below the upper edge of the frame */
  onFocus(pixels: number): void;
  /** The person leaves the page at once, from within the frame. */
  onLeave(): void;
}

export interface FrameTalk {
  /** Tells the frame what it looks like now, if that has changed. */
  tellLook(): void;
  /** Has the frame forget everything; resolves when it has. */
  leave(): Promise<void>;
  close(): void;
}

/** Where the page of a frame is. No key stands in its address. */
export async function frameAddress({ api, key }: Connection): Promise<string> {
  // The SDK's own digest would bring all of its calls to a page that makes none.
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const page = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${api.replace(/\/$/, '')}/v1/frame?page=${page}`;
}

export function talkToFrame(
  frame: HTMLIFrameElement,
  { connection, exit, elements, look }: Wishes,
  listener: FrameListener,
): FrameTalk {
  const ended = new AbortController();
  let port: MessagePort | undefined;
  let told = '';
  let silence: ReturnType<typeof setTimeout> | undefined;
  let tellLeft = (): void => {};

  const awaitWord = (milliseconds: number): void => {
    clearTimeout(silence);
    silence = setTimeout(() => listener.onSilence(), milliseconds);
  };
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const message = FromFrame.safeParse(data);
    // It may be newer than this page.
    if (!message.success) return;
    clearTimeout(silence);
    switch (message.data.kind) {
      case 'shown':
        return listener.onShown();
      case 'height':
        return listener.onHeight(message.data.pixels);
      case 'focus':
        return listener.onFocus(message.data.pixels);
      case 'leave':
        return listener.onLeave();
      case 'left':
        return tellLeft();
    }
  };
  const greet = (): void => {
    port?.close();
    awaitWord(LONGEST_SILENCE);
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = hear;
    const current = look();
    told = JSON.stringify(current);
    const greeting = {
      lintas: 'frame',
      version: FRAME_VERSION,
      key: connection.key,
      exit,
      elements,
      look: current,
    };
    // Nobody but the API's own page hears it: another one may have come in its place.
    frame.contentWindow?.postMessage(greeting, new URL(connection.api).origin, [channel.port2]);
  };
  const say = (message: ToFrame): void => port?.postMessage(message);
  frame.addEventListener('load', greet, { signal: ended.signal });
  awaitWord(LONGEST_WAY);

  return {
    tellLook() {
      const current = look();
      if (!port || JSON.stringify(current) === told) return;
      told = JSON.stringify(current);
      say({ kind: 'look', look: current });
    },
    leave() {
      if (!port) return Promise.resolve();
      return new Promise((resolve) => {
        tellLeft = resolve;
        say({ kind: 'leave' });
      });
    },
    close() {
      ended.abort();
      clearTimeout(silence);
      port?.close();
    },
  };
}
