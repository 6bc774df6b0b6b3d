// What came of a call, a message or a task, and what follows from it at once: a promise, a dispute, a hold.
import * as v from 'valibot';
import { blocksOf } from '../../dunning/decision/blocks';
import {
  customerEvent,
  type EventFacts,
  type LogEvent,
  type NewEvent,
  reminderEvent,
} from '../../dunning/history/events';
import { BY_MISTAKE } from '../../dunning/history/history';
import type { Reminder } from '../../dunning/history/reminder';
import { isSentByUs } from '../../dunning/policy/channels';
import { DISPUTE_KINDS } from '../../dunning/policy/dispute-reasons';
import { CONTACT_OUTCOMES } from '../../dunning/policy/outcomes';
import { type Day, dayFromIso, plusBusinessDays, shortDay } from '../../receivables/day';
import type { WorkbookFacts } from '../../workbook/facts';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import { HOLDS_TAB, PROMISES_TAB } from '../../workbook/tab-specs';
import type { TabRow } from '../../workbook/tabs/records';
import {
  type CustomerChange,
  changeIn,
  keyOfRow,
  type OpenCustomer,
  openCustomer,
} from '../agreements/customer-change';
import { addHold, endHold } from '../agreements/holds';
import { addDispute, checkedDispute } from '../agreements/record-dispute';
import { addPromise, checkedPromise, endPromise } from '../agreements/record-promise';
import type { ChangeResult } from '../waiting/change-result';
import { change, eventFor, reminderOf } from './review';
import { secondApprovalOf } from './second-approval';
import { completionOrder, whyNotVoid } from './void-reminder';

/** What goes with an outcome; what an outcome does not need is left out. */
export const outcomeDetails = v.partial(
  v.object({
    /** ISO day: promised for, will call back on, says paid on. */
    on: v.string(),
    /** Decimal: promised or disputed; null for all of it. */
    amount: v.nullable(v.number()),
    currency: v.string(),
    /** Numbers of the promised invoices; none for all that is open. */
    invoices: v.array(v.string()),
    /** Number of the disputed invoice; left out for the only one of the reminder. */
    invoice: v.string(),
    reason: v.string(),
    /** Who in our firm looks into a dispute, and by which ISO day. */
    owner: v.string(),
    deadline: v.string(),
    /** Whether it is a dispute or a query; left out for what AR Reasons says of the reason. */
    kind: v.picklist(DISPUTE_KINDS),
  }),
);
export type OutcomeDetails = v.InferOutput<typeof outcomeDetails>;

/** Business days in which a payment that was claimed may come in. */
const DAYS_FOR_PAYMENT = 5;

type Follow = (open: OpenCustomer) => CustomerChange;

/** What follows from an outcome; each checks the details before anything is written. */
const FOLLOWS: Readonly<
  Record<string, (details: OutcomeDetails, about: { reminder: Reminder; today: Day; note: string }) => Follow>
> = {
  promised: promised,
  disputes: disputes,
  'will call back': (details, { today }) => {
    const until = dayFromIso(details.on ?? '');
    if (until === null || until < today)
      throw new Refusal('date-missing', 'Choose the day on which they will call back: today or a later one.');
    const reason = `will call back on ${shortDay(until, today)}`;
    return (open) => addHold(open, { invoice: '', until, reason });
  },
  paid: saysPaid,
  'wants copies': waitsForUs('They want copies of the invoices.'),
  'asks for a plan': waitsForUs('They ask to pay by instalments.'),
  'no longer trading': () => (open) => addHold(open, { invoice: '', until: null, reason: NOT_TRADING }),
};

/** Nobody writes to them until a person has looked into it. */
const NOT_TRADING = 'said to be no longer trading: is that so? End the pause, or fill in Insolvent since';

/** How the reasons of the pauses begin that an outcome makes. */
const PAUSES: Readonly<Record<string, string>> = {
  'will call back': 'will call back on',
  paid: 'says ',
  'no longer trading': NOT_TRADING,
};

