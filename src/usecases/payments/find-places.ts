// Where money may go, looked up by a person: open invoices by number or customer, and customers by name.
import { bareNumber } from '../../receivables/cash/reference-index';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { candidateOf } from './show-payments';
import type { MoneyPlacesView } from './view';

/** So many of each are told. */
const MOST = 200;

/**
 * Open invoices and customers that words name.
 * @param part of a number or of a name; '' for none
 * @param numbers whole numbers, as a remittance advice lists them
 */
export function findMoneyPlaces(ports: Ports, part: string, numbers: readonly string[]): MoneyPlacesView {
  const { invoices, customers } = openForShowing(ports).gathered.facts;
  const bare = new Set(numbers.map(bareNumber));
  const has = (text: string): boolean => part !== '' && text.toLowerCase().includes(part.toLowerCase());
  const found = invoices.filter(
    ({ invoice, customer, open, row }) =>
      open !== 0 && row > 0 && (bare.has(bareNumber(invoice)) || has(`${invoice} ${customer}`)),
  );
  return {
    invoices: found.slice(0, MOST).map(candidateOf),
    customers: [...customers.values()]
      .flatMap(({ key, name }) => (has(name) ? [[key, name] as const] : []))
      .slice(0, MOST),
  };
}
