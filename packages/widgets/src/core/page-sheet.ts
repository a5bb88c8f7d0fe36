// Rules that an element adds to the page it stands in.

/**
 * Adds rules to a page, in a way that a strict CSP allows. A browser that cannot do so gets them in a `<style>`, which
 * such a policy holds back: nothing may depend on them there.
 *
 * @returns takes them away
 */
export function addSheet(page: Document, rules: string): () => void {
  const { CSSStyleSheet } = page.defaultView ?? window;
  if (!canAdopt()) {
    const style = page.createElement('style');
    style.textContent = rules;
    page.head.append(style);
    return () => style.remove();
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  // Browsers of 2021 take another list, and nothing into the one they have.
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  return () => {
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Whether this browser lets scripts make sheets: Safari does from 16.4 on. */
export function canAdopt(): boolean {
  return 'adoptedStyleSheets' in Document.prototype && 'replaceSync' in CSSStyleSheet.prototype;
}
