// What people decide about answers: a promise, a dispute or a contact as it was given or edited; or none of it.
import { type Answer, type AnswerDecision, isAsked } from '../../dunning/history/answers';
import { customerEvent, type NewEvent } from '../../dunning/history/events';
import { readAddresses } from '../../dunning/mail/address';
import { isoOf } from '../../receivables/day';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { writeCells } from '../../workbook/tabs/seen-rows';
import { type CustomerChange, changeIn, type OpenCustomer, openCustomer } from '../agreements/customer-change';
import { addDispute, checkedDispute } from '../agreements/record-dispute';
import { addPromise, checkedPromise } from '../agreements/record-promise';
import { contactEvent, rowOfCustomer } from '../customers/manual-status';
import { plannedNow } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';
import type { AnswerEdit } from './view';

/** Takes what came in since the last run, as the next run would. */
export function takeFreshAnswers(ports: Ports): ChangeResult {
  const { events } = plannedNow(ports);
  const taken = events.filter(({ kind }) => kind === 'answered').length;
  const what = taken === 1 ? '1 answer' : `${taken} answers`;
  return { changed: events.length, message: taken === 0 ? 'Nothing new came in.' : `${what} taken.` };
}

/**
 * Accepts an answer.
 * @param row its digest, as it was shown
 * @param edit what is another than the customer said
 * @throws Refusal `state-changed` where somebody decided before; what the promise, the dispute or the address is refused for
 */
export function acceptAnswer(ports: Ports, row: string, edit: AnswerEdit): ChangeResult {
  return decide(ports, row, 'accepted', (answer, open) => accepting(answer, edit, open));
}

/** Rejects an answer: it pauses nothing any more, but for the two business days after it came. */
export function rejectAnswer(ports: Ports, row: string): ChangeResult {
  return decide(ports, row, 'rejected', ({ what }, { customer }) => ({
    events: [],
    tell: () =>
      what === 'contact'
        ? `${customer.name} is written to as before.`
        : `Noted. Reminders to ${customer.name} go on as they fall due, at the earliest two business days after the answer.`,
  }));
}

function decide(
  ports: Ports,
  row: string,
  outcome: AnswerDecision,
  act: (answer: Answer, open: OpenCustomer) => CustomerChange,
): ChangeResult {
  return changeIn(ports, (ws, gathered) => {
    const answer = gathered.facts.history.answers.get(row);
    if (!answer || !isAsked(answer))
      throw new Refusal('state-changed', 'Somebody decided about this answer before. Look again.');
    const key = answer.customerKey;
    const open = openCustomer(ws, gathered, key);
    const { events, ...change } = act(answer, open);
    return { key, ...change, events: [...events, decided(answer, outcome, open)] };
  });
}

function decided(
  { row, reference, invoices }: Answer,
  outcome: AnswerDecision,
  { customer, user }: OpenCustomer,
): NewEvent {
  const note = `The answer to ${reference} was ${outcome}.`;
  return { ...customerEvent('answer-decided', customer, user, note, { keys: [row], outcome }), invoices };
}

function accepting(answer: Answer, edit: AnswerEdit, open: OpenCustomer): CustomerChange {
  const { customer, facts } = open;
  const customerKey = customer.key;
  const note = `By the form, ${answer.reference}`;
  const asOf = facts.asOf;
  switch (answer.what) {
    case 'promise': {
      const promisedOn = edit.day ?? (answer.day === null ? '' : isoOf(answer.day));
      const invoices = edit.invoices ?? numbersOf(answer, open);
      return addPromise(
        open,
        checkedPromise({ customerKey, invoices, amount: null, currency: '', promisedOn, note }, asOf),
      );
    }
    case 'dispute': {
      const reason = edit.reason?.trim() || answer.words || 'Said by the form';
      const base = { customerKey, amount: null, currency: '', reason, owner: '', deadline: '' };
      const changes = (edit.invoices ?? numbersOf(answer, open)).map((invoice) =>
        addDispute(open, checkedDispute({ ...base, invoice }, asOf)),
      );
      if (changes.length === 0) throw new Refusal('invoice-missing', 'Choose the invoice that is not right.');
      return {
        events: changes.flatMap(({ events }) => events),
        tell: (after) => changes.map(({ tell }) => tell(after)).join(' '),
      };
    }
    case 'contact':
      return newContact(answer, edit, open);
    default:
      return { events: [], tell: () => 'Noted.' };
  }
}

/**
 * Numbers of what the answered mail asked for and is still open; none where one has no number, which means everything.
 * @throws Refusal `nothing-open`: what is open beside it, nobody spoke of
 */
function numbersOf({ keys }: Answer, { invoices }: OpenCustomer): string[] {
  const own = invoices.filter(({ key, open }) => keys.includes(key) && open > 0);
  if (own.length === 0)
    throw new Refusal(
      'nothing-open',
      'What that mail asked for is settled, so there is nothing to accept. Look again.',
    );
  return own.some(({ invoice }) => invoice === '') ? [] : own.map(({ invoice }) => invoice);
}

/** Another address in AR Customers: only what a person saw and confirmed. */
function newContact({ address }: Answer, edit: AnswerEdit, open: OpenCustomer): CustomerChange {
  const { ws, customer } = open;
  const email = (edit.email ?? address).trim();
  const { addresses, problems } = readAddresses(email);
  const [fault] = problems;
  if (fault) throw Refusal.of(fault);
  if (addresses.length === 0) throw new Refusal('no-address', 'Write the address that reminders should go to.');
  const fields: [header: string, value: string | undefined, before: string][] = [
    ['Email', email, customer.email],
    ['Contact', edit.contact?.trim(), customer.contact],
  ];
  const changed = fields.flatMap(([header, value, before]) =>
    value === undefined || value === before ? [] : [{ header, value, before }],
  );
  const cells = Object.fromEntries(changed.map(({ header, value }) => [header, value]));
  if (changed.length > 0) writeCells(ws.tabs, CUSTOMERS_TAB, rowOfCustomer(open).row, cells);
  return {
    events: changed.length > 0 ? [contactEvent(open, changed)] : [],
    tell: () => `${customer.name} is written to at ${email}.`,
  };
}
