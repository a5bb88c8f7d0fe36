// The forty cases of the demonstration: every kind of application and every status, each with a history.
// Days are counted from today; a person is no more than initials.

import type { ApplicationKind } from '@lintas/contract';
import type { DemoCaseName } from './demo-cases.ts';
import { accepted, paymentAsked, returned, sentAgain } from './arrival-steps.ts';
import * as check from './check-steps.ts';
import { appealed, decided, finished, moved, ranOut, ready, stopped } from './decision-steps.ts';
import { delayed, fewCases, noted, queued } from './news-steps.ts';
import type { Step } from './step.ts';
import type { Office } from './texts.ts';

export interface PlannedCase {
  readonly kind: ApplicationKind;
  readonly office: Office;
  readonly initials: string;
  readonly nationality?: string;
  /** Day on which it was sent. */
  readonly filed: number;
  readonly steps: readonly Step[];
  readonly draft?: boolean;
  readonly name?: DemoCaseName;
}

const {
  answered,
  attended,
  checked,
  identityDone,
  invited,
  needed,
  otherOfficeAsked,
  paused,
  reviewed,
  sentBack,
} = check;

const plan = (
  kind: ApplicationKind,
  office: Office,
  initials: string,
  nationality: string | undefined,
  filed: number,
  history: readonly Step[],
  more: Pick<PlannedCase, 'draft' | 'name'> = {},
): PlannedCase => ({
  kind,
  office,
  initials,
  filed,
  steps: history,
  ...(nationality && { nationality }),
  ...more,
});

