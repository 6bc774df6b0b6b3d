// Up to which day imports have payments in: the earliest over the accounts, each from import to import without a gap.
import { businessDaysBetween, type Day, dayFromIso, isoOf } from '../../receivables/day';
import type { AccountEndFacts } from '../history/payment-facts';
import { liveLines, type Payments } from '../history/payments';

/** An account of a bank file that holds all that was booked from a day to a day. */
export interface ImportedAccount {
  /** As the file names it, with its currency. */
  account: string;
  /** ISO days: of its oldest line, and up to which it is complete. */
  from: string;
  end: string;
  /** Decimal texts; '' where the file does not state them. */
  opening: string;
  closing: string;
}

/** What is known before an import. */
export interface Known {
  payments: Payments;
  /** The day that is confirmed so far; null where nobody said. */
  confirmed: Day | null;
  holidays: ReadonlySet<Day>;
}

/**
 * The ends of the accounts of a file. One that does not go on where the last import, or a person's word, ended may lack lines: it
 * stays where it was.
 * @returns what is written down, and the accounts that may lack lines with the day up to which they are known
 * @example endsOf([{ account: 'DE1 EUR', from: '2026-11-10', end: '2026-11-12', opening: '', closing: '' }], known).ends
 */
export function endsOf(
  accounts: readonly ImportedAccount[],
  { payments, confirmed, holidays }: Known,
): { ends: AccountEndFacts[]; loose: [account: string, upTo: Day][] } {
  const ends: AccountEndFacts[] = [];
  const loose: [string, Day][] = [];
  for (const { account, from, end, opening, closing } of accounts) {
    const before = payments.ends.get(account);
    const [first, last] = [dayFromIso(from), dayFromIso(end)];
    if (first === null || last === null || confirmed === null) continue;
    const upTo = Math.max(before?.on ?? confirmed, confirmed);
    const goesOn = opening !== '' && before?.closing === opening;
    if (!goesOn && businessDaysBetween(upTo, first, holidays) > 1) {
      loose.push([account, upTo]);
      ends.push([account, isoOf(upTo), before?.closing ?? '']);
    } else if (!before || last > before.on) ends.push([account, end, closing]);
  }
  return { ends, loose };
}

/**
 * The day up to which imports have payments in, where that is later than what is confirmed.
 * @returns null where it is not, where nobody ever said a day, or while a line up to it waits for a decision
 * @example importedUpTo(history.payments, confirmed, today) // null while somebody has to decide about a line
 */
export function importedUpTo(payments: Payments, confirmed: Day | null, today: Day): Day | null {
  if (confirmed === null || payments.ends.size === 0) return null;
  const upTo = Math.min(today, ...[...payments.ends.values()].map(({ on }) => on));
  const waits = ({ decision, on }: { decision: unknown; on: Day }): boolean => !decision && on <= upTo;
  return upTo <= confirmed || liveLines(payments).some(waits) ? null : upTo;
}
