// Advice from the past: for each segment at most one change of its cadence under which fewer mails were needless, and no word came late.

import { isSentByUs } from '../../dunning/policy/channels';
import type { PolicyRow } from '../../dunning/policy/policy';
import type { Compared } from './past-year';

/** One change of a segment's rows. */
export interface Candidate {
  segment: string;
  /** What changes, in words: `no mail 3 days before due`. */
  what: string;
  /** Rows as they are, with what they would be. */
  changes: { before: PolicyRow; after: PolicyRow }[];
}

/** Advice that the past supports. */
export interface Advice extends Candidate, Compared {}

/** The first step comes so many days later, contacts lie so many days further apart. */
const LATER = 3;
const WIDER = 2;
/** It has to spare at least so many mails a year, and this share of them. */
const LEAST_MAILS = 10;
const LEAST_SHARE = 0.05;
/** No invoice may be first spoken of so many days later on average. */
const MOST_LATER = 5;

/**
 * The changes of cadence that come into question for a segment: leaving out the mails before the due date, beginning three days later,
 * two more days between contacts.
 * @param steps of the segment
 * @example candidatesOf('New', steps).map(({ what }) => what) // ['no mail before the due date', 'the first step on day 5 instead of 2', …]
 */
export function candidatesOf(segment: string, steps: readonly PolicyRow[]): Candidate[] {
  const due = steps.filter(({ active, anchor }) => active && anchor === 'due').sort((a, b) => a.days - b.days);
  const early = due.filter(({ days, channel }) => days < 0 && isSentByUs(channel));
  const [first, second] = due.filter(({ days }) => days >= 0);
  const gaps = steps.filter(({ anchor }) => anchor === 'due');
  const found: Candidate[] = [];
  const add = (what: string, rows: readonly PolicyRow[], change: (row: PolicyRow) => PolicyRow): void => {
    found.push({ segment, what, changes: rows.map((before) => ({ before, after: change(before) })) });
  };
  if (early.length > 0) add('no mail before the due date', early, (row) => ({ ...row, active: false }));
  if (first && isSentByUs(first.channel) && (!second || second.days > first.days + LATER))
    add(`the first step on day ${first.days + LATER} instead of ${first.days}`, [first], (row) => ({
      ...row,
      days: row.days + LATER,
    }));
  if (first && gaps.length > 1)
    add(`${first.minimumGap + WIDER} days between contacts instead of ${first.minimumGap}`, gaps, (row) => ({
      ...row,
      minimumGap: row.minimumGap + WIDER,
    }));
  return found;
}

/** The policy with a change in it. */
export function withChange(policy: readonly PolicyRow[], { changes }: Candidate): PolicyRow[] {
  return policy.map((row) => changes.find(({ before }) => before === row)?.after ?? row);
}

/**
 * The advice for a segment: of the changes that spare enough mails, leave no larger share of them needless and bring no word late, the one
 * that spares most needless mails; null where none does.
 * @example bestOf(tried)?.what
 */
export function bestOf(tried: readonly Advice[]): Advice | null {
  const needless = ({ mails, needlessMails }: Compared['before']): number => mails * (needlessMails ?? 0);
  const spared = ({ before, after }: Compared): number => needless(before) - needless(after);
  const supported = tried.filter(
    ({ before, after }) =>
      before.mails - after.mails >= Math.max(LEAST_MAILS, LEAST_SHARE * before.mails) &&
      (after.needlessMails ?? 0) <= (before.needlessMails ?? 0) &&
      after.daysLater <= MOST_LATER,
  );
  return supported.reduce<Advice | null>((best, one) => (best && spared(best) >= spared(one) ? best : one), null);
}
