// The invoices of a reminder as a person reads them, with where each stands in the sheet.
import type { Reminder } from '../../dunning/history/reminder';
import { type Day, dayFromIso } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney } from '../../receivables/money';
import type { ReminderInvoice } from '../waiting/view';

/**
 * The lines of a reminder.
 * @param invoices of today's book, by key
 * @param more what further columns of the sheet say of a row
 */
export function invoiceLines(
  { facts: { lines, leadKey } }: Reminder,
  day: Day,
  invoices: ReadonlyMap<string, Pick<Invoice, 'row'>>,
  more: (row: number) => ReminderInvoice['more'] = () => [],
): ReminderInvoice[] {
  return lines.map((line) => {
    const row = invoices.get(line.key)?.row ?? 0;
    return {
      invoice: line.invoice || line.key,
      due: line.due,
      daysPastDue: day - (dayFromIso(line.due) ?? day),
      balance: formatMoney(line.open, line.currency),
      currency: line.currency,
      role: roleOf(line, leadKey),
      note:
        line.disputed > 0 && line.disputed < line.open ? `${formatMoney(line.disputed, line.currency)} in dispute` : '',
      row,
      more: row === 0 ? [] : more(row),
    };
  });
}

function roleOf(line: Reminder['facts']['lines'][number], leadKey: string): string {
  if (line.open < 0) return 'credit';
  if (line.disputed >= line.open) return 'disputed';
  if (line.key === leadKey) return 'lead';
  return line.stage ? 'due' : 'listed';
}
