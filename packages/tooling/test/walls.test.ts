// Each wall and each ban of the lint rules stops what it is meant to stop, and lets its neighbour pass.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { root } from '../src/processes.ts';

// The texts are in no TypeScript project, so rules that need types are off here.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

/** The rules that complain about a text, if it stood in that file. */
async function complaints(filePath: string, text: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

function forbids(filePath: string, text: string, rule: string): void {
  test(`${filePath} may not write ${text.trim()}`, async () => {
    assert.deepEqual(await complaints(filePath, text), [rule]);
  });
}

function allows(filePath: string, text: string): void {
  test(`${filePath} may write ${text.trim()}`, async () => {
    assert.deepEqual(await complaints(filePath, text), []);
  });
}

const importing = (name: string): string =>
  `import * as example from '${name}';\nexport const used = example;\n`;
const loading = (name: string): string => `export const used = import('${name}');\n`;

describe('the walls between packages', () => {
  const rule = 'no-restricted-imports';
  const closed: Record<string, readonly string[]> = {
    'packages/contract/src/example.ts': [
      '@lintas/sdk',
      '@lintas/contract/status',
      'node:fs',
      'fs',
      '../../sdk/src/index.ts',
    ],
    'packages/sdk/src/example.ts': ['@lintas/server', '@lintas/widgets', 'node:http'],
    'packages/server/src/example.ts': ['@lintas/sdk', '@lintas/tooling'],
    'packages/server/src/app.ts': ['node:fs'],
    'packages/server/src/http/example.ts': ['node:crypto'],
    'packages/server/src/status/routes.ts': ['node:fs', '@lintas/sdk'],
    'packages/server/src/status/store.ts': ['node:worker_threads'],
    'packages/widgets/src/example.ts': ['@lintas/server', 'node:fs', 'zod'],
  };
  for (const [file, names] of Object.entries(closed)) {
    for (const name of names) forbids(file, importing(name), rule);
  }
  forbids('packages/sdk/src/example.ts', loading('@lintas/server'), 'no-restricted-syntax');
  forbids('packages/sdk/src/example.ts', "export * from '@lintas/server';\n", rule);

  const open: Record<string, readonly string[]> = {
    'packages/contract/src/example.ts': ['zod/mini', './core/page.ts'],
    'packages/sdk/src/example.ts': ['@lintas/contract', '@lintas/contract/status', 'zod/mini'],
    'packages/server/src/example.ts': ['@lintas/contract', 'node:fs'],
    'packages/server/src/status/routes.ts': ['@lintas/contract/status', '../http/problem.ts'],
    'packages/widgets/src/example.ts': ['@lintas/sdk/status', '@lintas/contract', 'lit'],
    'packages/sdk/test/example.test.ts': ['@lintas/server', 'node:fs'],
  };
  for (const [file, names] of Object.entries(open)) {
    for (const name of names) allows(file, importing(name));
  }
  allows('packages/widgets/src/example.ts', loading('./locales/id.ts'));
});

describe('what a strict page policy would block', () => {
  const widget = 'packages/widgets/src/example/example.ts';
  const syntax = 'no-restricted-syntax';
  const lit = "import { html } from 'lit';\n";
  forbids(widget, importing('lit/directives/unsafe-html.js'), 'no-restricted-imports');
  forbids(widget, importing('lit/directives/style-map.js'), 'no-restricted-imports');
  forbids(
    widget,
    'export const show = (e: Element, text: string): void => void (e.innerHTML = text);\n',
    syntax,
  );
  forbids(
    widget,
    "export const show = (e: Element): void => e.insertAdjacentHTML('beforeend', '');\n",
    syntax,
  );
  forbids(widget, "export const show = (): void => document.write('');\n", syntax);
  forbids(widget, `${lit}export const view = (x: string) => html\`<p .innerHTML=\${x}></p>\`;\n`, syntax);
  forbids(widget, `${lit}export const view = (x: string) => html\`<p style="width:\${x}"></p>\`;\n`, syntax);
  allows(widget, `${lit}export const view = (x: string) => html\`<p .style=\${x} class="a"></p>\`;\n`);
});

describe('what would harm a page that uses two copies or zod itself', () => {
  const widget = 'packages/widgets/src/example/example.ts';
  const config = "import * as z from 'zod/mini';\nz.config({});\n";
  forbids(widget, config, 'no-restricted-syntax');
  forbids(widget, importing('lit/decorators/custom-element.js'), 'no-restricted-imports');
});

describe('ways around the type checker', () => {
  const file = 'packages/sdk/src/example.ts';
  forbids(
    file,
    'export const text = (value: unknown) => value as unknown as string;\n',
    'no-restricted-syntax',
  );
  forbids(
    file,
    'export const length = (value?: string) => value!.length;\n',
    '@typescript-eslint/no-non-null-assertion',
  );
  forbids(
    file,
    'export const parse = (value: any) => String(value);\n',
    '@typescript-eslint/no-explicit-any',
  );
});
