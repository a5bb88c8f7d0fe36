// Elements that show published figures, as a test puts them on its page and reads them.

import { assertEqual, until } from '../core/assert.ts';
import { findApi } from '../../../tooling/src/browser-tests/api.ts';

/** Puts an element on the page, connected with the API. */
export async function showElement<Tag extends 'lintas-metrics' | 'lintas-survey-results'>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  lang = 'en',
): Promise<{ readonly element: HTMLElementTagNameMap[Tag]; readonly root: ShadowRoot }> {
  const { url, key } = await findApi();
  const element = document.createElement(tag);
  element.lang = lang;
  for (const [name, value] of Object.entries({ api: url, key, ...attributes })) {
    element.setAttribute(name, value);
  }
  document.body.append(element);
  const root = await until(() => element.shadowRoot);
  await until(() => root.querySelector('h2'));
  return { element, root };
}

export function press(root: ShadowRoot, part: string): void {
  root.querySelector<HTMLElement>(`[part=${part}]`)?.click();
}

/** Presses the button and answers what is found out. */
export async function askForFigures(root: ShadowRoot): Promise<string> {
  press(root, 'show-button');
  return (await until(() => root.querySelector('[part=finding]'))).textContent;
}

/** The table, cell by cell. */
export function cellsOf(root: ShadowRoot): string[][] {
  return Array.from(root.querySelectorAll('tbody tr'), (row) =>
    Array.from(row.children, (cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
  );
}

/** What reaches beyond the element, but for what can be scrolled. */
export function assertFits(element: Element, what: string): void {
  const { left, right } = element.getBoundingClientRect();
  const wide = [...(element.shadowRoot?.querySelectorAll('.root *') ?? [])].filter((part) => {
    const box = part.getBoundingClientRect();
    return (
      box.width > 0 &&
      !part.closest('.visually-hidden, svg, .scroll > *') &&
      (box.right > right + 1 || box.left < left - 1)
    );
  });
  assertEqual(
    wide.map(({ localName, className }) => [localName, className]),
    [],
    `what is too wide, ${what}`,
  );
}

/** What the API was asked for since, as paths. */
export function watchRequests(url: string): () => readonly string[] {
  performance.clearResourceTimings();
  return () =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.startsWith(url))
      .map(({ name }) => name.slice(url.length));
}
