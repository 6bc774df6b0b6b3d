// What an audit of the log finds: three kinds, each finding with a stable code, its entries and a sentence.
import type { LogEvent } from '../events';

/** Every code of a finding with its kind. */
export const FINDING_KINDS = {
  'entries-missing': 'gap',
  'entry-twice': 'gap',
  'entry-altered': 'gap',
  'entry-converted': 'gap',
  'cell-changed': 'gap',
  'entry-unreadable': 'gap',
  'column-missing': 'gap',
  'log-accepted': 'gap',
  'accepted-part-altered': 'gap',
  'sent-twice': 'duplicate',
  'stage-twice': 'duplicate',
  'reference-twice': 'duplicate',
  'mail-twice': 'duplicate',
  'line-twice': 'duplicate',
  'line-unknown': 'contradiction',
  'line-overspent': 'contradiction',
  'while-paid': 'contradiction',
  'while-undecided': 'contradiction',
  'never-planned': 'contradiction',
  'state-forbids': 'contradiction',
  'sent-without-sending': 'contradiction',
  'not-approved': 'contradiction',
  'one-approval': 'contradiction',
  'approved-by-nobody': 'contradiction',
  'in-preview': 'contradiction',
  'not-the-sender': 'contradiction',
  'while-paused': 'contradiction',
  'while-do-not-contact': 'contradiction',
  'while-disputed': 'contradiction',
  'while-promised': 'contradiction',
  'after-a-reply': 'contradiction',
  'to-a-bounced-address': 'contradiction',
  'handed-over': 'contradiction',
  'stage-below': 'contradiction',
  'stage-done-before': 'contradiction',
} as const;

export type FindingCode = keyof typeof FINDING_KINDS;

/** Something about the log that cannot be, or that a person should be able to explain. */
export interface Finding {
  code: FindingCode;
  /** The numbers in the column Seq that it is about, in order; of a range that is missing its first and last. */
  seq: number[];
  /** Reference of the reminder; '' where it is about none. */
  reminder: string;
  customer: string;
  /** `YYYY-MM-DD HH:mm:ss` of the entry that shows it; '' where that is not known. */
  at: string;
  /** A sentence or two. */
  message: string;
}

/** A finding that an entry shows. @param others further entries it is about */
export function findingAt(
  code: FindingCode,
  event: LogEvent,
  message: string,
  others: readonly number[] = [],
): Finding {
  const { seq, reminder, customer, at } = event;
  return { code, seq: [...others, seq], reminder, customer, at, message };
}

/** A column of the log that is not there. @param message names tab and column */
export function columnMissing(message: string): Finding {
  return { code: 'column-missing', seq: [], reminder: '', customer: '', at: '', message };
}
