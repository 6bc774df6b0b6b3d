// Whom a row of AR Holds, AR Promises or AR Disputes means, however it is written: in doubt everybody it may mean, never nobody.
import type { History } from '../../dunning/history/history';
import { slipsBetween } from '../../dunning/policy/closest-name';
import { areSimilar, companyNameOf } from '../../receivables/company-name';
import { customerKeyOf } from '../../receivables/customer';
import type { Invoice } from '../../receivables/invoice';
import { looseNumber, numberKey, numberStem, TELLING_END } from '../../receivables/invoice-number';
import type { Problem } from '../../sheet/grid';
import { isErrorText } from '../../sheet/read/read-words';
import type { CustomerIndex } from './customers';
import type { TabRow } from './records';

/** What a row stops. */
export interface StopTarget {
  /** '' where the invoice's number says whose it is; beside an empty number: everybody. */
  customerKey: string;
  /** '' for everything of the customer. */
  invoice: string;
  /** Why it is not certain who or what is meant, a clause; '' when it is. */
  unreadable: string;
  /** Whether it names somebody whom nobody here resembles: then nothing goes to anybody without a person. */
  isStray: boolean;
  /** Whether the row names another invoice or customer, which this one was before. */
  follows?: true;
}

/** What rows are understood by. */
export interface Named {
  customers: Pick<CustomerIndex, 'keyOf' | 'namesakes' | 'byKey'>;
  invoices: readonly Invoice[];
  history: History;
}

/** A row understood as far as it goes; `problem` is what a person has to settle. */
export interface Meant {
  targets: StopTarget[];
  problem: Problem | null;
}

/** So many names are proposed in a sentence. */
const PROPOSED = 3;
/** Slips of the keyboard in a name. */
const SLIPS = 2;

/** Words for all invoices of a customer. */
const ALL =
  /^(?:all|alle|alles|any|every|everything|tous|toutes|tout|todo|todos|todas|tutte|tutti|tudo|wszystkie|\*)$/i;
const BETWEEN = '[;,\\n+&]|\\s(?:and|und|et|y|e|i|en)\\s';
const PARTED = [new RegExp(BETWEEN, 'i'), new RegExp(`${BETWEEN}|\\s`, 'i')];

/** Whom a cell means: one customer, several, or nobody that can be told; `doubt` is a clause. */
interface Who {
  keys: readonly string[];
  isKnown: boolean;
  code: 'customer-unknown' | 'customer-ambiguous' | '';
  doubt: string;
  advice: string;
}

/**
 * Prepares the understanding of rows that stop.
 * @returns for a row of a tab whom it stops, and what has to be settled
 * @example stopTargets(named)('AR Holds', row).targets // [{ customerKey: 'acme', invoice: '', unreadable: '', isStray: false }]
 */
export function stopTargets({ customers, invoices, history }: Named): (tab: string, row: TabRow) => Meant {
  const numbers = new Numbers(invoices, history);
  const understood = (tab: string, row: TabRow): Meant => {
    const written = row.text('Customer');
    const number = row.text('Invoice');
    const who = whoIs(written, customers);
    const only = who.isKnown ? (who.keys[0] ?? '') : '';
    const isWhole = number === '' || ALL.test(number);
    const meant = isWhole || isErrorText(number) ? [] : numbers.meant(number, only);
    const aboutNumber = isWhole || meant.length > 0 ? '' : numberDoubt(number);
    const doubts = [who.doubt, aboutNumber].filter((doubt) => doubt !== '');
    const own = meant.flatMap((one) => besides(one, who, written, numbers));
    const targets =
      meant.length > 0 ? [...meant.map((one) => about(only, one)), ...own] : wholes(who, written, doubts.join(' and '));
    const other = who.isKnown ? meant.find((one) => numbers.isOfOthers(one, who.keys)) : undefined;
    if (other !== undefined) return { targets, problem: ofOther(tab, row, other, own) };
    if (doubts.length === 0) return { targets, problem: null };
    const nameOf = (key: string): string => customers.byKey.get(key)?.name ?? key;
    const advice = [who.advice, aboutNumber === '' ? '' : 'Write the number as in the invoice sheet.'].filter(Boolean);
    const message = `${tab}, row ${row.row}: ${doubts.join(' and ')}. ${effectOf(targets, nameOf)} ${advice.join(' ')}`;
    const code = who.code || 'invoice-unknown';
    return { targets, problem: { row: row.row, column: who.code ? 'Customer' : 'Invoice', code, message } };
  };
  return (tab, row) => {
    const meant = understood(tab, row);
    const followers = meant.targets.flatMap((target) => numbers.followersOf(target));
    return followers.length > 0 ? { ...meant, targets: [...meant.targets, ...followers] } : meant;
  };
}

