// What the lines of the bank pay, matched against everything that is open in the workbook: proposed where it is certain, else asked.
import type { Facts } from '../../dunning/decision/facts';
import { type AllocationFacts, closes, type GapKind, type ReadLineFacts } from '../../dunning/history/payment-facts';
import { type Payments, undecidedLines } from '../../dunning/history/payments';
import { type BareLine, doublesIn } from '../../dunning/payments/new-lines';
import type { Allocation, CashLine, OpenItem, UnmatchedKind } from '../../receivables/cash/cash-lines';
import { matchLines } from '../../receivables/cash/match-lines';
import { toleranceOf } from '../../receivables/cash/open-book';
import type { PayerAlias } from '../../receivables/cash/payer-index';
import { creditorReferencesIn } from '../../receivables/cash/structured-reference';
import { isoOf } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isReceivable } from '../../receivables/invoice-status';

/** What lines are matched with. */
interface MatchFacts {
  facts: Pick<Facts, 'invoices' | 'customers' | 'history'>;
  /** Ids of lines that look like another one: a person says whether it is one payment or two. */
  doubles: ReadonlySet<string>;
}

/**
 * What is proposed for new lines, and for those that nobody decided about where that is another thing by now. A proposal is all that
 * changes: nothing is accepted.
 * @param fresh lines that are not there yet
 */
export function matchedAnew(facts: MatchFacts['facts'], fresh: readonly BareLine[] = []): ReadLineFacts[] {
  const { payments } = facts.history;
  const waiting = [...undecidedLines(payments), ...fresh];
  if (waiting.length === 0) return [];
  const doubles = doublesIn([...payments.lines.values(), ...fresh]);
  return matched(waiting, { facts, doubles }).filter((line) => {
    const before = payments.lines.get(line.id);
    return !before || !isSameProposal(line, { ...before, parts: before.proposal });
  });
}

const TWICE = 'The same date, amount, payer and text stand in another line: is it one payment or two?';

/**
 * Matches lines with what is open by now.
 * @param lines nobody has decided about, in any order
 * @returns each line with what is proposed, or whom to ask about, and why
 */
export function matched(lines: readonly BareLine[], { facts, doubles }: MatchFacts): ReadLineFacts[] {
  const items = facts.invoices.flatMap((invoice) => itemOf(invoice, facts));
  const invoices = new Map(facts.invoices.map((invoice) => [invoice.key, invoice]));
  const cash = new Map(lines.map((line, at) => [cashLine(line, at, facts), line]));
  const match = matchLines([...cash.keys()], items, aliases(facts));
  return [...cash].map(([of, line]): ReadLineFacts => {
    const put = match.allocations.filter((one) => one.line === of);
    const asked = match.ask.filter((one) => one.line === of);
    const left = match.unmatched.filter((one) => one.line === of);
    const isDouble = doubles.has(line.id);
    const isCertain = put.length > 0 && asked.length === 0 && !isDouble;
    const candidates = [...put.map(({ item }) => item), ...asked.flatMap((one) => one.candidates)];
    const as = put.length === 0 && asked.length === 0 && !isDouble ? left[0]?.as : undefined;
    // What is left of a line that is asked about is said by the question.
    const said = asked.length > 0 ? [...asked, ...put] : [...put, ...left];
    const why = [isDouble ? TWICE : '', ...said.map((one) => one.why)];
    return {
      ...told(line),
      parts: isCertain ? partsOf(line, put, left, invoices) : [],
      candidates: isCertain
        ? []
        : [...new Set(candidates.filter(({ key }) => invoices.get(key)?.row).map(({ key }) => key))],
      why: [...new Set(why.filter((sentence) => sentence !== ''))].join(' '),
      ...(as === undefined ? {} : { as }),
    };
  });
}

function told({ on, amount, currency, charges, original, payer, text, id }: BareLine) {
  return {
    ...{ id, date: isoOf(on), amount, currency, payer, text },
    ...(charges ? { charges } : {}),
    ...(original ? { original } : {}),
  };
}

function cashLine(line: BareLine, at: number, { history }: MatchFacts['facts']): CashLine {
  const { on, amount, currency, charges = 0, original, payer, text } = line;
  return {
    ...{ row: at, id: line.id, day: on, minor: amount, currency, payer, charges },
    // Who quotes the reference of our mail means the invoices that it asked for.
    text: [text, ...quoted(text, history)].join(' '),
    original: original ? { minor: original[0], currency: original[1] } : null,
    ...{ structuredReference: '', returnReason: '', isBooked: true },
  };
}

