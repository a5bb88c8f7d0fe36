// The cases of the demonstration that everybody may open: what the README, the examples and tests name.

/** A case with what it is opened by. */
export interface DemoCase {
  readonly reference: string;
  readonly pin: string;
}

export const DEMO_CASES = {
  /** An officer is checking it. */
  inReview: { reference: 'KJGS-1V65-JPJ7', pin: '90321842' },
  /** A document is asked for, with a deadline. */
  actionRequired: { reference: 'KJT4-TRW9-DYFM', pin: '37134126' },
  /** An appointment lies ahead. */
  appointment: { reference: 'KJKP-FW3N-J3TA', pin: '02492068' },
  /** Paused, with a reason and no estimate. */
  onHold: { reference: 'KJGP-RMYZ-TYWJ', pin: '39389196' },
  /** Decided: not approved, with a time limit for a review and free legal help. */
  refused: { reference: 'KJSJ-T7DM-QPMV', pin: '94059982' },
  /** A document waits to be collected. */
  documentReady: { reference: 'KJ3P-D5Z5-80B5', pin: '37983755' },
  /** Takes longer than was said; there is a new estimate. */
  overdue: { reference: 'KJAG-N25S-SJW7', pin: '84928169' },
  /** Went back one step, with a reason. */
  sentBack: { reference: 'KJCS-QCGP-73MS', pin: '95622443' },
} as const satisfies Record<string, DemoCase>;

export type DemoCaseName = keyof typeof DEMO_CASES;

/** Publishable key of the demonstration's NGO, for {@link DEMO_PAGE_ORIGIN}. */
export const DEMO_PAGE_KEY = 'pk_demo_partner';
/** Secret key of the demonstration's authority. */
export const DEMO_SECRET_KEY = 'sk_demo_authority';
/** Secret key of the demonstration's NGO, which reviews documents. */
export const DEMO_REVIEW_KEY = 'sk_demo_partner';
/** Where the demonstration's NGO has its page. */
export const DEMO_PAGE_ORIGIN = 'http://localhost:4681';
