// Cash application: which open items a line of the bank pays, proposed only where it is certain, asked about otherwise.
// Method: reference, payer and amount are three kinds of evidence; two of them, or a structured reference alone, make a proposal.

import { isoOf } from '../day';
import { formatMoney } from '../money';
import type { CashLine, CashMatch, OpenItem } from './cash-lines';
import { discountOf, explanationOfPayer, explanationsOf } from './explanations';
import { addUnder } from './grouped';
import { matchMoneyOut } from './money-out';
import { type NotAReceipt, notAReceipt } from './not-receipts';
import { type Explanation, OpenBook, toleranceOf, unique, type Worth } from './open-book';
import { type KnownPayer, type PayerAlias, payerIndex } from './payer-index';
import { bareNumber, isOneSlipAway, type Named, type NamedItem, referenceIndex } from './reference-index';

/** From here on a payer or a number counts beside other evidence. */
const SURE_PAYER = 0.8;
const SURE_NUMBER = 0.9;
/** A payer of the very name of a customer is one, whatever the words of the line. */
const SAME_NAME = 0.95;
/** Short by no more than this share, somebody may have taken a discount, charges or a rounding. */
const SMALL_GAP = 0.05;

/**
 * Proposes what lines of the bank pay. Nothing is posted; a line that is not certain is asked about.
 * @param lines in any order: taken by date, of a day those that name something first and those that take back last
 * @param items all that is open, credits included
 * @param aliases names of payers that were learned
 * @example matchLines([line], [item]).allocations // [{ line, item, amount: 125000, discount: 0, fee: 0, why: '...' }]
 */
export function matchLines(
  lines: readonly CashLine[],
  items: readonly OpenItem[],
  aliases: readonly PayerAlias[] = [],
): CashMatch {
  const book = new OpenBook(items);
  const numbers = referenceIndex(items);
  const payers = payerIndex(items, aliases);
  const place = new Map(lines.map((line, i) => [line, i]));
  const byPlace = (a: { line: CashLine }, b: { line: CashLine }): number =>
    (place.get(a.line) ?? 0) - (place.get(b.line) ?? 0);
  const said = lines.map((line): Said => ({ line, named: numbers.namedIn(line), may: payers.payersOf(line) }));
  const ids = new Set<string>();
  for (const one of said.sort(inOrder)) match(book, one, ids);
  return {
    allocations: book.allocations.sort(byPlace),
    ask: book.ask.sort(byPlace),
    unmatched: book.unmatched.sort(byPlace),
  };
}

/** A line, and whom and what its texts name. */
interface Said {
  line: CashLine;
  named: Named;
  may: readonly KnownPayer[];
}

