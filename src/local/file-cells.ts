// The cells of a loaded workbook as the built scripts beside the pushed one take them: values, dates as days, and displayed texts.
import { cellsOf } from './bank/bank-source';
import type { BankCell } from './bank/built-money-in';
import type { World } from './google-services/state';
import { dayIn } from './wall-clock';
import { displayed } from './workbook/display';
import { cellAt } from './workbook/stored-cells';

/** A file as it is handed over. */
export interface FileBook {
  name: string;
  /** Days since 1970-01-01. */
  today: number;
  sheets: { name: string; values: BankCell[][]; display: string[][] }[];
}

const DAY_MS = 86_400_000;

/** The day of an ISO date. @example dayNumber('1970-01-02') // 1 */
function dayNumber(iso: string): number {
  return Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

/** All sheets of a workbook. @example fileBook(await loadBook('invoices.csv', 'Etc/UTC')).sheets[0]?.values */
export function fileBook({ spreadsheet }: World): FileBook {
  return {
    name: spreadsheet.name,
    today: dayNumber(dayIn(Date.now(), spreadsheet.timeZone)),
    sheets: spreadsheet.sheets.map((sheet) => {
      const values = cellsOf(sheet);
      const display = values.map((row, down) =>
        row.map((_, across) => displayed(cellAt(sheet, down, across), spreadsheet.locale)),
      );
      return { name: sheet.name, values, display };
    }),
  };
}