/**
 * What a number may mean beside the invoice that has it, where that is of nobody who is named: the slip may be in the number
 * as well as in the name, so that it may be any of theirs. Not where the customer had such an invoice once, which is paid.
 */
function besides(number: string, { keys, isKnown }: Who, written: string, numbers: Numbers): StopTarget[] {
  if (!numbers.isOfOthers(number, keys)) return [];
  const unreadable = `"${number}" is no invoice of ${written}`;
  return keys
    .filter((key) => !isKnown || !numbers.wasKnown(number, key))
    .flatMap((key) => {
      const own = numbers.endingOn(number, key);
      return (own.length > 0 ? own : ['']).map((invoice) => ({ ...about(key, invoice), unreadable }));
    });
}

/** Who is named and what has the number do not fit: one of the two is a slip. */
function ofOther(tab: string, { row, text }: TabRow, number: string, own: readonly StopTarget[]): Problem {
  const too = own.map(({ invoice }) => `, and ${invoice || `all of ${text('Customer')}`}`).join('');
  const message = `${tab}, row ${row}: "${number}" is no invoice of ${text('Customer')}. Until the row is corrected it stops the invoice of that number, whoever has it${too}.`;
  return { row, column: 'Invoice', code: 'invoice-of-other', message };
}

function about(customerKey: string, invoice: string): StopTarget {
  return { customerKey, invoice, unreadable: '', isStray: false };
}

function whoIs(written: string, customers: Named['customers']): Who {
  const sure = { isKnown: false, code: '', doubt: '', advice: '' } as const;
  if (written === '') return { ...sure, keys: [] };
  const advice = 'Write the name as in AR Customers.';
  if (isErrorText(written))
    return { ...sure, keys: [], code: 'customer-unknown', doubt: `Customer shows ${written}`, advice };
  const shared = customers.namesakes(written);
  if (shared.length > 1) {
    const doubt = `${shared.length} customers are called "${written}"`;
    const byId = 'Write the Customer ID of the one that is meant.';
    return { ...sure, keys: shared, code: 'customer-ambiguous', doubt, advice: byId };
  }
  const key = customers.keyOf(written);
  if (key !== '') return { ...sure, keys: [key], isKnown: true };
  const keys = near(written, customers.byKey);
  return { ...sure, keys, code: 'customer-unknown', doubt: `no customer is called "${written}"`, advice };
}

/** Customers whose name a written one may mean. */
function near(written: string, byKey: Named['customers']['byKey']): string[] {
  const name = companyNameOf(written);
  return [...byKey.values()]
    .filter((one) => {
      const other = companyNameOf(one.name);
      return areSimilar(name, other) || slipsBetween(name.plain, other.plain) <= Math.min(SLIPS, name.plain.length / 3);
    })
    .map(({ key }) => key);
}

function numberDoubt(number: string): string {
  return isErrorText(number) ? `Invoice shows ${number}` : `there is no invoice "${number}"`;
}

/** Everything of those who may be meant; of everybody where nothing can be read. */
function wholes({ keys, isKnown, code }: Who, written: string, doubt: string): StopTarget[] {
  // A name that several share is read; it counts for each of them.
  const unreadable = isKnown || code === 'customer-ambiguous' ? '' : doubt;
  if (keys.length > 0) return keys.map((key) => ({ ...about(key, ''), unreadable }));
  const isReadable = written !== '' && !isErrorText(written);
  if (isReadable) return [{ ...about(customerKeyOf('', written), ''), unreadable, isStray: true }];
  return [{ ...about('', ''), unreadable }];
}

/** What a row does while it is not settled. */
function effectOf(targets: readonly StopTarget[], nameOf: (key: string) => string): string {
  const [first] = targets;
  if (first?.isStray) return 'Until it is settled nothing goes out by itself.';
  if (first?.customerKey === '' && first.invoice === '') return 'Until it is mended nobody is contacted.';
  const single = targets.flatMap(({ invoice }) => (invoice === '' ? [] : [invoice]));
  const whole = targets.filter(({ invoice }) => invoice === '');
  const names = [...new Set(whole.map(({ customerKey }) => nameOf(customerKey)))];
  const more = names.length > PROPOSED ? ` and ${names.length - PROPOSED} more` : '';
  const counts = single.length > 0 ? [`It counts for invoice ${single.join(', ')}.`] : [];
  if (names.length > 0)
    counts.push(`Until it is settled it counts for all invoices of ${names.slice(0, PROPOSED).join(', ')}${more}.`);
  return counts.join(' ');
}

/** The invoices' numbers, and how else they may be written. */
class Numbers {
  // Made when a row first names a number: most books have no such row.
  private exact: Map<string, { number: string; owners: Set<string> }> | null = null;
  private loose: Map<string, string[]> | null = null;

