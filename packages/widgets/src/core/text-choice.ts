// Whether a person reads checked texts in another language, where nobody has checked those of their own: one choice for all
// widgets of the page.

class TextChoice extends EventTarget {
  /** BCP 47 tags of catalogues. */
  readonly #declined = new Set<string>();

  /** Whether checked texts are wanted instead of those in this language. */
  isDeclined(lang: string): boolean {
    return this.#declined.has(lang);
  }

  /** Changes that, and tells all widgets with a `change` event. */
  toggle(lang: string): void {
    if (!this.#declined.delete(lang)) this.#declined.add(lang);
    this.dispatchEvent(new Event('change'));
  }
}

export const textChoice: TextChoice = new TextChoice();