/** They wait for an answer of ours, as with a reply. */
function waitsForUs(what: string): (details: OutcomeDetails, about: { note: string }) => Follow {
  return (_, { note }) =>
    ({ customer, user }) => ({
      events: [customerEvent('replied', customer, user, `${what} ${note}`.trim())],
      tell: (after) => blocksOf(after).reply(customer.key)?.reasons[0]?.message ?? '',
    });
}

function promised(details: OutcomeDetails, about: { reminder: Reminder; today: Day; note: string }): Follow {
  const { amount = null, currency = '', invoices = [], on = '' } = details;
  const { customerKey } = about.reminder.facts;
  const request = { customerKey, invoices, amount, currency, promisedOn: on, note: about.note };
  const checked = checkedPromise(request, about.today);
  return (open) => addPromise(open, checked);
}

function disputes(details: OutcomeDetails, { reminder, today, note }: Parameters<typeof promised>[1]): Follow {
  const { amount = null, currency = '', owner = '', deadline = '' } = details;
  const asked = reminder.facts.lines.filter(({ open }) => open > 0);
  const only = asked.length === 1 ? (asked[0]?.invoice ?? '') : '';
  const { customerKey } = reminder.facts;
  const invoice = details.invoice ?? only;
  const { kind } = details;
  const request = { customerKey, invoice, amount, currency, reason: details.reason || note, owner, deadline, kind };
  const checked = checkedDispute(request, today);
  return (open) => addDispute(open, checked);
}

function saysPaid({ on = '' }: OutcomeDetails, { today }: { today: Day }): Follow {
  const paidOn = on === '' ? null : dayFromIso(on);
  if (on !== '' && paidOn === null) throw new Refusal('date-unreadable', `"${on}" is not a date.`);
  if (paidOn !== null && paidOn > today)
    throw new Refusal('date-future', 'That day has not come yet: record it as a promise instead.');
  const reason = paidOn === null ? 'says it is paid' : `says paid on ${shortDay(paidOn, today)}`;
  return (open) => {
    const until = plusBusinessDays(today, DAYS_FOR_PAYMENT, open.facts.settings.holidays);
    return addHold(open, { invoice: '', until, reason });
  };
}

/**
 * Records what came of a call, a message or a task. What was agreed counts at once: a promise, a dispute, a hold until
 * they call back or until what they say they paid had time to come in.
 * @param outcome one of `CONTACT_OUTCOMES`
 * @param note kept in the log
 * @throws Refusal for a mail, for a reminder that moved on, or for details that cannot be used; nothing is written then
 */
export function recordOutcome(
  ports: Ports,
  id: string,
  outcome: string,
  note: string,
  details: OutcomeDetails = {},
): ChangeResult {
  if (!CONTACT_OUTCOMES.some((known) => known === outcome))
    throw new Refusal('outcome-unknown', `Choose one of: ${CONTACT_OUTCOMES.join(', ')}.`);
  const follows = FOLLOWS[outcome];
  if (!follows) {
    return change(ports, (ws) => ({ events: doneEvents(ws, id, outcome, note), message: recorded(outcome) }));
  }
  return changeIn(ports, (ws, gathered) => {
    const done = doneEvents(ws, id, outcome, note, details.on);
    const reminder = reminderOf(ws, id);
    const key = reminder.facts.customerKey;
    const follow = follows(details, { reminder, today: gathered.facts.asOf, note });
    const { events, tell } = follow(openCustomer(ws, gathered, key));
    return { key, events: [...done, ...events], tell: (facts) => `${recorded(outcome)} ${tell(facts)}` };
  });
}

/**
 * Takes an outcome back that was recorded by mistake, on the day itself, with what followed from it: it is to be done again,
 * and no contact counts.
 * @throws Refusal where a dispute was recorded with it, which is closed on the customer's card; where what was agreed was
 * changed by hand since, or something followed
 */
