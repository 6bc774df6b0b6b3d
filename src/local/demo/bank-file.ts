// The demo company's bank file: a day's lines of every kind, over the invoices of its sheet.
import { addDays } from '../wall-clock';
import { demoCustomers } from './companies';
import { type DemoInvoice, demoInvoices } from './invoices';

const HEADERS = 'Booking date;Amount;Currency;Payer;Text;Reference';

/** A line: what it shows is said by its kind, for the tests and for whoever reads this. */
export interface DemoBankLine {
  kind:
    | 'certain'
    | 'two invoices'
    | 'part payment'
    | 'paid twice'
    | 'payer alone'
    | 'amount alone'
    | 'on account'
    | 'a slip'
    | 'interest'
    | 'went out'
    | 'came back';
  amount: number;
  currency: string;
  payer: string;
  text: string;
}

/** The lines of the demo's bank, by the invoices as they stand on a day. */
export function demoBankLines(asOf: string): DemoBankLine[] {
  const invoices = demoInvoices(demoCustomers(), asOf);
  const open = invoices.filter(({ status, due }) => status === 'Open' && due < asOf);
  const paid = invoices.filter(({ status, paidOn }) => status === 'Paid' && paidOn !== null);
  const used = new Set<DemoInvoice>();
  const take = (isFit: (invoice: DemoInvoice) => boolean = () => true): DemoInvoice => {
    const found = open.find((invoice) => !used.has(invoice) && isFit(invoice));
    if (!found) throw new Error('The demo company has too few open invoices.');
    used.add(found);
    return found;
  };
  const line = (kind: DemoBankLine['kind'], of: DemoInvoice, amount: number, text: string): DemoBankLine => ({
    ...{ kind, amount, currency: of.customer.currency, payer: of.customer.name, text },
  });
  const several = (of: DemoInvoice): DemoInvoice[] => open.filter(({ customer }) => customer === of.customer);
  const pair = several(take((invoice) => several(invoice).length > 1));
  for (const one of pair) used.add(one);
  const [first, second] = pair;
  const [one, two, part, slip, alone, account] = [take(), take(), take(), take(), take(), take()];
  const [settled, back] = paid.slice(-2);
  if (!first || !second || !settled || !back) throw new Error('The demo company has too few paid invoices.');
  const digits = slip.number.replace(/(\d)(\d)$/, '$2$1');
  return [
    line('certain', one, one.amount, `Invoice ${one.number}`),
    line('certain', two, two.amount, `${two.number.replace('-', ' ')} thank you`),
    line('two invoices', first, first.amount + second.amount, `${first.number} and ${second.number}`),
    line('part payment', part, Math.round(part.amount / 2), `${part.number} first half`),
    line('a slip', slip, slip.amount, `Inv ${digits}`),
    line('payer alone', alone, 100, 'Payment'),
    { ...line('amount alone', alone, alone.amount, 'Transfer'), payer: 'Nordic Payments Hub' },
    line('on account', account, account.amount + 50, `${account.number} and some more`),
    line('paid twice', settled, settled.amount, `${settled.number}`),
    { kind: 'interest', amount: 3.12, currency: 'GBP', payer: 'Your bank', text: 'Interest for the month' },
    { kind: 'went out', amount: -840, currency: 'GBP', payer: 'Office rent', text: 'Standing order' },
    line('came back', back, -back.amount, `Returned direct debit ${back.number} AM04`),
  ];
}

/**
 * The bank file as CSV, with a line twice and one that cannot be read.
 * @param asOf `YYYY-MM-DD`: its lines are of the day before
 * @example demoBankFile('2026-11-23').split('\n')[0] // 'Booking date;Amount;Currency;Payer;Text;Reference'
 */
export function demoBankFile(asOf: string): string {
  const day = addDays(asOf, -1);
  const rows = demoBankLines(asOf).map(({ amount, currency, payer, text }, at) =>
    [
      day,
      amount.toFixed(2),
      currency,
      payer,
      text,
      `BK${asOf.replaceAll('-', '')}${String(at + 1).padStart(3, '0')}`,
    ].join(';'),
  );
  const unread = `${day};not known;GBP;Somebody;An amount that cannot be read;BK0`;
  return `${[HEADERS, ...rows, rows[0] ?? '', unread].join('\n')}\n`;
}
