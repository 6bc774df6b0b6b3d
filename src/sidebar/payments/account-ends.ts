// From when to when a bank's file holds all that was booked on each of its accounts, as far as it says so.
import { dayFromIso, isoOf } from '../../receivables/day';
import type { BankReport } from '../../sheet/bank/bank-report';

/** An account that a file holds all of, from the ISO day of its oldest line to another; balances as decimal texts or ''. */
export interface AccountEnd {
  /** As the file names it, with its currency. */
  account: string;
  from: string;
  end: string;
  opening: string;
  closing: string;
}

/** What is told of a file that is read whole. */
const HARMLESS = ['encoding', 'same-twice'];

/**
 * The accounts of a file with the days from which and up to which each is complete: a statement up to its closing day, a table up to
 * the day before its newest line, as more may come on that day.
 * @param today ISO day
 * @returns none where a row was not read, a balance does not agree, or the format tells of single payments only
 * @example accountEnds(report, '2026-11-24') // [{ account: 'DE1 EUR', from: '2026-11-20', end: '2026-11-23', opening: '', closing: '' }]
 */
export function accountEnds({ format, accounts, lines, problems }: BankReport, today: string): AccountEnd[] {
  if (/camt\.05[24]|MT942/.test(format) || problems.some(({ code }) => !HARMLESS.includes(code))) return [];
  const isStatement = /camt|MT940/.test(format);
  const now = dayFromIso(today) ?? 0;
  const ends = accounts.map(({ id, currency, opening = '', closing = '', end = '' }): AccountEnd | null => {
    const days = lines
      .filter((line) => !line.pending && !line.infoOnly)
      .filter((line) => (line.account ?? id) === id && (accounts.length === 1 || line.currency === currency))
      .flatMap(({ booking, date }) => dayFromIso(booking ?? date) ?? [])
      .sort((a, b) => a - b);
    const newest = days.filter((day) => day <= now).pop();
    const stated = dayFromIso(end);
    if (isStatement && stated === null) return null;
    const last = isStatement ? stated : Math.min(stated ?? (newest ?? now + 1) - 1, now - 1);
    // A download of OFX states the moment it was made.
    if (last === null || last > now || (stated === null && newest === undefined)) return null;
    const first = Math.min(days[0] ?? last, last);
    return { account: `${id} ${currency}`.trim(), from: isoOf(first), end: isoOf(last), opening, closing };
  });
  // Of an account that does not say it nobody knows what came: then nothing is known of all.
  return ends.includes(null) ? [] : ends.flatMap((end) => end ?? []);
}
