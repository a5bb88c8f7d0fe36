// What a frame does once the page around it has greeted it: puts the elements there, and tells how high they are and that
// the person leaves. It says nothing else, whatever happens in it.

import { ToFrame, type FrameGreeting, type FromFrame } from '@lintas/contract/frames';
import { provideSettings } from '../../core/context.ts';
import { onExit, vacatePage } from '../../core/quick-exit.ts';
import { applyLook } from './apply-look.ts';
import { placeElements } from './place-elements.ts';
import { tellPlaces } from './tell-places.ts';

export function standInFrame({ key, exit, elements, look }: FrameGreeting, port: MessagePort): void {
  const say = (message: FromFrame): void => port.postMessage(message);
  /** The page around has said so first. */
  let isLeaving = false;

  // This page is at /v1/frame of its API.
  const api = new URL('..', location.href).href.replace(/\/$/, '');
  provideSettings(document, () => ({ api, key, exit }));
  onExit(() => {
    if (!isLeaving) say({ kind: 'leave' });
  });
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = ToFrame.safeParse(data);
    // It may be newer than this page.
    if (!message.success) return;
    if (message.data.kind === 'look') return applyLook(message.data.look);
    isLeaving = true;
    void vacatePage().then(() => say({ kind: 'left' }));
  };

  applyLook(look);
  tellPlaces(say);
  void placeElements(elements, look.lang).then(() => say({ kind: 'shown' }));
}
