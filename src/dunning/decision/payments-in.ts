// How old the payments may be before a mail waits for newer ones: a firm word needs fresher payments than a friendly one.
import { businessDaysBetween, type Day, shortDay } from '../../receivables/day';
import type { ReminderFacts } from '../history/events';
import { isSentByUs } from '../policy/channels';
import { isFirm } from '../policy/tones';
import type { DunningSettings, Facts } from './facts';

/** Business days: a firm mail to somebody who paid costs more than a friendly one. */
const FIRM_MAX_AGE = 1;

/** What is known of the payments on a day. */
export interface PaymentsKnown {
  asOf: Facts['asOf'];
  settings: Pick<DunningSettings, 'paymentsUpTo' | 'holidays'>;
}

/**
 * How old the payments are.
 * @param upTo the last day whose payments are in the sheet; null when nobody said
 * @param today the day they are counted to
 * @param holidays days on which no business is done; in a quiet period payments come in as on any day
 * @returns business days; infinite when nobody said
 * @example paymentsAge(dayFromIso('2026-11-06'), dayFromIso('2026-11-09'), new Set()) // 1: Friday to Monday
 */
export function paymentsAge(upTo: Day | null, today: Day, holidays: ReadonlySet<Day>): number {
  return upTo === null ? Number.POSITIVE_INFINITY : businessDaysBetween(upTo, today, holidays);
}

/**
 * Why a reminder waits for newer payments: mails of a firm tone and above, on payments older than one business day. It is
 * planned and may be approved all the same. Payments too old for every mail are a stop of the workbook, not told here.
 * @param reminder its channel and tone
 * @param known the day and the settings; without a day up to which payments are in, nothing waits here
 * @returns a sentence; '' when it need not wait
 * @example waitsForPayments({ channel: 'email', tone: 'friendly' }, facts) // ''
 */
export function waitsForPayments(
  { channel, tone }: Pick<ReminderFacts, 'channel' | 'tone'>,
  known: PaymentsKnown,
): string {
  if (!isSentByUs(channel) || !isFirm(tone)) return '';
  const { asOf, settings } = known;
  const { paymentsUpTo, holidays } = settings;
  if (paymentsUpTo === null || paymentsAge(paymentsUpTo, asOf, holidays) <= FIRM_MAX_AGE) return '';
  return `Payments are in only up to ${shortDay(paymentsUpTo, asOf)}: a firm mail waits until they are at most one business day old.`;
}
