// Whom a line of a list means: a customer by name, number or other name; for who is unknown the customer called most alike.
import type { ImportView } from '../../entry/sidebar-calls';
import { customerKeyOf } from '../../receivables/customer';
import { plainText } from '../../sheet/vocabulary/language';

/** A customer of the workbook. */
export type KnownCustomer = ImportView['customers'][number];

/** Names less alike than this have nothing to do with each other. */
const LEAST_ALIKE = 0.45;

/** Words of a firm's form tell nobody apart. */
const FORMS = /\b(ltd|limited|llc|inc|plc|co|corp|gmbh|ag|kg|ohg|ug|se|sa|sas|sarl|srl|spa|sl|bv|nv|oy|ab|as|aps)\b/g;

/** The customers by what they are called. */
export class KnownCustomers {
  private readonly byName = new Map<string, KnownCustomer | null>();
  private readonly pairs: { customer: KnownCustomer; pairs: Set<string> }[];

  constructor({ customers, columns }: Pick<ImportView, 'customers' | 'columns'>) {
    const [id, aliases] = [columns.indexOf('Customer ID'), columns.indexOf('Aliases')];
    for (const customer of customers) {
      const { key, name: called, cells } = customer;
      const names = [key, called, cells[id] ?? '', ...(cells[aliases] ?? '').split(/[;\n]+/)];
      for (const name of new Set(names.map((one) => customerKeyOf('', one)))) {
        if (name === '') continue;
        const other = this.byName.get(name);
        // A name that two have says nothing about either.
        this.byName.set(name, other === undefined || other?.key === customer.key ? customer : null);
      }
    }
    this.pairs = customers.map((customer) => ({ customer, pairs: pairsOf(customer.name) }));
  }

  /**
   * The customer that is meant.
   * @param id number as written, '' for none
   * @param name as written, '' for none
   * @returns null for nobody; `several` where two are called so
   */
  find(id: string, name: string): KnownCustomer | 'several' | null {
    let several = false;
    for (const written of [id, name]) {
      if (written === '') continue;
      const found = this.byName.get(customerKeyOf('', written));
      if (found) return found;
      if (found === null) several = true;
    }
    return several ? 'several' : null;
  }

  /** The customer called most alike; null where nobody is. */
  nearest(written: string): KnownCustomer | null {
    const wanted = pairsOf(written);
    let best: KnownCustomer | null = null;
    let most = LEAST_ALIKE;
    for (const { customer, pairs } of this.pairs) {
      let same = 0;
      for (const pair of wanted) if (pairs.has(pair)) same += 1;
      const alike = (2 * same) / Math.max(1, wanted.size + pairs.size);
      if (alike > most) {
        most = alike;
        best = customer;
      }
    }
    return best;
  }
}

/** The pairs of letters of a name (Dice's coefficient), without the form of the firm. */
function pairsOf(name: string): Set<string> {
  const text = plainText(name).replace(FORMS, '').replace(/\s+/g, ' ').trim();
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}
