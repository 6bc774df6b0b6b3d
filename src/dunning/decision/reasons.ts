// The reasons a decision gives: a stable code and a sentence a collector would write.
import { type Day, shortDay } from '../../receivables/day';
import { asks } from '../policy/tones';

export type ReasonCode =
  | 'not-due-yet'
  | 'stage-due'
  | 'gap'
  | 'one-a-day'
  | 'not-a-business-day'
  | 'outside-window'
  | 'daily-cap'
  | 'live-today'
  | 'limit-later'
  | 'paid'
  | 'credit'
  | 'draft'
  | 'void'
  | 'retention'
  | 'below-minimum'
  | 'net-credit'
  | 'allocate-first'
  | 'disputed'
  | 'queried'
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
  | 'no-payment-details'
  | 'no-document'
  | 'next-step-missing'
  | 'too-few-contacts'
  | 'final-not-followed'
  | 'own-company'
  | 'insolvent'
  | 'assigned'
  | 'direct-debit'
  | 'consumer'
  | 'payment-in-process'
  | 'payment-came'
  | 'payment-undecided'
  | 'payment-difference'
  | 'debit-returned'
  | 'contradiction'
  | 'contact-limit'
  | 'first-contact'
  | 'firm-day'
  | 'senior-later'
  | 'no-consent'
  | 'preferred-channel'
  | 'paid-anyway';

export interface Reason {
  code: ReasonCode;
  message: string;
}

export type DecisionKind = 'remind' | 'wait' | 'blocked' | 'not-chased' | 'needs-fix';

/** Whether it says that today is no day for it and nothing else: what waits goes on waiting. @example isOfToday('gap') // false */
export function isOfToday(code: ReasonCode): boolean {
  return code === 'not-a-business-day' || code === 'firm-day' || code === 'live-today' || code === 'one-a-day';
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
    reasons: [typeof message === 'string' ? { code, message } : new SaidWhenRead(code, message)],
    nextDate,
  };
}

/** A class, as a getter of its own in each of a hundred thousand reasons takes longer to make than the sentence it saves. */
class SaidWhenRead implements Reason {
  constructor(
    readonly code: ReasonCode,
    private readonly say: () => string,
  ) {}

  get message(): string {
    return this.say();
  }
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
  return `Waiting until ${shortDay(until, today)}${asks(tone) ? ` (${tone})` : ''} unless paid${last}.`;
}

/** Codes, those of a cancellation or a failure too, whose own words say too little. */
const IN_SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    held: 'paused',
    gone: 'no longer in the sheet',
    'not-due-yet': 'not due yet',
    gap: 'too soon',
    'one-a-day': 'another mail today',
    'paid-anyway': 'paid soon anyway',
    'do-not-contact': 'do not contact',
    'below-minimum': 'too small',
    'net-credit': 'covered by credits',
    'allocate-first': 'credits to allocate',
    'ladder-finished': 'last step done',
    'handed-over': 'handed over',
    'no-policy': 'no step',
    'no-template': 'text to mend',
    'unknown-placeholder': 'text to mend',
    'bad-address': 'address to mend',
    'no-payment-details': 'how to pay to fill in',
    'no-document': 'document to link',
    'payment-came': 'paid at the bank',
    'payment-undecided': 'payment to decide about',
    'payment-difference': 'difference to explain',
    contradiction: 'paid or open: to answer',
    'next-step-missing': 'next step to choose',
    bounced: 'mail came back',
    'daily-cap': 'enough new customers',
    'live-today': 'went live today',
    'limit-later': 'others over their limit first',
    'unreadable-block': 'unreadable',
    erased: 'details erased',
    double: 'a second one of the customer',
    'stage-due': 'planned anew',
    failed: 'failed three times',
  }),
);

/** A code in a word or two, for where it is counted. @example reasonInShort('no-address') // 'no address' */
export function reasonInShort(code: string): string {
  return IN_SHORT.get(code) ?? code.replace(/-/g, ' ');
}

/** Why a first word about an old balance asks whether it is right. */
export const OLD_BALANCE =
  'Chosen at the beginning: first ask whether the old balance is right. A balance they confirm may begin the limitation period anew: ask your lawyer.';
