// Customers that look like one: proposed to a person with the reason in words, never joined by themselves.
import { areSimilar, type CompanyName, companyNameOf, differenceOf, formsExclude } from './company-name';
import { nearNames } from './near-names';

/** A customer as the invoices and the list of customers spell it. */
export interface CustomerSpelling {
  /** `customerKeyOf(id, name)`. */
  key: string;
  /** Customer number as displayed, '' without one. */
  id: string;
  /** Name as displayed; the id where there is none. */
  name: string;
  invoices: number;
  /** 1-based row of the first invoice; 0 without one. */
  row: number;
  /** Billing addresses in small letters that say something of the company: none at a mailbox provider. */
  addresses: readonly string[];
}

/** Customers that look like one. */
export interface SameCustomer {
  /** Key of the one to keep: the most invoices, then the first row. */
  keep: string;
  /** Keys of the others, most invoices first. */
  others: string[];
  /** Why, in words, without a full stop. */
  why: string;
}

/** A name under more customer numbers than these says nothing: "Cash sale", "Private customer". */
const MOST_NUMBERS = 5;
/** An address of more names than these is a bookkeeper's or a platform's. */
const MOST_NAMES_AT_ADDRESS = 3;
/** In larger crowds only neighbours are compared. */
const CROWD = 40;

interface Known extends CustomerSpelling {
  /** The name taken apart; that of a customer who is known by number only is empty. */
  parts: CompanyName;
  /** The customer number without leading zeros, '' without one. */
  number: string;
}

interface Link {
  a: Known;
  b: Known;
  why: string;
  /** 0 is the strongest. */
  rank: number;
}

/**
 * Groups of customers that look like one: the same name apart from blanks, punctuation, legal form, accents, "The" or one slip of the
 * keyboard; the same number apart from leading zeros; the same company address with similar names. Customers with different numbers and
 * different names are never proposed. Each customer is in one group at most, and the order of the customers does not matter.
 * @param customers every customer once
 * @param apart keys that a person said are different customers, in groups
 * @returns groups, those with the most invoices first
 * @example proposeSameCustomers([acmeLtd, acmeLimited])[0] // { keep: 'acme ltd', others: ['acme limited'], why: 'Same name apart from the legal form' }
 */
export function proposeSameCustomers(
  customers: readonly CustomerSpelling[],
  apart: readonly (readonly string[])[] = [],
): SameCustomer[] {
  const known = customers.map(taken).sort((a, b) => order(a.key, b.key));
  const rules = new Rules(apart);
  const links = [...byNumber(known), ...byName(known), ...byAddress(known), ...bySlip(known)]
    .filter(({ a, b }) => rules.mayBeOne(a, b))
    .sort(compareLinks);
  const groups = new Map<Known, Known[]>();
  const used: Link[] = [];
  for (const link of links) {
    const left = groups.get(link.a) ?? [link.a];
    const right = groups.get(link.b) ?? [link.b];
    if (left === right) continue;
    if (!left.every((a) => right.every((b) => rules.mayBeOne(a, b)))) continue;
    const both = [...left, ...right];
    for (const one of both) groups.set(one, both);
    used.push(link);
  }
  return [...new Set(groups.values())]
    .sort((a, b) => invoicesOf(b) - invoicesOf(a) || order(firstKey(a), firstKey(b)))
    .map((group) => proposalOf(group, used));
}

