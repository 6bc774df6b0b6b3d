// The date an invoice ages from: the one its first reminder named, where a later one was agreed or written since.
import type { Day } from '../day';
import type { Invoice, InvoiceRow } from '../invoice';

/** When invoices were due as their first reminder said it, by key. */
export type FirstDue = Pick<ReadonlyMap<string, Day>, 'get'>;

/**
 * The due date that aging, DSO and interest count from. A later date in the sheet is time that was given: what is owed gets no younger by
 * it. An earlier one mends the row, and counts.
 * @param row the invoice as the sheet has it today
 * @example originalDue({ key: 'acme|1', due: 40 }, new Map([['acme|1', 10]])) // 10
 */
export function originalDue({ key, due }: Pick<InvoiceRow, 'key' | 'due'>, first: FirstDue): Day | null {
  const was = first.get(key);
  return was === undefined || (due !== null && due <= was) ? due : was;
}

/** The rows under the due dates that figures count from; a row whose date did not move stays the same object. */
export function byOriginalDue<T extends Pick<InvoiceRow, 'key' | 'due'>>(
  rows: readonly T[],
  first: FirstDue,
): readonly T[] {
  return rows.map((row) => {
    const due = originalDue(row, first);
    return due === row.due ? row : { ...row, due };
  });
}

/** Invoices under the due dates that figures count from, their days past due with them. @param asOf the day they stand on */
export function agedByOriginalDue(invoices: readonly Invoice[], first: FirstDue, asOf: Day): readonly Invoice[] {
  return invoices.map((invoice) => {
    const due = originalDue(invoice, first);
    return due === invoice.due ? invoice : { ...invoice, due, daysPastDue: due === null ? null : asOf - due };
  });
}

/**
 * That figures and Today tell two ages of some invoices, a sentence; '' where no open one has a date that moved.
 * @example movedInWords(invoices, firstDue) // '2 open invoices got a later due date after the first reminder: here they age …'
 */
export function movedInWords(invoices: readonly Pick<Invoice, 'key' | 'due' | 'open'>[], first: FirstDue): string {
  const moved = invoices.filter((one) => one.open > 0 && originalDue(one, first) !== one.due).length;
  if (moved === 0) return '';
  const [who, they] = moved === 1 ? ['1 open invoice', 'it ages'] : [`${moved} open invoices`, 'they age'];
  return `${who} got a later due date after the first reminder: here ${they} from the date before, on Today and in reminders from the one in your sheet.`;
}
