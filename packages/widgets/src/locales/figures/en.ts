// English.

import type { FiguresMessages } from './messages.ts';

export const figures: FiguresMessages = {
  public: 'Everybody may read these figures. Nothing about you is sent.',
  show: 'Show the figures',
  loading: 'Fetching the figures …',
  failed: 'The figures cannot be shown',
  tryAgain: 'Try again',
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
  csv: 'Download all figures (CSV)',
  notPublished: 'not published',
  notPublishedMeans: (threshold) =>
    `× means “not published”. It does not mean 0. A figure is left out when it is about fewer than ${threshold}, or when it would give away another one, so that nobody can be recognised.`,
  asOf: (day) => `As of ${day}. Counts are rounded to 5.`,
  meaning: 'What this means',
};
