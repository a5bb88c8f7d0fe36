// The look that a page may give to elements in a frame.

/**
 * The public custom properties of all elements, and for each a property of CSS that takes its kind of value. A frame takes
 * no other style from the page around it.
 */
export const FRAME_TOKENS: Readonly<Record<string, string>> = {
  '--lintas-font': 'font-family',
  '--lintas-radius': 'border-radius',
  '--lintas-space': 'padding-top',
  '--lintas-paper': 'color',
  '--lintas-surface': 'color',
  '--lintas-ink': 'color',
  '--lintas-ink-soft': 'color',
  '--lintas-line': 'color',
  '--lintas-control': 'color',
  '--lintas-accent': 'color',
  '--lintas-on-accent': 'color',
  '--lintas-accent-soft': 'color',
  '--lintas-notice': 'color',
  '--lintas-notice-soft': 'color',
  '--lintas-error': 'color',
  '--lintas-error-soft': 'color',
  '--lintas-focus': 'color',
};