function taken(customer: CustomerSpelling): Known {
  const { id, name } = customer;
  const isNumberOnly = name.trim() === id.trim() || (id === '' && /^[\s\d]+$/.test(name));
  const number = (id || (isNumberOnly ? name : '')).normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  const parts = companyNameOf(isNumberOnly ? '' : name);
  return { parts, number: number.replace(/^0+(?=.)/, ''), ...customer };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstKey(group: readonly Known[]): string {
  return group.map(({ key }) => key).sort()[0] ?? '';
}

function invoicesOf(group: readonly Known[]): number {
  return group.reduce((sum, { invoices }) => sum + invoices, 0);
}

function compareLinks(p: Link, q: Link): number {
  const weight = ({ a, b }: Link): number => a.invoices + b.invoices;
  return p.rank - q.rank || weight(q) - weight(p) || order(p.a.key, q.a.key) || order(p.b.key, q.b.key);
}

function proposalOf(group: readonly Known[], used: readonly Link[]): SameCustomer {
  const sorted = [...group].sort(
    (a, b) => b.invoices - a.invoices || (a.row || Infinity) - (b.row || Infinity) || order(a.key, b.key),
  );
  const reasons = used.filter(({ a }) => group.includes(a)).map(({ why }) => why);
  const [keep, ...others] = sorted.map(({ key }) => key);
  return { keep: keep ?? '', others, why: [...new Set(reasons)].join('; ') };
}

/** Who may be one customer at all, whatever looks alike. */
class Rules {
  private readonly apart = new Set<string>();

  constructor(apart: readonly (readonly string[])[]) {
    for (const keys of apart) for (const a of keys) for (const b of keys) if (a !== b) this.apart.add(`${a}\n${b}`);
  }

  mayBeOne(a: Known, b: Known): boolean {
    if (this.apart.has(`${a.key}\n${b.key}`)) return false;
    if (a.id !== '' && b.id !== '') {
      if (a.number !== b.number && (a.parts.plain === '' || a.parts.plain !== b.parts.plain)) return false;
      if (a.number === b.number && !namesAgree(a, b)) return false;
    }
    return !formsExclude(a.parts, b.parts) || a.addresses.some((address) => b.addresses.includes(address));
  }
}

/** Names that do not contradict a number in common: one is not known, or they are similar. */
function namesAgree(a: Known, b: Known): boolean {
  return a.parts.plain === '' || b.parts.plain === '' || areSimilar(a.parts, b.parts);
}

function byNumber(known: readonly Known[]): Link[] {
  const numbered = known.filter(({ number }) => /\d/.test(number));
  return pairsIn(numbered, ({ number }) => [number])
    .filter(([a, b]) => namesAgree(a, b))
    .map(([a, b]) => ({
      a,
      b,
      rank: 0,
      why: `Same number apart from leading zeros (${a.id || a.name} and ${b.id || b.name})`,
    }));
}

function byName(known: readonly Known[]): Link[] {
  const numbers = new Map<string, Set<string>>();
  for (const { parts, id } of known) {
    if (id === '') continue;
    const seen = numbers.get(parts.plain) ?? new Set<string>();
    numbers.set(parts.plain, seen.add(id));
  }
  const telling = known.filter(({ parts }) => (numbers.get(parts.plain)?.size ?? 0) <= MOST_NUMBERS);
  return pairsIn(telling, ({ parts }) => parts.keys).map(([a, b]) => ({ a, b, rank: 1, why: nameReason(a, b) }));
}

function nameReason(a: Known, b: Known): string {
  const difference = differenceOf(a.parts, b.parts);
  const same = difference === '' ? 'Same name' : `Same name apart from ${difference}`;
  if (a.id !== '' && b.id !== '') return `${same}, under two customer numbers (${a.id} and ${b.id})`;
  if (a.id !== '' || b.id !== '') return `${same}, once without a customer number`;
  return difference === '' ? 'Same name apart from blanks and punctuation' : same;
}

function byAddress(known: readonly Known[]): Link[] {
  const names = new Map<string, Set<string>>();
  for (const { addresses, parts } of known) {
    for (const address of addresses) names.set(address, (names.get(address) ?? new Set<string>()).add(parts.plain));
  }
  const telling = (address: string): boolean => (names.get(address)?.size ?? 0) <= MOST_NAMES_AT_ADDRESS;
  return pairsIn(known, ({ addresses }) => addresses.filter(telling))
    .filter(([a, b]) => areSimilar(a.parts, b.parts))
    .map(([a, b]) => {
      const address = a.addresses.find((one) => b.addresses.includes(one)) ?? '';
      return { a, b, rank: 2, why: `Same address (${address}) and similar names` };
    });
}

function bySlip(known: readonly Known[]): Link[] {
  const byCore = new Map<string, Known[]>();
  for (const one of known) {
    const same = byCore.get(one.parts.core);
    if (same) same.push(one);
    else byCore.set(one.parts.core, [one]);
  }
  const standsAlone = ({ parts }: Known, other: Known): boolean => !isWordApart(parts, other.parts);
  return nearNames([...byCore.keys()]).flatMap(({ a, b, slip }) =>
    (byCore.get(a) ?? []).flatMap((one) =>
      (byCore.get(b) ?? [])
        .filter((other) => standsAlone(one, other))
        .map((other) => ({ a: one, b: other, rank: 3, why: `Same name apart from ${slip}` })),
    ),
  );
}

/** Whether names differ by a word of one letter: Plant A is not a slip of Plant. */
function isWordApart(a: CompanyName, b: CompanyName): boolean {
  const letters = ({ words }: CompanyName): string => words.filter(({ length }) => length === 1).join('');
  return letters(a) !== letters(b);
}

/** Pairs of customers with a key in common, each pair once. */
function pairsIn(known: readonly Known[], keysOf: (one: Known) => readonly string[]): [Known, Known][] {
  // Most keys are those of one customer.
  const first = new Map<string, Known>();
  const buckets = new Map<string, Known[]>();
  for (const one of known) {
    for (const key of keysOf(one)) {
      const other = first.get(key);
      if (!other) first.set(key, one);
      else if (other !== one) {
        const bucket = buckets.get(key);
        if (!bucket) buckets.set(key, [other, one]);
        else if (!bucket.includes(one)) bucket.push(one);
      }
    }
  }
  const pairs = new Map<string, [Known, Known]>();
  for (const bucket of buckets.values()) {
    const reach = bucket.length > CROWD ? 1 : bucket.length;
    bucket.forEach((a, i) => {
      for (const b of bucket.slice(i + 1, i + 1 + reach)) pairs.set(`${a.key}\n${b.key}`, [a, b]);
    });
  }
  return [...pairs.values()];
}
