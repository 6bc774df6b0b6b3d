// Which reminders two people have to approve, and whether the second of them has.
import { type Totals, toMinor } from '../../receivables/money';
import type { ReminderFacts } from '../history/events';
import type { Reminder } from '../history/reminder';
import type { PolicyRow } from '../policy/policy';

/** Which reminders need two approvals. */
export interface SecondApprovalRule {
  /** From what a reminder asks for on, decimal, by currency; a currency that is not here: never for its amount. */
  from: Readonly<Record<string, number>>;
  /** Whether final reminders, those to the senior contact and hand-overs do, whatever they ask for. */
  forGrave: boolean;
}

/** Nothing needs two approvals. */
export const ONE_APPROVAL: SecondApprovalRule = { from: {}, forGrave: false };

/** What a person should look at where two people have to approve. */
export const TWO_PEOPLE = 'two people approve it';

/**
 * Whether two people have to approve a reminder.
 * @param row its stage
 * @param asked what its mail asks for, net of credits it sets off, minor units by currency
 * @param rule the settings
 * @example needsTwo({ tone: 'final', to: ['billing'], purpose: 'reminder' }, {}, { from: {}, forGrave: true }) // true
 */
export function needsTwo(
  { tone, to, purpose }: Pick<PolicyRow, 'tone' | 'to' | 'purpose'>,
  asked: Totals,
  { from, forGrave }: SecondApprovalRule,
): boolean {
  if (forGrave && (tone === 'final' || to.includes('senior') || purpose === 'hand-over')) return true;
  return Object.keys(from).some((currency) => {
    const sum = asked[currency];
    return sum !== undefined && sum >= toMinor(from[currency] ?? 0, currency);
  });
}

/**
 * Why an approved reminder waits for a second person.
 * @param reminder who approved it so far
 * @param facts what it is by today's settings
 * @returns a sentence; '' when it need not wait
 * @example waitsForSecond(reminder, reminder.facts) // 'It waits for a second approval, by another person than ann@example.com.'
 */
export function waitsForSecond({ approvedBy, secondedBy }: Reminder, { second }: ReminderFacts): string {
  if (!second || secondedBy !== '') return '';
  return `It waits for a second approval, by another person than ${approvedBy}.`;
}

/**
 * Why a first approval counts as none where two people have to approve: a word in the grid, or the policy, may be the second
 * person's own.
 * @returns a sentence; '' where a person is known for it
 * @example unknownFirst({ approvedBy: 'AR Queue' }) // 'Who approved it first cannot be known, so two people approve it anew.'
 */
export function unknownFirst({ approvedBy }: Pick<Reminder, 'approvedBy'>): string {
  return approvedBy.includes('@') ? '' : 'Who approved it first cannot be known, so two people approve it anew.';
}
