// Who pays for whom: the column Paid by of AR Customers, followed to the one who pays in the end.
import type { Customer } from '../../dunning/decision/facts';
import { customerKeyOf } from '../../receivables/customer';
import type { Problem } from '../../sheet/grid';
import { isErrorText } from '../../sheet/read/read-words';
import { yesNoOfCell } from '../../sheet/read/typed-cells';

/** The column that names the payer. */
const PAID_BY = 'Paid by';

/** Words for a customer who pays what it owes. */
const ITSELF = /^(it ?self|self|themselves|own)$/i;

/** Who pays for whom, and the customers of whom that cannot be known. */
export interface Payers {
  /** Key of a customer to the key of who pays for it. */
  payers: ReadonlyMap<string, string>;
  /** Keys of those whose payer cannot be known: nobody writes to them until it is. */
  unread: ReadonlySet<string>;
  problems: Problem[];
}

/**
 * Follows Paid by to the one who pays in the end.
 * @param customers by key
 * @param rows 1-based row of AR Customers of each, for the sentences
 * @param keysOf keys of everybody who is called as written
 * @example payersOf(customers, rows, namesakes).payers.get('acme spain') // 'acme holding'
 */
export function payersOf(
  customers: ReadonlyMap<string, Customer>,
  rows: ReadonlyMap<string, number>,
  keysOf: (written: string) => readonly string[],
): Payers {
  const told = new Map<string, string>();
  const unread = new Set<string>();
  const problems: Problem[] = [];
  const fault = (one: Customer, why: string): void => {
    unread.add(one.key);
    const message = `AR Customers, ${one.name}: ${why} Nobody is written to about ${one.name} until that is mended; "itself" says that they pay for themselves.`;
    problems.push({ row: rows.get(one.key) ?? 0, column: PAID_BY, code: 'payer-unknown', message });
  };
  for (const one of customers.values()) {
    const { paidBy: written, key } = one;
    if (paysItself(one)) continue;
    const keys = isErrorText(written) ? [] : keysOf(written);
    const [payer, other] = keys;
    if (payer === undefined) fault(one, `Paid by names "${written}", who is no customer here.`);
    else if (other !== undefined) fault(one, `Paid by names "${written}", and several customers are called so.`);
    else told.set(key, payer);
  }
  const payers = new Map<string, string>();
  for (const key of told.keys()) {
    const payer = lastOf(told, key);
    const one = customers.get(key);
    if (payer !== null && !unread.has(payer)) payers.set(key, payer);
    else if (one)
      fault(one, payer === null ? 'Paid by leads round in a circle.' : 'The payer of its payer is not known.');
  }
  return { payers, unread, problems };
}

/** Whether a customer pays what it owes: nobody is named, or it names itself. */
function paysItself({ paidBy, name, id }: Customer): boolean {
  if (paidBy === '' || ITSELF.test(paidBy) || yesNoOfCell(paidBy) === 'no') return true;
  const payer = customerKeyOf('', paidBy);
  return payer === customerKeyOf('', name) || (id !== '' && payer === customerKeyOf('', id));
}

/** Who pays in the end; null where nobody does. */
function lastOf(told: ReadonlyMap<string, string>, key: string): string | null {
  const seen = new Set([key]);
  let at = key;
  for (let next = told.get(at); next !== undefined; next = told.get(at)) {
    if (seen.has(next)) return null;
    seen.add(next);
    at = next;
  }
  return at;
}
