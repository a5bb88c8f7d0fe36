// Puts the elements that the page around wants into the frame.

import type { FramedElement } from '@lintas/contract/frames';
import { shownLanguage } from '../../core/catalogues.ts';
import { elements as known, register } from '../../elements.ts';

/** What does not belong into a frame: calls elsewhere or with another key, another frame, a dialog larger than it. */
const NOT_HERE = {
  tags: ['lintas-provider', 'lintas-frame', 'lintas-quick-exit'],
  attributes: ['api', 'key', 'dialog'],
} as const;

/** Keys that are pressed in the frame reach nobody around it. */
const WAY_OUT = 'lintas-quick-exit';

/** Resolves when they are there. What this page does not know is left out: the page around may be newer. */
export async function placeElements(wanted: readonly FramedElement[], lang: string): Promise<void> {
  const here = wanted.filter(({ tag }) => known.has(tag) && !NOT_HERE.tags.some((closed) => closed === tag));
  const tags = new Set([WAY_OUT, ...here.map(({ tag }) => tag)]);
  await Promise.all([...tags].map((tag) => begin(tag, shownLanguage(lang))));
  document.body.append(document.createElement(WAY_OUT), ...here.map(makeElement));
}

async function begin(tag: string, lang: string): Promise<void> {
  const start = known.get(tag);
  if (start) await Promise.all([register(tag, start, lang), start.inner && begin(start.inner, lang)]);
}

/** Attributes count that the element itself looks at, and its language; that leaves out styles, parts and handlers. */
function makeElement({ tag, attributes }: FramedElement): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (
      (name === 'lang' || isObserved(element, name)) &&
      !NOT_HERE.attributes.some((closed) => closed === name)
    )
      element.setAttribute(name, value);
  return element;
}

function isObserved({ constructor }: HTMLElement, name: string): boolean {
  const observed: unknown = Reflect.get(constructor, 'observedAttributes');
  return Array.isArray(observed) && observed.includes(name);
}