// prettier-ignore
export const PLAN: readonly PlannedCase[] = [
  // The ones that everybody may open.
  plan('stay_limited', 'Jakarta', 'M.K.', 'AFG', -38, [paymentAsked(-37, -30), accepted(-33), reviewed(-24), identityDone(-9)], { name: 'inReview' }),
  plan('refugee_registration', 'Jakarta', 'S.A.', 'SOM', -52, [accepted(-47), reviewed(-30), needed(-4, 10)], { name: 'actionRequired' }),
  plan('rsd', 'Medan', 'N.U.', 'XXA', -61, [accepted(-58), reviewed(-40), invited(-6, 8, 'Medan')], { name: 'appointment' }),
  plan('work_linked_permit', 'Makassar', 'R.F.', 'YEM', -75, [paymentAsked(-74, -67), accepted(-70), reviewed(-55), otherOfficeAsked(-41), paused(-12, 'waiting_for_other_office')], { name: 'onHold' }),
  plan('visa_limited_stay', 'Jakarta', 'T.B.', 'ETH', -96, [accepted(-92), reviewed(-80), checked(-20), decided(-8, 'refused')], { name: 'refused' }),
  plan('passport_renewal', 'Jakarta', 'D.P.', 'IDN', -29, [paymentAsked(-29, -22, '650000'), accepted(-27), reviewed(-20), checked(-11), decided(-9, 'approved'), ready(-3, 27)], { name: 'documentReady' }),
  plan('stay_permanent', 'Medan', 'L.H.', 'IRQ', -140, [accepted(-134, [-60, -10]), reviewed(-110), delayed(-5, [12, 40])], { name: 'overdue' }),
  plan('citizenship_choice', 'Makassar', 'A.W.', 'IDN', -88, [accepted(-84), reviewed(-70), checked(-25), sentBack(-7)], { name: 'sentBack' }),

  // Before anything was checked.
  plan('visa_visit', 'Jakarta', 'J.O.', 'PAK', -2, [], { draft: true }),
  plan('visa_visit', 'Jakarta', 'C.L.', 'CHN', -3, []),
  plan('passport_new', 'Medan', 'F.S.', 'IDN', -1, []),
  plan('visa_diplomatic_service', 'Jakarta', 'E.V.', 'NLD', -6, [paymentAsked(-5, 2)]),
  plan('stay_visit_extension', 'Makassar', 'G.I.', 'JPN', -9, [paymentAsked(-8, 3, '355000')]),
  plan('status_conversion', 'Jakarta', 'H.Z.', 'IRN', -14, [returned(-10)]),
  plan('re_entry_permit', 'Medan', 'K.M.', 'KOR', -30, [accepted(-28), returned(-22, 'documents_unclear'), sentAgain(-12)]),

  // In the line.
  plan('skim', 'Makassar', 'B.R.', 'AUS', -21, [paymentAsked(-20, -14), accepted(-16, [5, 18])]),
  plan('resettlement', 'Jakarta', 'Q.N.', 'MMR', -33, [accepted(-31), queued(-30, 148, 622)]),
  plan('family_link', 'Jakarta', 'W.A.', 'SDN', -17, [accepted(-15), fewCases(-13)]),
  plan('passport_lost_damaged', 'Medan', 'P.S.', 'IDN', -12, [accepted(-10, [4, 12])]),
  plan('affidavit', 'Makassar', 'Y.T.', 'IDN', -19, [accepted(-18), moved(-11)]),
  plan('complaint', 'Jakarta', 'Z.K.', undefined, -8, [accepted(-7, [-1, 6])]),

  // Being checked.
  plan('dual_child_registration', 'Jakarta', 'I.M.', 'IDN', -44, [accepted(-41), reviewed(-28), noted(-14)]),
  plan('naturalisation', 'Medan', 'O.D.', 'LKA', -120, [accepted(-115), reviewed(-99), identityDone(-60), otherOfficeAsked(-31)]),
  plan('detention_alternative', 'Jakarta', 'X.H.', 'ERI', -26, [accepted(-25), reviewed(-21), otherOfficeAsked(-16)]),
  plan('voluntary_return', 'Makassar', 'U.R.', 'LKA', -35, [accepted(-33), reviewed(-27), needed(-15, 5, 'answer'), answered(-6)]),
  plan('refugee_registration', 'Medan', 'A.N.', 'MMR', -48, [accepted(-45), reviewed(-36), needed(-20, -6)]),
  plan('rsd', 'Jakarta', 'H.M.', 'SYR', -83, [accepted(-80), reviewed(-62), invited(-30, -18, 'Jakarta'), attended(-18)]),
  plan('resettlement', 'Makassar', 'S.K.', 'AFG', -102, [accepted(-99), reviewed(-77), invited(-12, 15, 'Makassar')]),
  plan('overstay_settlement', 'Jakarta', 'V.D.', 'XXB', -24, [accepted(-23), reviewed(-18), paused(-9, 'system_trouble')]),
  plan('travel_document_emergency', 'Jakarta', 'R.I.', 'IDN', -5, [accepted(-5, [0, 2]), reviewed(-4), checked(-2)]),
  plan('stay_limited', 'Medan', 'C.A.', 'NGA', -58, [accepted(-55, [-20, -8]), reviewed(-46), delayed(-6)]),

  // Decided, and after.
  plan('stay_limited', 'Jakarta', 'B.E.', 'DZA', -72, [accepted(-69), reviewed(-60), checked(-15), decided(-5, 'approved')]),
  plan('work_linked_permit', 'Medan', 'M.Y.', 'TUR', -91, [accepted(-89), reviewed(-74), checked(-22), decided(-13, 'approved_with_conditions')]),
  plan('family_link', 'Makassar', 'N.S.', 'PSE', -66, [accepted(-64), reviewed(-51), checked(-30), decided(-21, 'closed_without_decision')]),
  plan('naturalisation', 'Jakarta', 'F.A.', 'PAK', -210, [accepted(-204), reviewed(-180), checked(-90), decided(-71, 'refused'), appealed(-33)]),
  plan('re_entry_permit', 'Jakarta', 'D.O.', 'RUS', -43, [paymentAsked(-42, -36), accepted(-38), reviewed(-31), checked(-24), decided(-20, 'approved'), ready(-17, 13), finished(-10)]),
  plan('passport_new', 'Makassar', 'T.W.', 'IDN', -55, [paymentAsked(-55, -48, '350000'), accepted(-53), reviewed(-47), checked(-40), decided(-38, 'approved'), ready(-33, -3), finished(-29)]),

  // Ended in another way.
  plan('visa_visit', 'Medan', 'L.P.', 'FRA', -25, [paymentAsked(-24, -17), ranOut(-16)]),
  plan('status_conversion', 'Makassar', 'K.E.', 'IND', -49, [accepted(-46), reviewed(-39), needed(-30, -10), stopped(-19)]),
  plan('other', 'Jakarta', 'S.U.', 'XXC', -13, [stopped(-11)]),
];
