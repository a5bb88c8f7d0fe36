// What a page says of a frame: the elements in its template, and the look of the place where it stands.

import { FRAME_TOKENS, type FramedElement, type FrameLook } from '@lintas/contract/frames';

/** The elements that a page has put into the template of a frame. A template is inert: they do not begin on the page. */
export function readElements(frame: Element): readonly FramedElement[] {
  const template = frame.querySelector(':scope > template');
  if (!(template instanceof HTMLTemplateElement)) return [];
  return [...template.content.children]
    .filter(({ localName }) => /^lintas-[a-z-]+$/.test(localName))
    .map(({ localName, attributes }) => ({
      tag: localName,
      attributes: Object.fromEntries(
        [...attributes]
          .filter(({ name }) => /^[a-z-]+$/.test(name))
          .map(({ name, value }): [string, string] => [name, value]),
      ),
    }));
}

/** @param lang language that the page asks for there */
export function readLook(frame: Element, lang: string): FrameLook {
  const style = getComputedStyle(frame);
  const tokens = Object.keys(FRAME_TOKENS)
    .map((token): [string, string] => [token, style.getPropertyValue(token).trim()])
    .filter(([, value]) => value !== '');
  return { lang, scheme: style.colorScheme, tokens: Object.fromEntries(tokens) };
}
