// Where money may go, looked up by a person: open invoices by number or customer, and customers by name.
import { bareNumber } from '../../receivables/cash/reference-index';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { candidateOf } from './show-payments';
import type { MoneyPlacesView } from './view';

/** So many of each are told. */
const MOST = 50;

/**
 * Open invoices and customers that words name.
 * @param words one: a part of a number or of a name; several: whole numbers, as a remittance advice lists them
 */
export function findMoneyPlaces(ports: Ports, words: readonly string[]): MoneyPlacesView {
  const { facts } = openForShowing(ports).gathered;
  const numbers = new Set(words.map(bareNumber));
  const part = words.length === 1 ? (words[0] ?? '').trim().toLowerCase() : '';
  const isNamed = (text: string): boolean => part !== '' && text.toLowerCase().includes(part);
  const found = facts.invoices.filter(
    ({ invoice, customer, open, row }) =>
      open !== 0 && row > 0 && (numbers.has(bareNumber(invoice)) || isNamed(invoice) || isNamed(customer)),
  );
  const names = [...facts.customers.values()].filter(({ name }) => isNamed(name));
  return {
    invoices: found.slice(0, Math.max(MOST, words.length)).map(candidateOf),
    customers: names.slice(0, MOST).map(({ key, name }) => [key, name]),
  };
}
