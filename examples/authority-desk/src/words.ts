// The desk's English words for statuses and kinds: the codes, written as people write.

/** `action_required` becomes `Action required`. */
export function inWords(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Day and time in the office's zone. */
export function atOffice(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Jakarta',
  }).format(new Date(instant));
}
