// What a row of the invoice table is by its status and its amounts: a claim, a credit, owed, disputed as a whole.

/** What a status word can say once understood; `''` where there is none. */
export const INVOICE_STATUSES = [
  'open',
  'paid',
  'part-paid',
  'disputed',
  'draft',
  'void',
  'credit',
  'retained',
  'stopped',
  'in-process',
  'returned',
  '',
] as const;

/** One of them: amounts and dates decide, a status only adds stop words, and that a direct debit was returned. */
export type StatusWord = (typeof INVOICE_STATUSES)[number];

/**
 * Whether an invoice is a claim at all: drafts and void ones are not, nor is a retention before the day it is released.
 * @example isReceivable({ status: 'void' }) // false
 */
export function isReceivable({ status }: { status: StatusWord }): boolean {
  return status !== 'draft' && status !== 'void' && status !== 'retained';
}

/** Whether a row is a credit note: a negative amount (or balance), or one whose status says so. */
export function isCredit(row: { status: StatusWord; amount: number | null; balance: number | null }): boolean {
  return row.status === 'credit' || (row.amount ?? row.balance ?? 0) < 0;
}

/** Whether something is owed on an invoice: a claim of which a part is open. */
export function isOwed(invoice: { status: StatusWord; open: number }): boolean {
  return invoice.open > 0 && isReceivable(invoice);
}

/** Whether the customer has money with us on it: a credit not used up, or an invoice paid twice. */
export function isOpenCredit(invoice: { status: StatusWord; open: number }): boolean {
  return invoice.open < 0 && isReceivable(invoice);
}

/** Whether the sheet itself marks all of an invoice as disputed, in its status or in a column of its own. */
export function isWhollyDisputed({ status, disputed }: { status: StatusWord; disputed: boolean }): boolean {
  return disputed || status === 'disputed';
}
