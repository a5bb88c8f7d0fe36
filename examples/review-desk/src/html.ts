// HTML by template literal: every value is escaped unless it is HTML already.

/** A piece of finished HTML. Only {@link html} makes one. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[];

/** Fills a template; text is escaped, pieces of HTML are inserted as they are. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = strings.reduce((text, part, index) => text + render(values[index - 1] ?? '') + part);
  return { markup };
}

function render(value: Value): string {
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map((piece) => piece.markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
