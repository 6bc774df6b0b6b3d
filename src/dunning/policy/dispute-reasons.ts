// Why customers do not pay as asked: the reasons of disputes and queries, each with who settles it and in how many days.

/** What a reason is: a dispute takes its amount out of the mail until it is resolved, a query pauses for its days. */
export const DISPUTE_KINDS = ['dispute', 'query'] as const;

/** One of them. */
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

/** A row of AR Reasons. */
export interface DisputeReason {
  reason: string;
  kind: DisputeKind;
  /** Who in our firm settles it; `Customer` where the cause is theirs; '' where nobody said. */
  department: string;
  /** Whom it goes to; '' for nobody named. */
  owner: string;
  /** Calendar days in which it is to be settled; null where nobody said. */
  days: number | null;
}

/** The department of causes that are not ours. */
export const CUSTOMER_DEPARTMENT = 'Customer';

/** A query whose days nobody said pauses so many. */
export const USUAL_QUERY_DAYS = 5;

/** What is given where a person has not changed it: the days are practice, and people edit them in AR Reasons. */
const USUAL: readonly [reason: string, kind: DisputeKind, department: string, days: number][] = [
  ['Order number missing', 'query', 'Sales', 3],
  ['Wrong address', 'query', 'Billing', 3],
  ['Invoice not received', 'query', 'Billing', 2],
  ['Duplicate invoice', 'dispute', 'Billing', 5],
  ['Price', 'dispute', 'Sales', 10],
  ['Quantity', 'dispute', 'Logistics', 10],
  ['Damaged goods', 'dispute', 'Logistics', 14],
  ['Delivered late', 'dispute', 'Logistics', 10],
  ['Service not accepted', 'dispute', 'Operations', 14],
  ['Rebate or discount', 'dispute', 'Sales', 10],
  ['Tax', 'dispute', 'Tax', 5],
  ['Payment terms', 'dispute', 'Sales', 5],
  ['Credit due', 'dispute', 'Billing', 10],
  ['Already paid', 'query', 'Cash application', 3],
  ['Contract', 'dispute', 'Legal', 20],
  ['Other', 'dispute', 'Accounts receivable', 10],
];

/** The reasons that a new workbook begins with. */
export const USUAL_REASONS: readonly DisputeReason[] = USUAL.map(([reason, kind, department, days]) => ({
  ...{ reason, kind, department, owner: '', days },
}));

/**
 * The reason that a text names: all of it, or what stands before a colon.
 * @example reasonNamed(USUAL_REASONS, 'price: agreed 40, billed 45')?.department // 'Sales'
 */
export function reasonNamed(reasons: readonly DisputeReason[], text: string): DisputeReason | undefined {
  const plain = (words: string): string => words.trim().toLowerCase().replace(/\s+/g, ' ');
  const [before = ''] = text.split(':');
  return reasons.find(({ reason }) => plain(reason) === plain(text) || plain(reason) === plain(before));
}
