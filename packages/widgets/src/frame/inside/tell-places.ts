// A frame is as high as what stands in it, so it never scrolls by itself: the page around makes room, and scrolls.

import type { FromFrame } from '@lintas/contract/frames';

/** Tells how high everything is, whenever that changes, and where the person goes on. */
export function tellPlaces(say: (message: FromFrame) => void): void {
  const { body } = document;
  const tellHeight = (): void =>
    say({ kind: 'height', pixels: Math.ceil(body.getBoundingClientRect().height) });
  new ResizeObserver(tellHeight).observe(body, { box: 'border-box' });
  // Not every browser brings what has the focus in a frame of another origin into sight.
  body.addEventListener('focusin', (event) => {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return;
    // What the focus was moved for is often shown in the same moment, and moves it. No frame of an animation: a browser
    // makes none for what is out of sight.
    setTimeout(() => {
      // Else the page around may not have the room to scroll there yet.
      tellHeight();
      say({ kind: 'focus', pixels: Math.max(0, target.getBoundingClientRect().top) });
    });
  });
}
