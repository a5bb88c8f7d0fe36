// Takes away what Safari 15.4 does not have, before anything of ours runs. What it has, but cannot do, is made to fail.

for (const [holder, names] of [
  [HTMLElement.prototype, ['attachInternals']],
  [Document.prototype, ['adoptedStyleSheets']],
  [ShadowRoot.prototype, ['adoptedStyleSheets']],
  [CSSStyleSheet.prototype, ['replace', 'replaceSync']],
  [AbortSignal, ['any', 'timeout']],
  [URL, ['canParse', 'parse']],
  [Array.prototype, ['toReversed', 'toSorted', 'toSpliced', 'with']],
  [Promise, ['withResolvers', 'try']],
  [window, ['OffscreenCanvas', 'DecompressionStream', 'CompressionStream']],
])
  for (const name of names) delete holder[name];

window.CSSStyleSheet = class {
  constructor() {
    throw new TypeError('Illegal constructor');
  }
};

window.troubles = [];
addEventListener('error', ({ message }) => window.troubles.push(message));
addEventListener('unhandledrejection', ({ reason }) => window.troubles.push(String(reason)));