export function undoOutcome(ports: Ports, id: string): ChangeResult {
  return changeIn(ports, (ws, gathered) => {
    const { facts } = gathered;
    const reminder = reminderOf(ws, id);
    const { customerKey: key, customer } = reminder.facts;
    const order = completionOrder(ws.log.events);
    const obstacle = whyNotVoid(reminder, facts.history, order, facts.asOf);
    if (obstacle && obstacle.code !== 'nothing-completed') throw Refusal.of(obstacle);
    if (reminder.state !== 'done' || isSentByUs(reminder.facts.channel))
      throw new Refusal('state-changed', `What went to ${customer} is taken back on the customer’s card.`);
    const isOfToday = dayFromIso(reminder.updated.slice(0, 10)) === facts.asOf;
    const agreed = isOfToday ? takenBack(openCustomer(ws, gathered, key), gathered, reminder, order.get(id)) : null;
    if (agreed === null)
      throw new Refusal('state-changed', `Take it back on the card of ${customer}: more hangs on it than the call.`);
    const event = eventFor(ports, reminder, 'voided', 'Recorded by mistake.', { code: BY_MISTAKE });
    return { key, events: [event, ...agreed], tell: () => `Taken back for ${customer}.` };
  });
}

/** Takes back what followed from an outcome of today; null where it is not there any more as it was written. */
function takenBack(
  open: OpenCustomer,
  gathered: WorkbookFacts,
  { outcome }: Reminder,
  done: LogEvent | undefined,
): NewEvent[] | null {
  const { ws, facts, customer, user } = open;
  const { asOf, history } = facts;
  if (FOLLOWS[outcome] === undefined) return [];
  if (outcome === 'wants copies' || outcome === 'asks for a plan') {
    // Taking the reply back would take back with it that a mail bounced.
    if (!history.replied.has(customer.key) || history.bounced.has(customer.key)) return null;
    return [customerEvent('resumed', customer, user, 'Recorded by mistake.')];
  }
  const isTheirs = (row: TabRow): boolean => keyOfRow(row, gathered) === customer.key;
  if (outcome === 'promised') {
    const isIt = new Set(
      facts.promises
        .filter(({ customerKey, state, recorded, promisedOn }) => {
          const isOfCall = recorded === asOf && promisedOn === dayFromIso(done?.facts.until ?? '');
          return customerKey === customer.key && state === 'open' && isOfCall;
        })
        .map(({ row }) => row),
    );
    const rows = ws.tabs.needTable(PROMISES_TAB).rows.filter(({ row }) => isIt.has(row));
    return rows.length === 0 ? null : rows.map((row) => endPromise(open, row));
  }
  const begins = PAUSES[outcome];
  const pauses = ws.tabs
    .needTable(HOLDS_TAB)
    .rows.filter((row) => begins !== undefined && row.text('Reason').startsWith(begins) && isTheirs(row));
  const last = pauses[pauses.length - 1];
  return last === undefined ? null : [endHold(open, last)];
}

function doneEvents(ws: WorkbookSession, id: string, outcome: string, note: string, on = ''): NewEvent[] {
  const { ports } = ws;
  const reminder = reminderOf(ws, id);
  if (isSentByUs(reminder.facts.channel))
    throw new Refusal('not-by-hand', 'This one is a mail: approve it, or treat it as done.');
  if (reminder.state !== 'planned' && reminder.state !== 'approved') eventFor(ports, reminder, 'done', note);
  const second = secondApprovalOf(reminder, ports.session.user());
  if (second.needs !== '') throw new Refusal('second-missing', `${second.needs} Record the outcome after that.`);
  const approval = reminder.state === 'planned' ? [eventFor(ports, reminder, 'approved', '')] : [];
  const facts: EventFacts = on === '' ? { outcome } : { outcome, until: on };
  const done = reminderEvent('done', id, reminder.facts, ports.session.user(), note || outcome, facts);
  return [...approval, done];
}

function recorded(outcome: string): string {
  if (outcome === 'no answer' || outcome === 'left a message')
    return `Recorded: ${outcome}. It does not count as a contact.`;
  if (outcome === 'wrong contact')
    return 'Recorded: wrong contact. It does not count as a contact; correct it on the customer’s card, the next reminder is marked.';
  return `Recorded: ${outcome}.`;
}
