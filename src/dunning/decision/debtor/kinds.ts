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

/**
 * The kind that a cell names, however it is capitalised; null where it names none of them.
 * @example kindNamed('Public Body') // 'public body'
 */
export function kindNamed(written: string): CustomerKind | null {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return CUSTOMER_KINDS.find((kind) => kind === word) ?? null;
}
