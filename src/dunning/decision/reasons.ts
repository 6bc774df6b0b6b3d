// The reasons a decision gives: a stable code and a sentence a collector would write.
import { type Day, shortDay } from '../../receivables/day';

export type ReasonCode =
  | 'not-due-yet'
  | 'stage-due'
  | 'gap'
  | 'not-a-business-day'
  | 'outside-window'
  | 'daily-cap'
  | 'paid'
  | 'credit'
  | 'draft'
  | 'void'
  | 'retention'
  | 'below-minimum'
  | 'net-credit'
  | 'allocate-first'
  | 'disputed'
  | 'held'
  | 'promised'
  | 'replied'
  | 'bounced'
  | 'do-not-contact'
  | 'unreadable-block'
  | 'no-policy'
  | 'ladder-finished'
  | 'handed-over'
  | 'unconfirmed'
  | 'stale-payments'
  | 'no-address'
  | 'bad-address'
  | 'no-template'
  | 'unknown-placeholder'
  | 'no-due-date'
  | 'payment-in-process'
  | 'contradiction'
  | 'contact-limit'
  | 'first-contact'
  | 'firm-day'
  | 'senior-later'
  | 'no-consent'
  | 'preferred-channel';

export interface Reason {
  code: ReasonCode;
  message: string;
}

export type DecisionKind = 'remind' | 'wait' | 'blocked' | 'not-chased' | 'needs-fix';

/** Whether it says that today is no day for it and nothing else: what waits goes on waiting. @example isOfToday('gap') // false */
export function isOfToday(code: ReasonCode): boolean {
  return code === 'not-a-business-day' || code === 'firm-day';
}

/** What was decided about one invoice or customer, and the day on which it could change (null: not by time alone). */
export interface Verdict {
  decision: DecisionKind;
  reasons: Reason[];
  nextDate: Day | null;
}

/**
 * A verdict with one reason.
 * @param message its sentence, or what puts it together for who reads it: of ten thousand invoices few are ever asked why
 * @example verdict('wait', 'gap', () => `Until ${shortDay(day)}.`, day).reasons[0].message
 */
export function verdict(
  decision: DecisionKind,
  code: ReasonCode,
  message: string | (() => string),
  nextDate: Day | null = null,
): Verdict {
  return {
    decision,
    reasons: [typeof message === 'string' ? { code, message } : saidWhenRead(code, message)],
    nextDate,
  };
}

function saidWhenRead(code: ReasonCode, say: () => string): Reason {
  return {
    code,
    get message() {
      return say();
    },
  };
}

/** `3 days past due`, `due today`, `due in 4 days`. */
export function ageInWords(daysPastDue: number): string {
  if (daysPastDue === 0) return 'due today';
  const days = Math.abs(daysPastDue) === 1 ? '1 day' : `${Math.abs(daysPastDue)} days`;
  return daysPastDue > 0 ? `${days} past due` : `due in ${days}`;
}

/** `Waiting until Tue 1 Dec (firm) unless paid; last contact Tue 24 Nov.` */
export function waitingUntil(until: Day, tone: string, lastContact: Day | null, today: Day): string {
  const last = lastContact === null ? '' : `; last contact ${shortDay(lastContact, today)}`;
  return `Waiting until ${shortDay(until, today)}${tone ? ` (${tone})` : ''} unless paid${last}.`;
}
