// Who may import what. Arrows point down only: widgets -> sdk -> contract <- server; what runs anywhere
// knows nothing of Node.

import { builtinModules } from 'node:module';

/** A group of files and the imports that are closed to it. */
export interface Wall {
  readonly files: readonly string[];
  /** Regular expressions for what stands between the quotes of an import. */
  readonly closed: readonly Closed[];
  /** Whether it also runs in browsers, among them those of old phones. */
  readonly inBrowsers?: boolean;
}

/** Imports that match, and what to tell who writes one. */
export interface Closed {
  readonly pattern: string;
  readonly message: string;
}

/** Holds in every file: the packages' names are the only way in, and zod comes in its small form. */
export const closedEverywhere: readonly Closed[] = [
  {
    pattern: '^zod(?!/mini$)',
    message:
      "Use `import * as z from 'zod/mini'`: classic zod breaks a strict CSP and weighs four times as much.",
  },
  {
    pattern: '^(\\.\\./)+(packages/)?(contract|sdk|server|widgets)/(src|dist)/',
    message: 'Import another package by its name, never by a path into it.',
  },
  {
    pattern: '^lit/decorators/custom-element',
    message: 'Define elements in a define.ts, so that a second copy on a page is harmless.',
  },
  {
    pattern: '^lit(-html)?/(directives/)?(unsafe-html|unsafe-svg|unsafe-mathml|style-map)',
    message: 'Blocked by a strict CSP, or a way around it.',
  },
];

const node: Closed = {
  pattern: `^(node:|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$)`,
  message: 'This code also runs outside Node: hand the capability in as an adapter.',
};

/** Closes all of our packages but the ones named. */
const onlyOurs = (...allowed: readonly string[]): Closed => ({
  pattern: allowed.length > 0 ? `^@lintas/(?!(${allowed.join('|')})(/|$))` : '^@lintas/',
  message: `Of ours, only ${allowed.join(' and ') || 'this package itself'} may be imported here.`,
});

export const walls: readonly Wall[] = [
  { files: ['packages/contract/src/**/*.ts'], closed: [onlyOurs(), node], inBrowsers: true },
  { files: ['packages/sdk/src/**/*.ts'], closed: [onlyOurs('contract'), node], inBrowsers: true },
  { files: ['packages/widgets/src/**/*.ts'], closed: [onlyOurs('contract', 'sdk'), node], inBrowsers: true },
  { files: ['packages/server/{src,bin}/**/*.ts'], closed: [onlyOurs('contract')] },
  {
    // The API itself is a plain function from Request to Response; whatever touches the machine is beside it.
    files: [
      'packages/server/src/app.ts',
      'packages/server/src/http/**/*.ts',
      'packages/server/src/*/{routes,store}.ts',
    ],
    closed: [onlyOurs('contract'), node],
  },
];
