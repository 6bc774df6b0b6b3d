// Invoice numbers as people write them a second time.

/**
 * By what an invoice number is known again, however it is spaced and capitalised.
 * @example numberKey('inv  1001') // 'inv 1001'
 */
export function numberKey(written: string): string {
  return written.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What tells rows under one number apart: dates, amount and currency, and which of equal ones it is. */
const APART = /(?<!\|)~[\d-]*~[\d-]*~-?\d*~[A-Z]{3}(?:~\d+)?$/;

/**
 * The key of an invoice without what tells rows under one number apart: those of one number are one invoice to whoever
 * marked it. The key of a row without a number stays whole.
 * @example numberStem('acme|1001~2026-10-01~2026-11-01~120000~EUR') // 'acme|1001'
 */
export function numberStem(key: string): string {
  return key.replace(APART, '');
}
