// The page about the elements says what their manifest says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeElements } from '../src/docs/elements.ts';

test('an element has its description and a table of attributes, whatever stands in them', () => {
  const page = describeElements({
    modules: [
      { declarations: [{ description: 'No element, so not here.' }] },
      {
        declarations: [
          {
            tagName: 'lintas-example',
            description: 'Shows an example.',
            attributes: [{ name: 'mode', type: { text: "'a' | 'b'" }, description: 'One\nof two.' }],
            slots: [{ name: '', description: 'Beside the example.' }],
          },
        ],
      },
    ],
  });
  assert.ok(!page.includes('not here'));
  assert.ok(page.includes('## `<lintas-example>`\n\nShows an example.\n\n### Attributes'));
  assert.ok(page.includes("| `mode` | `'a' \\| 'b'` |  | One of two. |"));
  assert.ok(page.includes('| `(default)` |  |  | Beside the example. |'));
});