// The order of lines within a day must not matter: what names an invoice comes before what may take it by its amount alone.
function inOrder(a: Said, b: Said): number {
  const rank = ({ line, named }: Said): number => (line.minor <= 0 ? 2 : named.items.length > 0 ? 0 : 1);
  const words = ({ line }: Said): string => [line.id, line.payer, line.text, line.minor].join('\n');
  return a.line.day - b.line.day || rank(a) - rank(b) || compare(words(a), words(b));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function match(book: OpenBook, { line, named, may }: Said, ids: Set<string>): void {
  if (line.id !== '' && ids.has(line.id)) {
    book.leave(line, line.minor, 'same bank line', 'The bank’s number of this line was there before.');
    return;
  }
  if (line.id !== '') ids.add(line.id);
  if (!line.isBooked) {
    book.leave(line, line.minor, 'unknown', 'Announced by the bank, not booked: it comes again when it is.');
    return;
  }
  const sure = may.filter(({ score }) => score >= SURE_PAYER);
  const keys = sure.map(({ customerKey }) => customerKey);
  if (line.minor <= 0) {
    const items = named.items.filter(({ strength }) => strength >= SURE_NUMBER).map(({ item }) => item);
    matchMoneyOut(book, line, items, keys);
    return;
  }
  if (isNoReceipt(book, line, named, sure)) return;
  const meant = meantBy(named.items, keys);
  if (meant.length > 0) byNumber(book, line, meant, keys);
  else if (keys.length > 0) byPayer(book, line, named, keys);
  else byAmountAlone(book, line, may);
}

const WHOSE: Readonly<Record<Exclude<NotAReceipt, 'payout'>, string>> = {
  bank: 'Interest or a fee of the bank',
  tax: 'From a tax office',
  'own account': 'A transfer between your own accounts',
};

function isNoReceipt(book: OpenBook, line: CashLine, { items }: Named, payers: readonly KnownPayer[]): boolean {
  const kind = notAReceipt(line);
  const isNamed = items.some(({ strength, isShort }) => strength >= SURE_NUMBER && !isShort);
  if (!kind || isNamed || payers.some(({ score }) => score >= SAME_NAME)) return false;
  if (kind === 'payout') {
    book.leave(line, line.minor, 'unknown', 'A payment provider pays for many customers at once.');
    book.askAbout(line, [], 'A payout of a payment provider: its report says which invoices it is for.');
  } else {
    book.leave(line, line.minor, 'not receivable', `${WHOSE[kind]} by its words, not a customer’s payment.`);
  }
  return true;
}

/** Of several items under one number those of the payer are meant; a structured reference says more than a number. */
function meantBy(all: readonly NamedItem[], payers: readonly string[]): NamedItem[] {
  const isPayer = ({ item }: NamedItem): boolean => payers.includes(item.customerKey);
  const named = all.filter((one) => one.strength >= SURE_NUMBER && (!one.isShort || isPayer(one)));
  const structured = named.filter(({ isStructured }) => isStructured);
  if (structured.length > 0) return structured;
  const groups = new Map<string, NamedItem[]>();
  for (const one of named) addUnder(groups, one.written, one);
  return [...groups.values()].flatMap((group) => {
    const strongest = Math.max(...group.map(({ strength }) => strength));
    const best = group.filter(({ strength }) => strength === strongest);
    const own = best.filter(isPayer);
    return own.length > 0 ? own : best;
  });
}

function byNumber(book: OpenBook, line: CashLine, named: readonly NamedItem[], payers: readonly string[]): void {
  const all = unique(named.map(({ item }) => item));
  const worth = worthIn(line, all);
  if (!worth) {
    book.askAbout(line, all, 'The invoice is in another currency, and the bank does not say what was sent.');
    return;
  }
  const ofCurrency = all.filter(({ currency }) => currency === worth.currency);
  const open = ofCurrency.filter((item) => book.openOf(item) !== 0);
  if (open.length === 0) {
    book.leave(line, line.minor, 'customer credit', 'What it names is paid already.');
    book.askAbout(line, ofCurrency, `${ofCurrency[0]?.invoice ?? 'The invoice'} is paid already: paid twice?`);
    return;
  }
  const isStructured = named.some((one) => one.isStructured);
  const isKnown = open.every(({ customerKey }) => payers.includes(customerKey));
  const isDoubtful = !isStructured && isUnderOneNumber(named);
  const said = saidBy(named, open);
  const ways = explanationsOf(book, line, worth, open);
  const [way] = ways;
  if (way && ways.length === 1 && !isDoubtful) {
    book.put(line, { ...way, why: `${said} ${way.why} ${payerSaid(line, open, isKnown)}`.trim() }, worth);
  } else if (way || isDoubtful || unique(open.map(({ customerKey }) => customerKey)).length > 1) {
    book.askAbout(line, open, 'More than one way of reading the numbers explains the amount.');
  } else if (isKnown || isStructured) {
    otherAmount(book, line, worth, open, said);
  } else {
    const own = payers.flatMap((customerKey) => book.exactly(customerKey, worth, line.day, open));
    const why = `${said} The amount is another one, and the payer is not known as its customer.`;
    book.askAbout(line, [...open, ...own], why);
  }
}

function isUnderOneNumber(named: readonly NamedItem[]): boolean {
  return new Set(named.map(({ written }) => written)).size < new Set(named.map(({ item }) => item)).size;
}

function worthIn(line: CashLine, items: readonly OpenItem[]): Worth | null {
  const { minor, currency, original } = line;
  if (items.some((item) => item.currency === currency)) return { minor, currency, isOriginal: false };
  return original && items.some((item) => item.currency === original.currency)
    ? { ...original, isOriginal: true }
    : null;
}

/** The numbers are certain, the amount is not theirs: what is clear is proposed, the rest asked about. */
function otherAmount(book: OpenBook, line: CashLine, worth: Worth, open: readonly OpenItem[], said: string): void {
  const due = open.reduce((sum, item) => sum + book.openOf(item), 0);
  const gap = due - worth.minor;
  const money = (minor: number): string => formatMoney(minor, worth.currency);
  if (gap < 0) {
    overpaid(book, line, worth, open, `${said} Paid in full; ${money(-gap)} is left over.`);
    return;
  }
  const [item] = open;
  if (!item || open.length > 1) {
    book.askAbout(line, open, `What it names adds up to ${money(due)}, ${money(gap)} more than was paid.`);
    return;
  }
  const why = `${said} A part payment: ${money(gap)} stays open.`;
  book.put(line, { parts: [{ item, amount: worth.minor, discount: 0, fee: 0 }], why }, worth);
  if (gap <= toleranceOf(worth.currency) || gap > due * SMALL_GAP) return;
  const offer = discountOf(item);
  const isLate = offer !== null && Math.abs(offer.minor - gap) <= toleranceOf(item.currency) && line.day > offer.until;
  const what = isLate
    ? `The discount was taken after its day, ${isoOf(offer.until)}: ${money(gap)} short.`
    : `${money(gap)} short: a rounding, a charge or a discount?`;
  book.askAbout(line, [item], what);
}

function overpaid(book: OpenBook, line: CashLine, worth: Worth, open: readonly OpenItem[], why: string): void {
  const parts = open.map((item) => ({ item, amount: book.openOf(item), discount: 0, fee: 0 }));
  const over = worth.minor - parts.reduce((sum, { amount }) => sum + amount, 0);
  book.put(line, { parts, why }, worth);
  if (over <= toleranceOf(worth.currency)) return;
  if (!worth.isOriginal) {
    book.leave(line, over, 'customer credit', 'More than is open: it stays as a credit of the customer.');
  }
  const others = book.exactly(open[0]?.customerKey ?? '', { ...worth, minor: over }, line.day, open);
  const left = formatMoney(over, worth.currency);
  if (others.length > 0) book.askAbout(line, others, `${left} more than it names: another invoice has just this open.`);
}

function byPayer(book: OpenBook, line: CashLine, named: Named, customers: readonly string[]): void {
  const worths: Worth[] = [{ minor: line.minor, currency: line.currency, isOriginal: false }];
  if (line.original && line.original.currency !== line.currency) worths.push({ ...line.original, isOriginal: true });
  const all = customers.flatMap((customerKey) =>
    worths.map((worth) => ({ worth, items: book.payable(customerKey, worth.currency, line.day) })),
  );
  const candidates = all.flatMap(({ items }) => items).filter((item) => book.openOf(item) > 0);
  if (candidates.length === 0) {
    advance(book, line, customers);
    return;
  }
  const ways = all.flatMap(({ worth, items }) => {
    const way = explanationOfPayer(book, line, worth, items);
    return way === null ? [] : [{ worth, way }];
  });
  const [one] = ways;
  if (!one) {
    book.leave(line, line.minor, 'customer credit', 'The payer is known; the amount fits nothing that is open.');
    book.askAbout(line, candidates, 'The payer is known; the amount fits no invoice and no set of them.');
  } else if (ways.length > 1 || one.way === 'several') {
    book.askAbout(line, candidates, 'Two different sets of invoices add up to this amount.');
  } else {
    proposeForPayer(book, line, named.strange, { worth: one.worth, way: one.way, candidates });
  }
}

/** The payer owes nothing in the currency that was invoiced by then. */
function advance(book: OpenBook, line: CashLine, customers: readonly string[]): void {
  const others = customers
    .flatMap((customerKey) => book.of(customerKey))
    .filter((item) => item.currency !== line.currency && book.openOf(item) > 0);
  if (others.length > 0) {
    book.askAbout(line, others, 'The payer owes in another currency, and the bank does not say what was sent.');
  } else if (customers.length > 1) {
    book.askAbout(line, [], 'More than one customer has this name.');
  }
  const why = 'The payer is known and owes nothing that was invoiced by then: an advance.';
  book.leave(line, line.minor, 'customer credit', why);
}

/** A payer and an amount make a proposal, unless the text names a number that is not open. */
function proposeForPayer(
  book: OpenBook,
  line: CashLine,
  strange: readonly string[],
  { worth, way, candidates }: { worth: Worth; way: Explanation; candidates: readonly OpenItem[] },
): void {
  const items = way.parts.map(({ item }) => item);
  const numbers = items.map(({ invoice }) => invoice).join(' and ');
  const written = strange.join(', ');
  const isNear = (item: OpenItem): boolean =>
    strange.some((number) => isOneSlipAway(bareNumber(number), bareNumber(item.invoice)));
  const amounts = items.map((item) => book.openOf(item));
  const equal = candidates.filter((item) => amounts.includes(book.openOf(item)));
  const isSlip = items.every(isNear) && equal.length === items.length;
  if (strange.length > 0 && !isSlip) {
    const others = [...items, ...equal, ...candidates.filter(isNear)];
    book.askAbout(line, others, `It names ${written}, which is not open; the amount is what ${numbers} has open.`);
    return;
  }
  const slip = strange.length > 0 ? ` ${written} in the text is one slip from ${numbers}.` : '';
  book.put(line, { ...way, why: `The payer is ${items[0]?.customer ?? ''}. ${way.why}${slip}` }, worth);
}

function byAmountAlone(book: OpenBook, line: CashLine, may: readonly KnownPayer[]): void {
  const worth: Worth = { minor: line.minor, currency: line.currency, isOriginal: false };
  const resembling = may.flatMap(({ customerKey }) => book.exactly(customerKey, worth, line.day, []));
  const candidates = resembling.length > 0 ? resembling : book.ofAmount(line);
  if (candidates.length === 0) {
    book.leave(line, line.minor, 'unknown', 'Neither a number, nor a payer, nor the amount says whose it is.');
    return;
  }
  const why =
    resembling.length > 0
      ? 'The amount agrees; the payer only resembles the customer.'
      : 'The payer is no customer that is known; the amount is what is open.';
  book.askAbout(line, candidates, why);
}

function saidBy(named: readonly NamedItem[], items: readonly OpenItem[]): string {
  const meant = named.filter(({ item }) => items.includes(item));
  const written = unique(meant.map((one) => one.written));
  const numbers = unique(items.map(({ invoice }) => invoice));
  const isStructured = meant.some((one) => one.isStructured);
  const what = isStructured ? 'Reference' : written.length > 1 ? 'Numbers' : 'Number';
  const isAsWritten = written.every((one) => numbers.includes(one));
  return `${what} ${written.join(', ')} in the text${isAsWritten ? '' : `: ${numbers.join(', ')}`}.`;
}

function payerSaid(line: CashLine, items: readonly OpenItem[], isKnown: boolean): string {
  const customer = unique(items.map((item) => item.customer)).join(', ');
  if (isKnown) return `The payer is ${customer}.`;
  return line.payer === '' ? '' : `Paid by ${line.payer} for ${customer}.`;
}