  constructor(
    private readonly invoices: readonly Invoice[],
    private readonly history: History,
  ) {}

  /** The numbers that a cell means, as they stand in the sheet; none where one of them is not to be found. */
  meant(written: string, customerKey: string): string[] {
    if (!this.exactNumbers().has(numberKey(written)) && this.numberedOtherwise(written, customerKey).length > 0)
      return [written];
    const whole = this.one(written, customerKey);
    if (whole.length > 0) return whole;
    for (const between of PARTED) {
      const parts = written.split(between).filter((part) => part.trim() !== '');
      const found = parts.length > 1 ? parts.map((part) => this.one(part, customerKey)) : [];
      if (found.length > 0 && found.every(({ length }) => length > 0)) return [...new Set(found.flat())];
    }
    return this.wasKnown(written, customerKey) ? [written] : [];
  }

  private one(written: string, customerKey: string): string[] {
    const exact = this.exactNumbers().get(numberKey(written));
    if (exact) return [exact.number];
    const wanted = looseNumber(written);
    const loose = this.looseNumbers();
    const same = loose.get(wanted) ?? [];
    if (same.length > 0) return same;
    return this.endingOn(written, customerKey);
  }

  /** The numbers of a customer ('' for anybody) that a written one is the end of. */
  endingOn(written: string, customerKey: string): string[] {
    const wanted = looseNumber(written);
    if (wanted.length < TELLING_END) return [];
    const ends = [...this.looseNumbers()].flatMap(([key, numbers]) => (key.endsWith(wanted) ? numbers : []));
    return customerKey === '' ? ends : ends.filter((number) => !this.isOfOthers(number, [customerKey]));
  }

  /** What a stop is about that names an invoice by another number, or the customer it came from. */
  followersOf({ customerKey, invoice, ...rest }: StopTarget): StopTarget[] {
    const { cameFrom } = this.history;
    const found =
      invoice === ''
        ? this.invoices.filter(({ key }) => customerKey !== '' && cameFrom.get(key) === customerKey)
        : this.numberedOtherwise(invoice, customerKey);
    return found.map((one) => ({ ...rest, customerKey: one.customerKey, invoice: one.invoice, follows: true }));
  }

  /** The invoices that had a number once; a customer of '' is anybody. */
  private numberedOtherwise(written: string, customerKey: string): Invoice[] {
    const { moved, aliases } = this.history;
    if (moved.size === 0) return [];
    const end = `|${numberKey(written)}`;
    const isTheirs = (key: string): boolean => {
      const owner = key.slice(0, -end.length);
      return customerKey === '' || (aliases.get(owner) ?? owner) === customerKey;
    };
    const now = new Set<string>();
    for (const from of moved.keys()) {
      const stem = numberKey(numberStem(from));
      if (!stem.endsWith(end) || !isTheirs(stem)) continue;
      for (let key = moved.get(from); key !== undefined && !now.has(key); key = moved.get(key)) now.add(key);
    }
    return now.size === 0 ? [] : this.invoices.filter(({ key }) => now.has(key));
  }

  private exactNumbers(): Map<string, { number: string; owners: Set<string> }> {
    if (this.exact) return this.exact;
    this.exact = new Map();
    for (const { invoice: number, customerKey } of this.invoices) {
      const known = this.exact.get(numberKey(number));
      if (known) known.owners.add(customerKey);
      else if (number !== '') this.exact.set(numberKey(number), { number, owners: new Set([customerKey]) });
    }
    return this.exact;
  }

  /** Whether a number is in the sheet, and never with one of these customers; of nobody it is not another's. */
  isOfOthers(number: string, customerKeys: readonly string[]): boolean {
    const owners = customerKeys.length === 0 ? undefined : this.exactNumbers().get(numberKey(number))?.owners;
    return owners !== undefined && !customerKeys.some((key) => owners.has(key));
  }

  private looseNumbers(): Map<string, string[]> {
    if (this.loose) return this.loose;
    this.loose = new Map();
    for (const { number } of this.exactNumbers().values()) {
      const key = looseNumber(number);
      if (key !== '') this.loose.set(key, [...(this.loose.get(key) ?? []), number]);
    }
    return this.loose;
  }

  /** What was asked for or promised once and is gone from the sheet was paid: it stops nothing any more, and is no slip. */
  wasKnown(written: string, customerKey: string): boolean {
    const end = `|${numberKey(written)}`;
    const isIt = (key: string): boolean =>
      customerKey === ''
        ? key.endsWith(end)
        : key === `${customerKey}${end}` || key.startsWith(`${customerKey}${end}|`);
    const { lastOpen, promises } = this.history;
    return (
      [...lastOpen.keys()].some(isIt) || [...promises.values()].some(({ lines }) => lines.some(([key]) => isIt(key)))
    );
  }
}
