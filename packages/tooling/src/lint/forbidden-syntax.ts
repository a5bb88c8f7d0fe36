// What must not be written here, as ESLint's `no-restricted-syntax` wants it: ways around strict CSP and
// Trusted Types, ways around the type checker, and what the oldest phones that people carry do not read.

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

/**
 * For code that runs in browsers, the oldest of which are Chromium 92 and Safari 15.4 (docs/embed.md). What is missing in
 * the language's library, the compiler knows from `lib`; this is what it does not know.
 */
export const tooNewForOldPhones: readonly ForbiddenSyntax[] = [
  {
    selector: ':matches(StaticBlock, PropertyDefinition[static=true])',
    message: 'Becomes a static block, at which browsers of 2021 give up a whole file: write a static getter.',
  },
  {
    selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
    message: 'Safari before 16.4 gives up a whole file at a lookbehind.',
  },
  {
    selector: 'MemberExpression[object.name="AbortSignal"][property.name=/^(any|timeout)$/]',
    message: 'Missing in browsers of 2023: join signals with linkSignals, wait with withDeadline.',
  },
  {
    selector: 'MemberExpression[property.name="throwIfAborted"]',
    message: 'Missing in browsers of 2021: there is a function of this name.',
  },
  {
    selector: 'MemberExpression[object.name="URL"][property.name=/^(canParse|parse)$/]',
    message: 'Missing in browsers of 2023: try `new URL()`.',
  },
  {
    selector: 'MemberExpression[object.property.name="adoptedStyleSheets"][property.name="push"]',
    message:
      'Browsers of 2021 let nothing be done to this list, and Safari before 16.4 has none: see addSheet.',
  },
  {
    selector: 'CallExpression[callee.name="structuredClone"]',
    message: 'Missing in browsers of 2021.',
  },
];

/** `import()` with a closed name, which ESLint's own rule for imports does not look at. */
export function forbidDynamicImports(closed: readonly Closed[]): readonly ForbiddenSyntax[] {
  return closed.map(({ pattern, message }) => ({
    selector: `ImportExpression > Literal.source[value=/${pattern.replaceAll('/', '\\/')}/]`,
    message,
  }));
}
