// English.

import { figures } from '../figures/en.ts';
import { pluralIn } from '../plural.ts';
import type { MetricsMessages } from './messages.ts';

const plural = pluralIn('en');

export const messages: MetricsMessages = {
  ...figures,
  titles: {
    received: 'How many applications arrive',
    completed: 'How many applications end',
    pending: 'How many applications are waiting',
    clearance_ratio: 'Applications that end for every 100 that arrive',
    processing_time: 'How long applications take',
    pending_age: 'How long waiting applications have waited',
    within_standard: 'Decided within the promised time',
    first_time_right: 'Documents accepted the first time',
    verification_turnaround: 'How long the check of a document takes',
    unknown: 'Figures',
  },
  meanings: {
    received: 'Applications that were sent in, and expired ones that were opened again.',
    completed:
      'Applications that ended with a decision, were withdrawn, or expired. A review of a decision does not count again.',
    pending: 'Applications that had arrived and had not ended when the period was over.',
    clearance_ratio: 'Below 100, more applications arrive than end, and more people wait.',
    processing_time:
      'Days from the day an application arrived to the day it ended, of all that ended in the period. Yours may take more or less time.',
    pending_age: 'Days since they arrived, of the applications that had not ended when the period was over.',
    within_standard:
      'Of the applications that were given a last day for the decision, those that were decided by then.',
    first_time_right: 'Of the documents that were handed in, those that were accepted without another copy.',
    verification_turnaround:
      'Days from the day a document arrived to the day a person first decided about it.',
    unknown: '',
  },
  findings: {
    received: ({ value, period }) => `${value} arrived in ${period}.`,
    completed: ({ value, period }) => `${value} ended in ${period}.`,
    pending: ({ value, period }) => `${value} were waiting at the end of ${period}.`,
    clearance_ratio: ({ number, period }) =>
      `In ${period}, ${number} applications ended for every 100 that arrived.`,
    processing_time: ({ value, high, period }) =>
      `Half of the applications that ended in ${period} took ${value} or less${high === undefined ? '' : `; 8 of 10 took ${high} or less`}.`,
    pending_age: ({ value, high, period }) =>
      `Half of the applications that were waiting at the end of ${period} had waited ${value} or less${high === undefined ? '' : `; 8 of 10 had waited ${high} or less`}.`,
    within_standard: ({ number, period }) =>
      `${number} of 100 decisions in ${period} came within the promised time.`,
    first_time_right: ({ number, period }) =>
      `${number} of 100 documents were accepted the first time in ${period}.`,
    verification_turnaround: ({ value, high, period }) =>
      `Half of the documents were decided about within ${value} in ${period}${high === undefined ? '' : `, 8 of 10 within ${high}`}.`,
    unknown: ({ value, period }) => `${period}: ${value}.`,
  },
  before: ({ value, high, period }) =>
    `In ${period}: ${value}${high === undefined ? '' : `; 8 of 10: ${high}`}.`,
  nothing: 'Nothing is published about this yet.',
  nothingFor: (period) => `For ${period} nothing is published.`,
  mostAndLeast: ({ period, most, mostValue, least, leastValue }) =>
    `In ${period}: most for ${most}, ${mostValue}; least for ${least}, ${leastValue}.`,
  statistics: {
    count: 'Number',
    ratio: 'For every 100',
    share: 'Percent',
    p50: 'Half within',
    p80: '8 of 10 within',
    p90: '9 of 10 within',
    unknown: 'Figure',
  },
  clocks: {
    calendar: 'All days count.',
    working: 'Only working days count: no weekends, no public holidays.',
    waiting_on_you: 'Only days count on which the office waited for the person.',
    unknown: '',
  },
  amounts: {
    cases: (amount, count) => `${amount} ${plural(count, { one: 'application', other: 'applications' })}`,
    documents: (amount, count) => `${amount} ${plural(count, { one: 'document', other: 'documents' })}`,
    days: (amount, count) => `${amount} ${plural(count, { one: 'day', other: 'days' })}`,
    percent: (amount) => `${amount} %`,
    unknown: (amount) => amount,
  },
  period: 'Period',
  choosePeriod: 'Look at another period',
  n: 'Out of about',
  about: (n) => `Out of about ${n}.`,
  group: 'Group',
  comparedBy: { kind: 'by kind', office: 'by office', partner: 'by partner', unknown: 'compared' },
  bars: 'The bar reaches as far as half of them, the thin line as far as 8 of 10.',
  csvOf: (group) => `CSV: ${group}`,
};
