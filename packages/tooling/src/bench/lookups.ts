// Whether the time of an answer tells that a reference exists: an unknown reference beside a known one with a wrong PIN.
// The limits on failed tries stay as they are, so each try comes from another address range and is for another
// reference, spread over the pages of several partners.

import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { composeReference } from '@lintas/contract';
import type { Bench, Scale } from './bench.ts';
import { createCase, forEach, opening, send } from './calls.ts';
import { compareSamples } from './kolmogorov-smirnov.ts';
import { runLintas, startLintas } from './lintas.ts';
import { median, percentile } from './percentiles.ts';
import { PAGE_KEY, PARTNERS, type Installation } from './workplace.ts';

/** Pairs of failed openings; those at the beginning are not counted. */
const SIZES: Readonly<Record<Scale, Sizes>> = {
  full: { samples: 500, warmUp: 20 },
  quick: { samples: 3, warmUp: 1 },
};

interface Sizes {
  readonly samples: number;
  readonly warmUp: number;
}

/** What each tenant's limit lets through without a delay, with something left over. */
const TRIES_FOR_EACH_KEY = 400;

export const lookups: Bench = {
  name: 'lookups',
  summary: 'an unknown reference beside a wrong PIN: nobody should be able to tell them apart',
  async run(workplace, scale) {
    const { samples, warmUp } = SIZES[scale];
    const installation = await workplace.createOnServer();
    const keys = await createKeys(installation, Math.ceil((2 * (samples + warmUp)) / TRIES_FOR_EACH_KEY));
    const { unknown, wrong } = await measure(installation, keys, SIZES[scale]);
    const difference = Math.abs(median(unknown) / median(wrong) - 1) * 100;
    return {
      tables: [
        {
          title: `${samples} failed openings of each kind, in turns`,
          subject: 'unknown reference',
          alternative: 'wrong PIN',
          figures: [
            { what: 'answered, median', unit: 'ms', value: median(unknown), beside: median(wrong) },
            {
              what: 'answered, p99',
              unit: 'ms',
              value: percentile(unknown, 0.99),
              beside: percentile(wrong, 0.99),
            },
            { what: 'difference of the medians', unit: '%', value: difference },
            { what: 'Kolmogorov-Smirnov test', unit: 'p-value', value: compareSamples(unknown, wrong) },
          ],
        },
      ],
    };
  },
};

/** The demonstration's key, and further ones of other partners. */
async function createKeys({ settings }: Installation, count: number): Promise<string[]> {
  const others = PARTNERS.slice(1, count);
  const lines = await forEach(others, (tenant) =>
    runLintas(
      settings,
      ...[
        'keys',
        'create',
        '--tenant',
        tenant,
        '--kind',
        'publishable',
        '--origins',
        'https://help.example.org',
      ],
    ),
  );
  return [PAGE_KEY, ...lines.map((line) => line.trim().split('\t')[1] ?? '')];
}

/** Milliseconds. */
interface Measured {
  readonly unknown: number[];
  readonly wrong: number[];
}

async function measure(
  { settings }: Installation,
  keys: readonly string[],
  { samples, warmUp }: Sizes,
): Promise<Measured> {
  const api = await startLintas({ ...settings, LINTAS_TRUSTED_PROXIES: '1' });
  const measured: Measured = { unknown: [], wrong: [] };
  try {
    const pairs = Array.from({ length: samples + warmUp });
    const cases = await forEach(pairs, () => createCase(api.url));
    let tries = 0;
    for (const [index, { reference, pin }] of cases.entries()) {
      const kinds = [
        // Issued by the same authority, to nobody.
        { times: measured.unknown, typed: composeReference(reference.slice(0, 2), randomBytes(8)) },
        { times: measured.wrong, typed: reference },
      ];
      // In any order, so that what the first leaves behind does not favour one kind.
      for (const { times, typed } of randomInt(2) === 0 ? kinds : kinds.reverse()) {
        tries += 1;
        const call = opening(api.url, typed, anotherPin(pin), keys[tries % keys.length]);
        const headers = { ...call.headers, 'X-Forwarded-For': addressOf(tries) };
        const { status, text, sentAt, receivedAt } = await send({ ...call, headers });
        assert.match(text, /lookup-failed/, `${status} ${text}`);
        if (index >= warmUp) times.push(receivedAt - sentAt);
      }
    }
  } finally {
    await api.stop();
  }
  return measured;
}

function anotherPin(pin: string): string {
  return pin.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
}

/** In a range (/24) of its own for each number; for private use (RFC 1918), and only written into a header. */
function addressOf(number: number): string {
  return `10.${number >> 8}.${number & 0xff}.1`;
}
