// The bands that give an IKM its grade, as data, each with the regulation that set it.

import { compare, fromDecimal, roundHalfUp, type Rational } from './rational.ts';

export type Grade = 'A' | 'B' | 'C' | 'D';

export interface BandTable {
  /** Name of the table in the API. */
  readonly id: 'permenpan-rb-14-2017' | 'kepmenpan-25-2004';
  readonly regulation: string;
  /** From the best grade down: the lowest IKM, in hundredths as printed, that has it. */
  readonly bands: readonly { readonly grade: Grade; readonly from: string }[];
}

export const BANDS_2017: BandTable = {
  id: 'permenpan-rb-14-2017',
  regulation: 'Peraturan Menteri PANRB Nomor 14 Tahun 2017',
  bands: [
    { grade: 'A', from: '88.31' },
    { grade: 'B', from: '76.61' },
    { grade: 'C', from: '65.00' },
    { grade: 'D', from: '25.00' },
  ],
};

/** No longer in force, and still found in sheets that cite the newer one. */
export const BANDS_2004: BandTable = {
  id: 'kepmenpan-25-2004',
  regulation: 'Keputusan Menteri PAN Nomor KEP/25/M.PAN/2/2004',
  bands: [
    { grade: 'A', from: '81.26' },
    { grade: 'B', from: '62.51' },
    { grade: 'C', from: '43.76' },
    { grade: 'D', from: '25.00' },
  ],
};

/**
 * The grade of an IKM. The printed bands leave gaps between them (76,60 and 76,61), so the IKM is rounded to the
 * hundredth first and then compared with where each band begins. Below the lowest band: its grade.
 */
export function gradeOf(ikm: Rational, { bands }: BandTable = BANDS_2017): Grade {
  const rounded = fromDecimal(roundHalfUp(ikm, 2));
  return bands.find(({ from }) => compare(rounded, fromDecimal(from)) >= 0)?.grade ?? 'D';
}
