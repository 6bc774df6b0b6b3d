// A word to our own account owner before a customer's senior contact is written to: once per reminder, never twice.

import type { Facts } from '../../dunning/decision/facts';
import { type NewEvent, reminderEvent } from '../../dunning/history/events';
import type { Reminder } from '../../dunning/history/reminder';
import { composeLetter, isLetterProblem, type Letter } from '../../dunning/letter/letter';
import { FALLBACK_LANGUAGE } from '../../dunning/letter/letter-languages';
import { checkAddress, splitAddresses } from '../../dunning/mail/address';
import { buildMessage, toBase64Url } from '../../dunning/mail/message';
import { isSentByUs } from '../../dunning/policy/channels';
import type { WorkbookFacts } from '../../workbook/facts';
import { budgetOf } from '../../workbook/recipient-budget';
import { mailFrom } from '../../workbook/send-as';
import type { WorkbookSession } from '../../workbook/session';
import { QUEUE_TAB } from '../../workbook/tab-specs';
import { letterInput, letterOfReminder, letterSources } from '../letters/letter-of-reminder';

/** So many in one run: the lock is held meanwhile. */
const MOST_IN_A_RUN = 10;

/** What came of telling account owners. */
export interface Told {
  told: number;
  /** Why somebody was not told, a sentence; '' when everybody was. */
  missed: string;
}

/**
 * Tells the account owners of all reminders that wait to go to a senior contact. Only where mails may leave now.
 * @param ws under the lock, after a plan
 * @param gathered what the plan was made from
 */
export function tellOwners(ws: WorkbookSession, gathered: WorkbookFacts): Told {
  const result: Told = { told: 0, missed: '' };
  for (const reminder of [...gathered.facts.history.waiting.values()]) {
    if (result.told >= MOST_IN_A_RUN) break;
    if (reminder.state !== 'planned' && reminder.state !== 'approved') continue;
    const { told, missed } = tellOwner(ws, gathered, reminder);
    result.told += told;
    result.missed ||= missed;
    // What Gmail refused now it would refuse of the next one too: that waits for the next run.
    if (told === 0 && gathered.facts.history.headsUp.has(reminder.id) && missed) break;
  }
  return result;
}

/** Whether an account owner is still to be told of a reminder that waits. */
export function mayTellOwners(ws: WorkbookSession, { facts }: WorkbookFacts): boolean {
  return [...facts.history.waiting.values()].some(
    (reminder) =>
      (reminder.state === 'planned' || reminder.state === 'approved') && ownerToTell(ws, facts, reminder) !== '',
  );
}

/**
 * Tells the account owner of one reminder, unless that was done, or nobody is to be told. A failure never stops the
 * reminder itself.
 * @param ws under the lock
 */
export function tellOwner(ws: WorkbookSession, gathered: WorkbookFacts, reminder: Reminder): Told {
  const owner = ownerToTell(ws, gathered.facts, reminder);
  if (owner === '') return { told: 0, missed: '' };
  // The mail itself comes first.
  const { to, cc } = reminder.facts;
  if (budgetOf(ws, ws.ports.clock.now()).left <= to.length + cc.length) return { told: 0, missed: '' };
  const letter = letterTo(gathered, ws, reminder);
  if (typeof letter === 'string') return { told: 0, missed: letter };
  // Written down first: a run that is killed here tells nobody a second time.
  ws.log.append([eventOf(ws, reminder, owner, `To ${owner}: ${letter.subject}`, 1)]);
  ws.ports.workbook.flush();
  try {
    // Without the reminder's reference: who looks for that in Sent looks for the mail to the customer.
    ws.ports.mailer.send(toBase64Url(buildMessage({ ...mailFrom(ws), to: [owner], ...letter })), '');
    return { told: 1, missed: '' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const missed = `The heads-up to ${owner} about ${reminder.facts.customer} could not be sent: ${why}`;
    ws.log.append([eventOf(ws, reminder, owner, missed, 0)]);
    return { told: 0, missed };
  }
}

function eventOf(
  ws: WorkbookSession,
  { id, facts }: Reminder,
  owner: string,
  note: string,
  recipients: number,
): NewEvent {
  return { ...reminderEvent('heads-up', id, facts, ws.ports.session.user(), note, { recipients }), to: owner };
}

/** Whom to tell: the account owner, where the mail goes to the senior contact and neither to nor from the owner; else ''. */
function ownerToTell(ws: WorkbookSession, { customers, history }: Facts, { id, facts, edit }: Reminder): string {
  if (!isSentByUs(facts.channel) || history.headsUp.has(id)) return '';
  const customer = customers.get(facts.customerKey);
  const seniors = lower(splitAddresses(customer?.escalationEmail ?? ''));
  const to = lower(edit ? splitAddresses(edit.to) : facts.to);
  if (!to.some((address) => seniors.includes(address))) return '';
  const owner = splitAddresses(customer?.owner ?? '').find((address) => checkAddress(address) === null) ?? '';
  const known = [...to, ...lower(edit ? splitAddresses(edit.cc) : facts.cc), ws.state.sender.toLowerCase()];
  return known.includes(owner.toLowerCase()) ? '' : owner;
}

function lower(addresses: readonly string[]): string[] {
  return addresses.map((address) => address.toLowerCase());
}

/** The mail to the owner, in our own language; or why there is none, a sentence ('' where none is called for). */
function letterTo(gathered: WorkbookFacts, ws: WorkbookSession, reminder: Reminder): Letter | string {
  const { facts, templates } = gathered;
  const settings = ws.settings();
  const template = facts.purposeTexts['heads-up'];
  const sources = letterSources(ws, gathered);
  const language = [settings.language, FALLBACK_LANGUAGE].find((code) => templates.find(template, code) !== null);
  const text = language === undefined ? null : templates.find(template, language);
  if (language === undefined || !text)
    return `AR Templates has no text "${template}", so account owners are not told before a senior contact is written to.`;
  const input = letterInput(reminder, sources);
  if ('problem' in input) return input.problem.message;
  const mail = letterOfReminder(reminder, sources);
  // A mail that cannot go out is no reason to tell anybody.
  if ('problem' in mail) return '';
  // While it waits for review nobody knows on which day it goes.
  const { plannedOn: _, ...about } = input.input.about ?? {};
  // Our own people are asked for nothing.
  const { pay: __, ...words } = input.input;
  const letter = composeLetter({
    ...words,
    // Where a person's own text does not say it, the link stands below.
    template: {
      ...text,
      body: text.body.includes('{{reminder link}}') ? text.body : `${text.body}\n\n{{reminder link}}`,
    },
    language,
    contact: '',
    reference: '',
    about: {
      ...about,
      ...(reminder.state === 'approved' ? { plannedOn: facts.asOf } : {}),
      plannedSubject: mail.letter.subject,
      link: linkTo(ws, reminder.id),
    },
  });
  return isLetterProblem(letter) ? letter.message : letter;
}

/** Where a reminder stands in AR Queue. */
function linkTo({ tabs, ports }: WorkbookSession, id: string): string {
  const row = tabs.needTable(QUEUE_TAB).rows.find((one) => one.text('Reminder') === id)?.row ?? 1;
  return `https://docs.google.com/spreadsheets/d/${ports.workbook.id()}/edit#gid=${tabs.needSheet(QUEUE_TAB).id}&range=A${row}`;
}
