// What a threat needs before it may be spoken: a chosen next step, two contacts that reached them, earlier ones followed up.
import { businessDaysBetween, nextBusinessDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { isOwed } from '../../../receivables/invoice-status';
import { nextStepIn, wordsOf } from '../../letter/letter-words';
import { isContact, MAIL } from '../../policy/channels';
import type { PolicyRow } from '../../policy/policy';
import { asks, isFinal, toneRank } from '../../policy/tones';
import type { CustomerContext } from '../customer-context';
import { isHandedOver } from '../owed';
import { type Verdict, verdict } from '../reasons';
import { nextStage } from '../stage';
import { stagesTaken } from './passed-stages';

/** So many contacts that reached the customer in this round of reminders stand before a final one. */
const BEFORE_FINAL = 2;
/** Business days that the task behind a final reminder may lie undone before no further final goes out. */
const TASK_DAYS = 10;

/** What must be mended before a reminder can leave. */
interface Missing {
  code: 'next-step-missing' | 'too-few-contacts';
  message: string;
}

/**
 * The row that speaks in place of a final one where too little reached the customer in this round: the strongest mail of
 * their ladder below it. It completes no stage, so the final one follows.
 * @param spoken the row whose text would go out
 * @returns the row itself where nothing is missing; null where there is none that is not milder than what was said before
 */
export function spokenBefore(customer: CustomerContext, spoken: PolicyRow): PolicyRow | null {
  if (!isFinalWord(spoken) || reached(customer) >= BEFORE_FINAL) return spoken;
  const before = customer.steps.due
    .filter(({ channel, tone, purpose }) => channel === MAIL && asks(tone) && !isFinal(tone) && purpose === 'reminder')
    .sort((a, b) => toneRank(b.tone) - toneRank(a.tone))[0];
  return before && toneRank(before.tone) >= (customer.episode?.toneRank ?? 0) ? before : null;
}

/** What keeps a final reminder from leaving; null where nothing does, and for any milder one. */
export function missingForFinal(customer: CustomerContext, spoken: PolicyRow, language: string): Missing | null {
  // A ladder that is judged as it is written threatens as it says.
  if (!isFinalWord(spoken) || !customer.facts.settings.contactRules) return null;
  if (nextStepIn(customer.facts.settings.nextStep, language) === null) return noNextStep(language);
  const count = reached(customer);
  if (count >= BEFORE_FINAL) return null;
  const known = count === 0 ? 'none is' : 'only 1 is';
  const message = `A final reminder needs two contacts before it that reached ${customer.name}, and ${known} known in this round. Call them, pause them, or hand the invoice over.`;
  return { code: 'too-few-contacts', message };
}

function noNextStep(language: string): Missing {
  const where = wordsOf(language)?.tag ?? language;
  const message = `Choose the next step: a final reminder names what follows, and nothing was chosen for mails in "${where}". Fill in Next step under More > Settings: your own words, "collection", or - to name nothing.`;
  return { code: 'next-step-missing', message };
}

/** Why a final reminder about an invoice waits: what an earlier one to the same customer announced was not done. */
export function earlierFinal(customer: CustomerContext, invoice: Invoice, spoken: PolicyRow): Verdict | null {
  if (!isFinalWord(spoken) && !isRaisedToFinal(customer, spoken)) return null;
  const { facts, closed } = customer;
  if (!facts.settings.contactRules) return null;
  const undone = customer.invoices.find((other) => other !== invoice && isTaskUndone(customer, other));
  if (!undone) return null;
  const message = () =>
    `The final reminder about ${undone.invoice || undone.key} was not followed up: its task has waited for ${TASK_DAYS} business days. Do the task, or treat it as done, before another final one goes out.`;
  return verdict('wait', 'final-not-followed', message, nextBusinessDay(facts.asOf + 1, closed));
}

/** Whether the last stage an invoice went through was a final one, and the task behind that is due for so many business days. */
function isTaskUndone({ facts, blocks, steps, segment, known }: CustomerContext, invoice: Invoice): boolean {
  if (!isOwed(invoice) || invoice.due === null || isHandedOver(facts, invoice)) return false;
  const completed = facts.history.completed.get(invoice.key) ?? [];
  const last = completed[completed.length - 1];
  const wasFinal =
    last && steps.due.some((row) => row.stage === last.stage && row.days === last.days && isFinalWord(row));
  if (!wasFinal) return false;
  const from = Math.max(invoice.due, blocks.newDate(invoice) ?? 0);
  const next = nextStage(from, facts.asOf, stagesTaken(steps.due, known, true), segment, completed);
  if (!next || isContact(next.row.channel) || next.dueOn > facts.asOf) return false;
  return businessDaysBetween(next.dueOn, facts.asOf, facts.settings.holidays) >= TASK_DAYS;
}

function isFinalWord({ tone, channel }: PolicyRow): boolean {
  return isFinal(tone) && isContact(channel);
}

/** A milder stage that speaks through the text of a final one, as the tone never falls within a round of reminders. */
function isRaisedToFinal({ episode }: CustomerContext, { tone, channel }: PolicyRow): boolean {
  return asks(tone) && isContact(channel) && isFinal(episode?.tone ?? '');
}

/** How many contacts of this round reached the customer; a mail before the day on which one came back is none. */
function reached({ facts: { history }, key, episode }: CustomerContext): number {
  if (!episode) return 0;
  const bouncedOn = history.bounced.get(key)?.on ?? Number.NEGATIVE_INFINITY;
  const contacts = history.contacts.get(key) ?? [];
  return contacts.filter(
    (one) => one.reached && one.on >= episode.since && (one.channel !== MAIL || one.on > bouncedOn),
  ).length;
}
