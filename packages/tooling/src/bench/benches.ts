// All benches, in the order in which they run.

import type { Bench } from './bench.ts';
import { lists } from './lists.ts';
import { lookups } from './lookups.ts';
import { metrics } from './metrics.ts';
import { results } from './results.ts';
import { screen } from './screen.ts';
import { sdk } from './sdk.ts';
import { streams } from './streams.ts';
import { surveyForm } from './survey-form.ts';
import { uploader } from './uploader.ts';
import { uploads } from './uploads.ts';
import { widgetStart } from './widget-start.ts';

export const benches: readonly Bench[] = [
  sdk,
  streams,
  screen,
  lists,
  lookups,
  metrics,
  results,
  widgetStart,
  surveyForm,
  uploads,
  uploader,
];
