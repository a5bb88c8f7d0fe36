// What a submitted machine-readable zone says: whether it was read right, whether the paper is still valid, and whether
// it fits what the application says. Free of I/O. Nothing here sends a file back: a human looks at it.

import { isStateCode, isWithoutNationality, parseMrz, stateCode, type Mrz } from '@lintas/contract/mrz';
import type { Finding } from './finding.ts';

/** What an application knows of the person. */
export interface Applicant {
  readonly initials: string;
  readonly nationality?: string | undefined;
}

/** @param today of the server; a paper is valid to the end of its last day, wherever that is */
export function checkMrz(text: string, applicant: Applicant, today: Date): Finding[] {
  const mrz = parseMrz(text, today);
  if (!mrz) return [{ method: 'mrz_check_digits', result: 'inconclusive', reason: 'not_readable' }];
  return [checkDigits(mrz), checkExpiry(mrz, today), compareWithForm(mrz, applicant)];
}

function checkDigits({ wrong, issuer }: Mrz): Finding {
  const method = 'mrz_check_digits';
  if (wrong.length > 0) return { method, result: 'fail', reason: 'could_not_confirm' };
  if (!isStateCode(issuer)) return { method, result: 'inconclusive', reason: 'could_not_confirm' };
  return { method, result: 'pass' };
}

const DAY_MS = 86_400_000;

function checkExpiry({ expiryDate, wrong }: Mrz, today: Date): Finding {
  const method = 'expiry';
  if (wrong.includes('expiryDate')) return { method, result: 'inconclusive', reason: 'could_not_confirm' };
  // Some papers have no end.
  if (expiryDate === undefined) return { method, result: 'not_applicable' };
  const yesterday = new Date(today.getTime() - DAY_MS).toISOString();
  if (expiryDate >= yesterday.slice(0, expiryDate.length)) return { method, result: 'pass' };
  return { method, result: 'fail', reason: 'document_expired' };
}

function compareWithForm(mrz: Mrz, { initials, nationality }: Applicant): Finding {
  const method = 'mrz_vs_form';
  const fits = [fitsInitials(mrz, initials), fitsNationality(mrz, nationality)];
  if (fits.includes('no')) return { method, result: 'fail', reason: 'details_differ' };
  if (fits.includes('unsure')) return { method, result: 'inconclusive', reason: 'could_not_confirm' };
  return { method, result: 'pass' };
}

type Fit = 'yes' | 'no' | 'unsure';

/** In any order, and not all of them: names are written down in many ways. Other scripts cannot be compared. */
function fitsInitials({ surname, givenNames }: Mrz, initials: string): Fit {
  const wanted = initials.normalize('NFD').toUpperCase().match(/\p{L}/gu) ?? [];
  if (wanted.length === 0 || wanted.some((letter) => !/[A-Z]/.test(letter))) return 'unsure';
  const left = `${surname} ${givenNames}`.split(' ').map((word) => word.charAt(0));
  const missing = wanted.filter((letter) => {
    const at = left.indexOf(letter);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return missing.length === 0 ? 'yes' : 'no';
}

/** A travel document for refugees names none; what the application names is theirs all the same. */
function fitsNationality(mrz: Mrz, nationality: string | undefined): Fit {
  if (nationality === undefined) return 'unsure';
  if (stateCode(nationality) === mrz.nationality) return 'yes';
  return isWithoutNationality(mrz.nationality) || isWithoutNationality(nationality) ? 'unsure' : 'no';
}
