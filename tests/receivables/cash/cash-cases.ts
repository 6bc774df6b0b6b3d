// A short way to write down open items and lines of the bank, and what was proposed for them.
import type { CashLine, OpenItem } from '../../../src/receivables/cash/cash-lines';
import { matchLines } from '../../../src/receivables/cash/match-lines';
import type { PayerAlias } from '../../../src/receivables/cash/payer-index';
import { type Day, dayFromIso } from '../../../src/receivables/day';

export const MAY = dayFromIso('2026-05-11') ?? 0;

/** An open item of a customer; amounts are minor units. */
export function item(invoice: string, customer: string, balance: number, more: Partial<OpenItem> = {}): OpenItem {
  return {
    key: `${customer}|${invoice}`,
    row: 2,
    invoice,
    customerKey: customer.toLowerCase(),
    customer,
    customerId: '',
    currency: 'EUR',
    balance,
    amount: balance,
    issued: null,
    due: MAY - 10,
    terms: '',
    reference: '',
    ...more,
  };
}

/** A line of the bank on 11 May 2026. */
export function line(payer: string, text: string, minor: number, more: Partial<CashLine> = {}): CashLine {
  return {
    ...{ row: 2, id: '', day: MAY, minor, currency: 'EUR', payer, text, charges: 0, original: null },
    ...{ structuredReference: '', returnReason: '', isBooked: true },
    ...more,
  };
}

/** What is proposed, as texts: `2026-0412 1250.00`, `ask 501 502`, `customer credit 100.00`. */
export function outcome(lines: CashLine[], items: OpenItem[], aliases: PayerAlias[] = []): string[] {
  const { allocations, ask, unmatched } = matchLines(lines, items, aliases);
  const money = (minor: number): string => (minor / 100).toFixed(2);
  return [
    ...allocations.map(
      ({ item: of, amount, discount, fee }) =>
        `${of.invoice} ${money(amount)}${discount ? ` discount ${money(discount)}` : ''}${fee ? ` fee ${money(fee)}` : ''}`,
    ),
    ...ask.map(({ candidates }) => ['ask', ...candidates.map(({ invoice }) => invoice)].join(' ')),
    ...unmatched.map(({ amount, as }) => `${as} ${money(amount)}`),
  ];
}

export function day(iso: string): Day {
  return dayFromIso(iso) ?? 0;
}
