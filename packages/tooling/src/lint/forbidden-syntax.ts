// What must not be written here, as ESLint's `no-restricted-syntax` wants it: ways around strict CSP and
// Trusted Types, and ways around the type checker.

import type { Closed } from './walls.ts';

export interface ForbiddenSyntax {
  readonly selector: string;
  readonly message: string;
}

const insertedMarkup =
  'Markup from text defeats escaping and is blocked by Trusted Types: render a template.';
const inlineStyle =
  'A style attribute is blocked or reported by a strict CSP: use a class, `.style=`, or a custom property.';
const assertion = 'Prove the type with a guard or a schema instead of asserting it away.';

export const forbiddenSyntax: readonly ForbiddenSyntax[] = [
  { selector: 'Identifier[name=/^unsafe(HTML|SVG|MathML|Static)$/]', message: insertedMarkup },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: insertedMarkup,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]',
    message: insertedMarkup,
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: insertedMarkup,
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\.(innerHTML|outerHTML|srcdoc)=/]',
    message: insertedMarkup,
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
    message: inlineStyle,
  },
  { selector: 'Identifier[name="styleMap"]', message: inlineStyle },
  {
    selector: 'Decorator[expression.callee.name="customElement"]',
    message: 'Define elements in a define.ts, so that a second copy on a page is harmless.',
  },
  {
    selector: 'CallExpression[callee.object.name="z"][callee.property.name="config"]',
    message: 'z.config is global to the page; other people use zod there too.',
  },
  { selector: 'TSAsExpression > TSAsExpression', message: assertion },
  { selector: 'TSAsExpression > TSAnyKeyword', message: assertion },
];

/** `import()` with a closed name, which ESLint's own rule for imports does not look at. */
export function forbidDynamicImports(closed: readonly Closed[]): readonly ForbiddenSyntax[] {
  return closed.map(({ pattern, message }) => ({
    selector: `ImportExpression > Literal.source[value=/${pattern.replaceAll('/', '\\/')}/]`,
    message,
  }));
}
