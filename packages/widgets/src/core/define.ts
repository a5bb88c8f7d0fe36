// How an element gets its name: only here and in the `define.ts` beside each widget, so that importing a
// widget's class changes nothing on the page.

/**
 * Registers an element, unless the page already has one of that name: the first definition wins, and a second
 * copy of the bundle, or an older release beside a newer one, is harmless.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
