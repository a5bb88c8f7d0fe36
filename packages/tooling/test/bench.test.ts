// Every bench runs against the real server, at a tiny size: what it says is never a test, that it can say it is.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { LeftOut } from '../src/bench/bench.ts';
import { benches } from '../src/bench/benches.ts';
import { ratioOf, type Findings } from '../src/bench/report.ts';
import { openWorkplace } from '../src/bench/workplace.ts';

const noServer = !process.env['LINTAS_TEST_POSTGRES_URL'] && 'LINTAS_TEST_POSTGRES_URL is not set.';

describe('benches', { skip: noServer }, () => {
  const workplace = openWorkplace();
  after(() => workplace.close());

  for (const bench of benches) {
    test(`${bench.name} answers figures: ${bench.summary}`, async (context) => {
      const findings = await bench.run(workplace, 'quick').catch((error: unknown) => {
        if (!(error instanceof LeftOut)) throw error;
        return error;
      });
      if (findings instanceof LeftOut) context.skip(findings.message);
      else assertFigures(findings);
      if (bench.name === 'lists' && 'plans' in findings) assertPlans(findings);
    });
  }
});

function assertFigures({ tables }: Findings): void {
  assert.ok(tables.length > 0);
  for (const figure of tables.flatMap(({ figures }) => figures)) {
    assert.ok(Number.isFinite(figure.value), `${figure.what}: ${figure.value}`);
    // Four streams may need no further memory at all.
    if (figure.beside) assert.ok(Number.isFinite(ratioOf(figure)), `${figure.what}: no ratio`);
  }
}

/** The plans are those of the real queries: executed, and within the walls of the tenant. */
function assertPlans({ plans = [] }: Findings): void {
  assert.ok(plans.some(({ what }) => what.startsWith('read its events')));
  for (const { what, text } of plans) {
    assert.match(text, /actual time=/, what);
    assert.match(text, /tenant_id = current_setting\('lintas.tenant'/, what);
  }
}
