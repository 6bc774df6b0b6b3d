// How long an approval holds: what a person read too long ago is asked for again instead of sent.
import { businessDaysBetween, dayFromIso, shortDay } from '../../receivables/day';
import { withoutFirmDays } from '../decision/contact/firm-days';
import type { Facts } from '../decision/facts';
import type { Reminder } from '../history/reminder';
import { isSentByUs } from '../policy/channels';
import { isFirm } from '../policy/tones';

/** Business days that an approval holds; what is firm or stronger has to be fresher. */
const HOLDS = 5;
const HOLDS_FIRM = 3;

/**
 * Why an approved mail is asked for again: its approval is older than five business days, three for firm and above. What
 * the policy itself approves is judged by the policy of each day, and grows no older.
 * @param facts the day, and the days on which no business is done
 * @returns a sentence; '' while the approval holds
 * @example tooOld(reminder, facts) // 'Approved on Wed 4 Nov, asked again because more than 5 business days have passed.'
 */
export function tooOld(
  { state, approvedAt, approvedBy, facts: { channel, tone } }: Reminder,
  { asOf, settings: { holidays, contactRules } }: Pick<Facts, 'asOf' | 'settings'>,
): string {
  const on = dayFromIso(approvedAt.slice(0, 10));
  if (state !== 'approved' || on === null || approvedBy === 'policy' || !isSentByUs(channel)) return '';
  const holds = isFirm(tone) ? HOLDS_FIRM : HOLDS;
  // A day on which a firm word may not leave is none that it waited.
  const closed = contactRules && isFirm(tone) ? withoutFirmDays(on, asOf, holidays) : holidays;
  if (businessDaysBetween(on, asOf, closed) <= holds) return '';
  const firm = holds === HOLDS_FIRM ? ', which is as long as the approval of a firm mail holds' : '';
  return `Approved on ${shortDay(on, asOf)}, asked again because more than ${holds} business days have passed${firm}.`;
}
