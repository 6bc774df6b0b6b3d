// What stops reminders to a customer today, wholly or in part, each with what ends it.
import type { Blocks } from '../../dunning/decision/blocks';
import type { CustomerContext } from '../../dunning/decision/customer-context';
import { apart, assigneeOf, directDebit } from '../../dunning/decision/debtor/whose-debt';
import type { Customer, Dispute, Facts, Hold } from '../../dunning/decision/facts';
import { isSamePlan } from '../../dunning/decision/money/payment-plans';
import { isChaseable, isHandedOver, isOverdue } from '../../dunning/decision/owed';
import { numberKey, type PromiseStanding } from '../../dunning/decision/promises';
import type { Verdict } from '../../dunning/decision/reasons';
import { type Day, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { addTo, formatTotals, type Totals, typedMoney } from '../../receivables/money';
import type { WorkbookSession } from '../../workbook/session';
import { DISPUTES_TAB, HOLDS_TAB, PROMISES_TAB } from '../../workbook/tab-specs';
import { seenRow } from '../../workbook/tabs/seen-rows';
import type { RunningView } from './view';

const PLAIN = { action: '', row: 0, seen: '' } as const;

/**
 * Everything that stops a customer's reminders today.
 * @param ws for the rows a person may act on
 * @param context the customer's side of today's decision
 */
export function activeBlocks(ws: WorkbookSession, context: CustomerContext, customer: Customer): RunningView[] {
  const { facts, blocks, invoices: own } = context;
  const isTheirs = isAboutCustomer(customer.key, own);
  return [
    ...overAll(blocks, customer),
    ...facts.holds
      .filter((hold) => isTheirs(hold) && isInForce(hold, facts.asOf))
      .map((hold) => holdView(ws, hold, facts.asOf)),
    ...answerViews(blocks, own),
    ...promiseViews(ws, blocks, facts, customer.key),
    ...facts.disputes.filter((one) => isTheirs(one) && one.resolved === null).map((one) => disputeView(ws, one, facts)),
    ...closedDisputes(blocks, own, facts.disputes.filter(isTheirs)),
    ...handedOver(facts, own),
    ...debtViews(facts, own, customer.key),
  ];
}

/** Whether a row that stops reminders is about a customer: named, or by the number of one of their invoices where none is. */
export function isAboutCustomer(
  key: string,
  own: readonly Invoice[],
): (row: { customerKey: string; invoice: string }) => boolean {
  const numbers = new Set(own.map(({ invoice }) => numberKey(invoice)));
  return ({ customerKey, invoice }) => customerKey === key || (customerKey === '' && numbers.has(numberKey(invoice)));
}

function overAll(blocks: Blocks, { key, unreadable }: Customer): RunningView[] {
  const contact = blocks.contact(key);
  const views: (RunningView | null)[] = [
    view('everybody', blocks.everybody, 'It ends when that row is completed or deleted.'),
    contact?.reasons[0]?.code === 'consumer'
      ? view('consumer', contact, 'It ends when "We invoice consumers" is answered yes under Settings.')
      : unreadable.length > 0
        ? view('do-not-contact', contact, 'It ends when the cell is mended.')
        : view('do-not-contact', contact, 'It ends when you allow contact again.', 'may-contact'),
    view(
      'unconfirmed',
      blocks.outcome(key),
      'It ends when somebody says under Problems whether the mail stands in Sent.',
    ),
    view('replied', blocks.reply(key), 'It ends by itself on that day, or when you lift it.', 'resume'),
    view('replied', blocks.answers.customer(key), 'It ends by itself after that day.'),
    view('bounced', blocks.bounce(key), 'It ends when the address is changed, or when you lift it.', 'resume'),
  ];
  return views.filter((one): one is RunningView => one !== null);
}

function view(
  kind: RunningView['kind'],
  verdict: Verdict | null,
  lifts: string,
  action: RunningView['action'] = '',
): RunningView | null {
  return verdict && { ...PLAIN, kind, text: verdict.reasons[0]?.message ?? '', lifts, action };
}

/** What answers by the form pause, each once. */
function answerViews({ answers }: Blocks, own: readonly Invoice[]): RunningView[] {
  const texts = own.map((invoice) => (invoice.open > 0 ? (answers.stop(invoice)?.reasons[0]?.message ?? '') : ''));
  const lifts = 'It ends as you decide on the page Answers, or by itself after a day that is named.';
  return [...new Set(texts)].filter((text) => text !== '').map((text) => ({ ...PLAIN, kind: 'hold', text, lifts }));
}

function isInForce({ until, unreadable }: Hold, today: Day): boolean {
  return unreadable !== '' || until === null || until >= today;
}

function holdView(ws: WorkbookSession, hold: Hold, today: Day): RunningView {
  const what = hold.invoice === '' ? 'Reminders paused' : `Reminders about invoice ${hold.invoice} paused`;
  const end = hold.until === null ? '' : ` up to and including ${shortDay(hold.until, today)}`;
  const reason = hold.reason === '' ? '' : `: ${hold.reason}`;
  const lifts =
    hold.until === null ? 'It ends when you end it.' : 'It ends by itself after that day, or when you end it.';
  const text = hold.unreadable
    ? `AR Holds row ${hold.row} cannot be read: ${hold.unreadable}.`
    : `${what}${end}${reason}.`;
  return { kind: 'hold', text, lifts, action: 'lift-hold', ...seenRow(ws.tabs, HOLDS_TAB, hold.row) };
}

function promiseViews(ws: WorkbookSession, blocks: Blocks, { asOf, promises }: Facts, key: string): RunningView[] {
  const open = blocks
    .promisesOf(key)
    .filter(({ state, protectedTo }) => state === 'open' && protectedTo >= asOf)
    .sort((a, b) => a.protectedTo - b.protectedTo);
  // A plan is told once, by its next instalment.
  const told = open.filter(
    (one) => open.find(({ promise }) => isSamePlan(promise, one.promise)) === one || !one.promise.plan,
  );
  const broken = promises.filter(({ customerKey, unreadable }) => customerKey === key && unreadable !== '');
  return [
    ...told.map((one): RunningView => {
      const left = open.filter(({ promise }) => isSamePlan(promise, one.promise)).length;
      const words = left > 1 ? planInWords(one, left, asOf) : promiseInWords(one, asOf);
      return {
        kind: 'promise',
        ...words,
        action: 'cancel-promise',
        ...seenRow(ws.tabs, PROMISES_TAB, one.promise.row),
      };
    }),
    ...broken.map(({ row, unreadable }): RunningView => {
      const text = `AR Promises row ${row} cannot be read: ${unreadable}.`;
      return { ...PLAIN, kind: 'promise', text, lifts: 'It ends when the row is mended.' };
    }),
  ];
}

function amountOf({ promise: { amount, currency, invoice } }: PromiseStanding): string {
  return `${typedMoney(amount, currency) || 'Payment'}${invoice === '' ? '' : ` on invoice ${invoice}`}`;
}

function promiseInWords(one: PromiseStanding, asOf: Day): Pick<RunningView, 'text' | 'lifts'> {
  const { promise, protectedTo, received } = one;
  const came = Object.keys(received).length > 0 ? ` ${formatTotals(received)} came in so far.` : '';
  return {
    text: `${amountOf(one)} is promised for ${shortDay(promise.promisedOn ?? protectedTo, asOf)}; nothing is asked for up to and including ${shortDay(protectedTo, asOf)}.${came}`,
    lifts: 'It ends when the money is in, after that day, or when you cancel it.',
  };
}

function planInWords(next: PromiseStanding, left: number, asOf: Day): Pick<RunningView, 'text' | 'lifts'> {
  const { promise, protectedTo } = next;
  return {
    text: `${promise.plan}: ${left} instalments are still to come, the next ${amountOf(next)} for ${shortDay(promise.promisedOn ?? protectedTo, asOf)}. No reminder goes out while each comes in by its day.`,
    lifts: 'It ends with the last one, with one that is missed, or when you cancel the plan.',
  };
}

function disputeView(ws: WorkbookSession, dispute: Dispute, { asOf }: Facts): RunningView {
  const part = dispute.amount === null ? '' : `${typedMoney(dispute.amount, dispute.currency)} of `;
  const what =
    dispute.invoice === '' ? 'Everything' : `${part}${part === '' ? 'Invoice' : 'invoice'} ${dispute.invoice}`;
  const reason = dispute.reason === '' ? '' : `: ${dispute.reason}`;
  const owner = dispute.owner === '' ? '' : ` ${dispute.owner} looks into it.`;
  const late = dispute.deadline !== null && dispute.deadline < asOf ? ', and that day has passed' : '';
  const by = dispute.deadline === null ? '' : ` To be answered by ${shortDay(dispute.deadline, asOf)}${late}.`;
  if (dispute.query) return queryView(ws, dispute, `${what}${reason}.${owner}`, asOf);
  const text = `${what} is in dispute${reason}.${owner}${by}`;
  const lifts = 'It ends when you resolve it; five business days later it may be asked for again.';
  return { kind: 'dispute', text, lifts, action: 'resolve-dispute', ...seenRow(ws.tabs, DISPUTES_TAB, dispute.row) };
}

function queryView(ws: WorkbookSession, dispute: Dispute, what: string, asOf: Day): RunningView {
  const until = dispute.query?.until ?? null;
  const end = until === null ? 'until it is settled' : `up to and including ${shortDay(until, asOf)}`;
  const isOver = until !== null && until < asOf;
  const text = isOver
    ? `They asked something about ${lowered(what)} Its days were over on ${shortDay(until, asOf)}: reminders go on.`
    : `They asked something about ${lowered(what)} Reminders pause ${end}.`;
  const lifts = 'Resolve it once it is settled; five business days later it may be asked for again.';
  return { kind: 'dispute', text, lifts, action: 'resolve-dispute', ...seenRow(ws.tabs, DISPUTES_TAB, dispute.row) };
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Disputes that were closed lately, or that the invoice sheet itself marks. */
function closedDisputes(blocks: Blocks, own: readonly Invoice[], disputes: readonly Dispute[]): RunningView[] {
  const open = new Set(disputes.filter(({ resolved }) => resolved === null).map(({ invoice }) => numberKey(invoice)));
  return own.filter(isChaseable).flatMap((invoice) => {
    const stop = open.has(numberKey(invoice.invoice)) || open.has('') ? null : blocks.dispute(invoice);
    if (stop?.reasons[0]?.code !== 'disputed') return [];
    const text = `Invoice ${invoice.invoice || invoice.key}: ${stop.reasons[0]?.message ?? ''}`;
    const lifts =
      stop.nextDate === null
        ? 'It ends when the mark in the invoice sheet is taken away.'
        : 'It ends by itself on that day.';
    return [{ ...PLAIN, kind: 'dispute' as const, text, lifts }];
  });
}

/** What ends each of them. */
const DEBT_ENDS = {
  insolvent: 'It ends when you say so; emptying its cell alone asks you first.',
  assigned: 'It ends when Assigned to is emptied; where that stands in AR Customers, Today asks you first.',
  'direct-debit': 'It ends by itself on that day, or when Payment method in AR Customers says otherwise.',
} as const;

/** Whose debt it is: invoices from before an insolvency, assigned ones by assignee, and debits on their way. */
function debtViews(facts: Facts, own: readonly Invoice[], key: string): RunningView[] {
  const { insolventSince = null, insolventWritten } = facts.customers.get(key) ?? {};
  const ends = insolventWritten === undefined ? 'end-insolvency' : 'insolvency-asked';
  const groups = new Map<string, { kind: keyof typeof DEBT_ENDS; assignee: string; text: string; held: Invoice[] }>();
  for (const invoice of own.filter(isChaseable)) {
    const { code = '', message = '' } = (apart(facts, invoice) ?? directDebit(facts, invoice))?.reasons[0] ?? {};
    const kind = (Object.keys(DEBT_ENDS) as (keyof typeof DEBT_ENDS)[]).find((one) => one === code);
    if (!kind) continue;
    const assignee = kind === 'assigned' ? assigneeOf(facts, invoice) : '';
    const group = groups.get(`${kind}|${assignee}`) ?? { kind, assignee, text: message, held: [] };
    groups.set(`${kind}|${assignee}`, group);
    group.held.push(invoice);
  }
  return [...groups.values()].map(({ kind, assignee, text: why, held }) => {
    const totals: Totals = {};
    for (const { currency, open } of held) addTo(totals, currency, open);
    const what = held.length === 1 ? '1 invoice' : `${held.length} invoices`;
    const mayAsk = held.some((one) => one.customerKey === key && isOverdue(one));
    const action =
      kind === 'insolvent' ? (insolventSince === null ? '' : ends) : mayAsk && assignee ? 'remind-assigned' : '';
    const text = `${what}, ${formatTotals(totals)}. ${why}`;
    return { ...PLAIN, kind, text, lifts: DEBT_ENDS[kind], action, seen: assignee };
  });
}

function handedOver(facts: Facts, own: readonly Invoice[]): RunningView[] {
  const away = own.filter((invoice) => isChaseable(invoice) && isHandedOver(facts, invoice));
  if (away.length === 0) return [];
  const totals: Totals = {};
  for (const { currency, open } of away) addTo(totals, currency, open);
  const what = away.length === 1 ? '1 invoice is' : `${away.length} invoices are`;
  const text = `${what} handed over: ${formatTotals(totals)}.`;
  return [{ ...PLAIN, kind: 'handed-over', text, lifts: 'It ends when you take it back.', action: 'take-back' }];
}
