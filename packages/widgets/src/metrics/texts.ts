// The texts of published metrics, which come with the element.

import { ownCatalogue, type OwnCatalogue } from '../core/own-catalogue.ts';
import type { MetricsMessages } from '../locales/metrics/messages.ts';

const catalogue: OwnCatalogue<MetricsMessages> = ownCatalogue({
  en: () => import('../locales/metrics/en.ts'),
  id: () => import('../locales/metrics/id.ts'),
  ar: () => import('../locales/metrics/ar.ts'),
  fa: () => import('../locales/metrics/fa.ts'),
});

export const loadMetricsTexts: OwnCatalogue<MetricsMessages>['load'] = catalogue.load;
export const addMetricsTexts: OwnCatalogue<MetricsMessages>['add'] = catalogue.add;