/** Numbers of the invoices in the reminders whose reference stands in a text. */
function quoted(text: string, { reminders }: Facts['history']): string[] {
  return creditorReferencesIn(text).flatMap((reference) => {
    const own = /^RF\d\d(DS)(.+)$/.exec(reference);
    const reminder = own && reminders.get(`${own[1]}-${own[2]}`);
    return reminder ? [`, ${reminder.facts.lines.map(({ invoice }) => invoice).join(', ')}`] : [];
  });
}

function itemOf(invoice: Invoice, { customers }: MatchFacts['facts']): OpenItem[] {
  const { key, row, customerKey, customerId, currency, open, amount, issued, due, terms } = invoice;
  if (!isReceivable(invoice) || row === 0) return [];
  const customer = customers.get(customerKey)?.name || invoice.customer || customerId;
  return [
    {
      ...{ key, row, invoice: invoice.invoice, customerKey, customer, customerId, currency, balance: open },
      ...{ amount, issued, due, terms, reference: '' },
    },
  ];
}

/** Names under which customers pay: those by which else they are known, and those of lines that were accepted. */
function aliases({ history, invoices, customers }: MatchFacts['facts']): PayerAlias[] {
  const others = [...history.aliases].map(([name, customerKey]) => ({ name, customerKey }));
  const debtors = invoices.flatMap(({ debtorKey, customerKey }) =>
    debtorKey === undefined ? [] : [{ name: customers.get(debtorKey)?.name ?? debtorKey, customerKey }],
  );
  return [...others, ...debtors, ...learned(history.payments)];
}

/** The payers of accepted lines with their customers; one whose decision is taken back is forgotten. */
export function learned({ lines }: Payments): PayerAlias[] {
  const found = new Map<string, PayerAlias>();
  for (const { payer, decision, forgotten } of lines.values()) {
    if (payer === '' || forgotten || decision?.as !== 'applied') continue;
    for (const { customerKey } of decision.parts)
      found.set(`${payer}|${customerKey}`, { name: payer, customerKey, isLearned: true });
  }
  return [...found.values()];
}

function partsOf(
  line: BareLine,
  put: readonly Allocation[],
  left: readonly { amount: number; as: UnmatchedKind }[],
  invoices: ReadonlyMap<string, Invoice>,
): AllocationFacts[] {
  const parts = put.map(({ item, amount, discount, fee }): AllocationFacts => {
    const invoice = invoices.get(item.key);
    const short = (invoice?.open ?? 0) - amount - discount - fee;
    const rounding = amount > 0 && short > 0 && short <= toleranceOf(item.currency) ? short : 0;
    const gaps: [GapKind, number][] = [];
    if (discount !== 0) gaps.push(['discount', discount]);
    if (fee !== 0) gaps.push(['bank charge', fee]);
    if (rounding !== 0) gaps.push(['rounding', rounding]);
    return { ...partFor(item, sheetOpen(invoice)), amount, ...(gaps.length > 0 ? { gaps } : {}) };
  });
  const [first] = parts;
  const over = left.reduce((sum, { amount, as }) => (as === 'customer credit' ? sum + amount : sum), 0);
  if (!first || over <= 0 || first.currency !== line.currency) return parts;
  return [...parts, { ...partFor({ ...first, key: '', invoice: '' }, 0), amount: over }];
}

type PartOf = Pick<AllocationFacts, 'key' | 'invoice' | 'customerKey' | 'currency'>;

function partFor({ key, invoice, customerKey, currency }: PartOf, open: number): Omit<AllocationFacts, 'amount'> {
  return { key, invoice, customerKey, currency, open };
}

/** What the sheet itself shows open of an invoice. */
export function sheetOpen(invoice: Invoice | undefined): number {
  return invoice?.bank?.inSheet ?? invoice?.open ?? 0;
}

/** What is compared of a proposal. */
interface Proposal {
  parts: readonly AllocationFacts[];
  candidates: readonly string[];
}

/** Whether two proposals say the same. */
export function isSameProposal(a: Proposal, b: Proposal): boolean {
  const mark = ({ parts, candidates }: Proposal): string =>
    JSON.stringify([parts.map((part) => [part.key, part.amount, closes(part), part.currency]), candidates]);
  return mark(a) === mark(b);
}
