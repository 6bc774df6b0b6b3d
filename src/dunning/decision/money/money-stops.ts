// What money at the bank stops: lines that nobody decided about, differences that nobody explained, debits that came back.
import { addUnder } from '../../../receivables/cash/grouped';
import type { ReturnReason } from '../../../receivables/cash/return-reason';
import { type Day, plusBusinessDays, shortDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { numberStem } from '../../../receivables/invoice-number';
import { formatMoney } from '../../../receivables/money';
import { liveLines, type PaymentLine } from '../../history/payments';
import { paymentInWords } from '../../payments/money-in';
import type { Facts } from '../facts';
import { type Verdict, verdict } from '../reasons';

/** Business days from the import in which somebody decides about a line; then a reminder waits in Review with the line beside it. */
const DAYS_TO_DECIDE = 3;
/** Business days in which a payer who had a debit refunded is asked why. */
const DAYS_OF_QUERY = 5;

/** What money at the bank says of the invoices of a day. */
export interface MoneyStops {
  /** Why nothing is asked for an invoice; null where nothing stops it. */
  stop(invoice: Invoice): Verdict | null;
  /** What a person has to know before a reminder of it leaves, in a few words each. */
  look(invoice: Invoice): string[];
  /** The debit that came back on it and brought no money since; null where none did. */
  returned(invoice: Invoice): { reason: ReturnReason; on: Day } | null;
}

const NOTHING: MoneyStops = { stop: () => null, look: () => [], returned: () => null };

/**
 * Prepares what money at the bank stops on a day.
 * @example moneyStops(facts).stop(invoice)?.reasons[0]?.code // 'payment-undecided'
 */
export function moneyStops({ history, asOf, settings }: Facts): MoneyStops {
  const { payments } = history;
  if (payments.lines.size === 0) return NOTHING;
  const undecided = new Map<string, PaymentLine[]>();
  for (const line of liveLines(payments)) {
    if (line.decision || line.readOn > asOf) continue;
    const keys = [...line.candidates, ...line.proposal.map(({ key }) => key)].filter((key) => key !== '');
    for (const stem of new Set(keys.map(numberStem))) addUnder(undecided, stem, line);
  }
  const linesOf = ({ key }: Invoice): readonly PaymentLine[] =>
    undecided.size === 0 ? [] : (undecided.get(numberStem(key)) ?? []);
  const until = ({ readOn }: PaymentLine): Day => plusBusinessDays(readOn, DAYS_TO_DECIDE, settings.holidays);
  const returned: MoneyStops['returned'] = ({ key, open }) => {
    const found = open > 0 ? payments.returned.get(key) : undefined;
    return found && found.on <= asOf ? found : null;
  };
  const stop: MoneyStops['stop'] = (invoice) => {
    if (invoice.bank && invoice.bank.difference !== 0) return difference(invoice);
    const waits = linesOf(invoice).filter((line) => until(line) > asOf);
    const [line] = [...waits].sort((a, b) => until(b) - until(a));
    if (line) return undecidedStop(line, until(line), asOf);
    const back = returned(invoice);
    const queried = back?.reason === 'refund' ? plusBusinessDays(back.on, DAYS_OF_QUERY, settings.holidays) : asOf;
    return back && queried > asOf ? refunded(back.on, queried, asOf) : null;
  };
  const look: MoneyStops['look'] = (invoice) => {
    const back = returned(invoice);
    return [
      ...linesOf(invoice).map(
        ({ amount, currency, on }) => `${paymentInWords(amount, currency, shortDay(on, asOf))}: decide about it first`,
      ),
      ...(back ? [RETURNED[back.reason]] : []),
    ];
  };
  return { stop, look, returned };
}

const RETURNED: Readonly<Record<ReturnReason, string>> = {
  'no-funds': 'the debit came back for want of funds: call first',
  'wrong-account': 'the debit came back, the account is wrong: ask for a new mandate',
  'no-mandate': 'the debit came back without a mandate: ask for a new one',
  refund: 'they had the debit refunded: ask why',
  unknown: 'the payment came back, and nobody knows why',
};

function undecidedStop({ amount, currency, on }: PaymentLine, until: Day, asOf: Day): Verdict {
  const message = () => {
    const came = paymentInWords(amount, currency, shortDay(on, asOf));
    return `A${came.slice(1)} and may be for it: decide under AR Payments. Nothing is asked for before ${shortDay(until, asOf)}.`;
  };
  return verdict('blocked', 'payment-undecided', message, until);
}

function difference({ bank, currency, invoice, key }: Invoice): Verdict {
  const { inSheet = 0, difference: more = 0 } = bank ?? {};
  const message = () =>
    `The sheet shows ${formatMoney(inSheet, currency)} open of ${invoice || key}, ${formatMoney(Math.abs(more), currency)} ${more < 0 ? 'less' : 'more'} than the payments booked so far explain. Say on the page Payments what it is; nothing is asked for until then.`;
  return verdict('blocked', 'payment-difference', message);
}

function refunded(on: Day, until: Day, asOf: Day): Verdict {
  const message = () =>
    `They had the debit refunded (noted ${shortDay(on, asOf)}): ask why. Nothing is asked for before ${shortDay(until, asOf)}.`;
  return verdict('blocked', 'debit-returned', message, until);
}

/** Why nothing is owed although the sheet shows something open: the money is at the bank. Null where that is not so. */
export function paidAtBank({ bank, open, currency }: Invoice, asOf: Day): Verdict | null {
  if (open !== 0 || !bank?.last || bank.inSheet <= 0) return null;
  const { amount, on, refundableUntil: refundable } = bank.last;
  const message = () => {
    const came = paymentInWords(amount, currency, shortDay(on, asOf));
    return `A${came.slice(1)}; the sheet still shows ${formatMoney(bank.inSheet, currency)}, not booked yet.${refundable !== null && refundable >= asOf ? ` Collected by direct debit: refundable until ${shortDay(refundable, asOf)}.` : ''}`;
  };
  return verdict('not-chased', 'payment-came', message);
}

/** What a reminder says of money at the bank that lowers what it asks for; '' where none does. */
export function loweredBy({ bank, invoice, key, currency }: Invoice, asOf: Day): string {
  if (!bank?.last || bank.accepted === 0) return '';
  const came = paymentInWords(bank.last.amount, currency, shortDay(bank.last.on, asOf));
  return `A${came.slice(1)} for ${invoice || key}.`;
}
