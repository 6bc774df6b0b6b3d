// What kind of debtor a customer is: the closed set, as AR Customers names it.

/** The kinds in the order in which they are offered. A customer of whom none is told is a business. */
export const CUSTOMER_KINDS = ['business', 'sole trader', 'public body', 'consumer'] as const;

/** What kind of debtor a customer is. */
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

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
