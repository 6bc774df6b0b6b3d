// What kind of debtor a customer is, and what is not done with each kind: the closed set, as AR Customers names it.

/** What may not be done with a kind of debtor. */
export type Barred =
  /** Nobody but the debtor and our own people reads it: whom they owe is personal. */
  | 'copies'
  | 'whatsapp'
  /** A computed segment puts nobody on a firmer ladder who is a natural person: a person may. */
  | 'firmer ladder'
  /** A final reminder is read by a person whatever AR Policy says. */
  | 'final by itself'
  | 'hold notice'
  /** Nobody is written to before a person said that the firm invoices such customers. */
  | 'unasked';

/** What goes for a kind of debtor. */
interface KindSpec {
  barred: readonly Barred[];
  /** So many days from the invoice date nothing is asked for, whatever the due date says. */
  days: number;
  /** Whether the first word asks for the order number, where an invoice has none. */
  needsOrderNumber: boolean;
}

const NOTHING_SPECIAL: KindSpec = { barred: [], days: 0, needsOrderNumber: false };

/**
 * Every kind in the order in which they are offered, each stricter than the one before. A public body pays within 30 days
 * of the invoice (Directive 2011/7/EU, article 4) and against an order number.
 */
const KINDS = {
  business: NOTHING_SPECIAL,
  'public body': { barred: ['hold notice'], days: 30, needsOrderNumber: true },
  'sole trader': { ...NOTHING_SPECIAL, barred: ['copies', 'firmer ladder'] },
  consumer: {
    ...NOTHING_SPECIAL,
    barred: ['copies', 'whatsapp', 'firmer ladder', 'final by itself', 'unasked'],
  },
} as const satisfies Record<string, KindSpec>;

/** What kind of debtor a customer is. */
export type CustomerKind = keyof typeof KINDS;

/** Their names as AR Customers offers them. */
export const CUSTOMER_KINDS = Object.keys(KINDS) as readonly CustomerKind[];

/** What goes for a kind. @example kindSpec('public body').days // 30 */
export function kindSpec(kind: CustomerKind): KindSpec {
  return KINDS[kind];
}

/** Whether something may not be done with a customer. @example isBarred('consumer', 'whatsapp') // true */
export function isBarred(kind: CustomerKind, what: Barred): boolean {
  return kindSpec(kind).barred.includes(what);
}

/** How people write them in the languages of our users; what fits none is no kind. */
const WRITTEN: readonly [CustomerKind, RegExp][] = [
  [
    'sole trader',
    /sole|freelanc|einzelunt|selbst.?ndig|freiberuf|ind[eé]pend|aut[oó]nom|ditta ind|zzp|eenmans|jednoosob|個人事業/i,
  ],
  [
    'public body',
    /(public|sector|ente).?(body|sector|auth|adm|p[uú]b)|administra|beh[oö]rde|[oö]ffentlich|overheid|urz[aą]d|公庁/i,
  ],
  ['consumer', /consum|consom|konsum|verbraucher|b2c|消費者/i],
  ['business', /business|b2b|company|gewerb|\bfirma|unternehm|entrepr|empres|aziend|impres|bedrijf|法人/i],
  ['consumer', /privat|priv[eé]|particul|個人/i],
];

/**
 * The kind that a cell names, however it is written; null where it names none of them.
 * @example kindNamed('Public Body') // 'public body'
 * @example kindNamed('Verbraucher') // 'consumer'
 */
export function kindNamed(written: string): CustomerKind | null {
  return WRITTEN.find(([, words]) => words.test(written))?.[0] ?? null;
}

/** Of several kinds the strictest. @example strictest(['business', 'consumer']) // 'consumer' */
export function strictest(kinds: readonly (CustomerKind | undefined)[]): CustomerKind {
  return [...CUSTOMER_KINDS].reverse().find((kind) => kinds.includes(kind)) ?? 'business';
}
