// The tab AR Payments: the lines of the bank as rows, a view of the log.

import type { Facts } from '../../dunning/decision/facts';
import type { AllocationFacts } from '../../dunning/history/payment-facts';
import { lineState, type PaymentLine } from '../../dunning/history/payments';
import type { Day } from '../../receivables/day';
import { minorDigits, toDecimal } from '../../receivables/money';
import type { Cell } from '../../sheet/grid';
import { PAYMENTS_TAB } from '../tab-specs';
import type { OwnTabs } from './own-tabs';
import { pastedRows } from './pasted-lines';
import { writeProjection } from './projection';
import type { TabRow } from './records';

/** Lines that are settled stay to be seen for so many days. */
const SHOWN_DAYS = 30;

/** The lines that the tab shows: those that somebody still has to do something about, and what was settled of late. */
export function shownLines(lines: Iterable<PaymentLine>, today: Day): PaymentLine[] {
  return [...lines].filter(({ decision }) => {
    if (!decision) return true;
    const booked = decision.parts.map(({ bookedOn }) => bookedOn);
    if (booked.includes(null)) return true;
    return Math.max(decision.on, ...booked.map((on) => on ?? 0)) + SHOWN_DAYS >= today;
  });
}

/**
 * Brings the tab in line with the log, where there is one. Rows that people put there themselves stay as they are.
 * @param facts the history, and the names of customers
 * @param refused by id of a line, why a word beside it could not be followed
 */
export function writePayments(
  tabs: OwnTabs,
  { history, customers }: Pick<Facts, 'history' | 'customers'>,
  today: Day,
  refused: ReadonlyMap<string, string> = new Map(),
): void {
  if (!tabs.find(PAYMENTS_TAB)) return;
  const nameOf = (key: string): string => customers.get(key)?.name ?? key;
  const lines = shownLines(history.payments.lines.values(), today);
  let pasted: ReturnType<typeof pastedRows> = new Map();
  writeProjection(tabs, {
    spec: PAYMENTS_TAB,
    id: (table) => {
      pasted = pastedRows(table, history.payments);
      return (row) => {
        const found = pasted.get(row.row);
        if (!found) return row.text('Bank line');
        return history.payments.lines.has(found.id) ? found.id : '';
      };
    },
    wanted: new Map(
      lines.map((line) => [
        line.id,
        (before: TabRow | null) => recordOf(line, before, nameOf, refused.get(line.id) ?? ''),
      ]),
    ),
    stray: (row) => ({
      ...Object.fromEntries(PAYMENTS_TAB.columns.map(({ header }) => [header, row.cell(header)])),
      Why: pasted.get(row.row)?.fault ?? '',
    }),
  });
}

function recordOf(
  line: PaymentLine,
  before: TabRow | null,
  nameOf: (key: string) => string,
  refused: string,
): Record<string, Cell> {
  const { id, on, amount, currency, payer, text, charges = 0, decision, readOn } = line;
  const parts = decision?.parts ?? line.proposal;
  const invoices = invoicesInWords(parts);
  const why = before?.text('Why') ?? '';
  // A word counts for what stands beside it: beside another proposal it goes.
  const isOpen =
    !decision && refused === '' && before?.text('Bank line') === id && before.text('Invoices') === invoices;
  return {
    'Bank line': id,
    Date: { day: on },
    Amount: toDecimal(amount, currency),
    Currency: currency,
    Payer: payer,
    Text: text,
    Charges: charges === 0 ? '' : toDecimal(charges, currency),
    State: lineState(line),
    Customer: [...new Set(parts.map(({ customerKey }) => nameOf(customerKey)))].join('; '),
    Invoices: invoices,
    Decide: isOpen ? before.text('Decide') : '',
    // Why a word was refused stays to be read until something else is to be said.
    Why: refused !== '' ? `${refused} ${line.why}`.trim() : isOpen && why.endsWith(line.why) ? why : line.why,
    By: decision?.by ?? '',
    'Read on': { day: readOn },
  };
}

/** What goes where, as the tab says it. @example 'LR-1 500.00; LR-2 12.10 discount 2.00' */
export function invoicesInWords(parts: readonly AllocationFacts[]): string {
  const money = (minor: number, currency: string): string => toDecimal(minor, currency).toFixed(minorDigits(currency));
  return parts
    .map(({ invoice, amount, currency, gaps = [] }) =>
      [
        `${invoice || 'on account'} ${money(amount, currency)}`,
        ...gaps.map(([as, gap]) => `${as} ${money(gap, currency)}`),
      ].join(' '),
    )
    .join('; ');
}
