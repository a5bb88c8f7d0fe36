// Looks for what keeps people out, in the page as it stands (https://github.com/dequelabs/axe-core). What axe itself
// cannot be sure of does not count.

import 'axe-core';
import { assertEqual } from './assert.ts';

declare const axe: { run(context: Element): Promise<{ readonly violations: readonly Violation[] }> };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** Fails when axe finds anything in the element or in the shadow roots inside it. */
export async function assertAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element);
  assertEqual(
    violations.map(({ id, nodes }) => [id, nodes.map((node) => [node.target, node.failureSummary])]),
    [],
    'what axe found',
  );
}
