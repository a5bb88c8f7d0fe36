// Lint rules. What is particular to this project, with its reasons, is in packages/tooling/src/lint.

import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import {
  forbidDynamicImports,
  forbiddenSyntax,
  tooNewForOldPhones,
} from './packages/tooling/src/lint/forbidden-syntax.ts';
import { closedEverywhere, walls } from './packages/tooling/src/lint/walls.ts';

/** Both rules at once, because a later block replaces an earlier one's list. */
const closeImports = (closed, inBrowsers = false) => ({
  'no-restricted-imports': [
    'error',
    { patterns: closed.map(({ pattern, message }) => ({ regex: pattern, message })) },
  ],
  'no-restricted-syntax': [
    'error',
    ...forbiddenSyntax,
    ...forbidDynamicImports(closed),
    ...(inBrowsers ? tooNewForOldPhones : []),
  ],
});

export default defineConfig(
  globalIgnores(['**/dist/', 'packages/widgets/cdn/', 'docs/reference/', '.cache/', '.lintas/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: 'tsconfig.tests.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...closeImports(closedEverywhere),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // TypeScript's own check does that, and knows what tests of types are for.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Known strings with room for later ones: `'received' | (string & {})`.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' },
          ],
        },
      ],
      // Objects here are closures, not classes: their functions never need `this`.
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    // Node's and the browsers' own types answer with `any` here and there. What is published has to check it at
    // once; elsewhere it is enough that it is not used unchecked.
    files: ['packages/*/test/**', 'packages/tooling/**', 'examples/**', 'packages/*/scripts/**'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  ...walls.map(({ files, closed, inBrowsers }) => ({
    files,
    rules: closeImports([...closedEverywhere, ...closed], inBrowsers),
  })),
  {
    files: ['packages/widgets/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    rules: {
      'lit/lifecycle-super': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-value-attribute': 'error',
      'lit/quoted-expressions': 'error',
    },
  },
);
