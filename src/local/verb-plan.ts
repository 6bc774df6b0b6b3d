// `plan`: who would be reminded today and why, from a file that was never set up.
import { type Arguments, columnChoices, dateOption, readArguments, required } from './command-line';
import { HostFailure } from './failure';
import type { PlanReport } from './plan-report';
import { planText } from './plan-text';
import { invoicesNumbered, isSameNumber, rulesText, unknownInvoice } from './plan-why';
import { openSession, type Session } from './session';
import { machineZone } from './wall-clock';
import { cellAt, contentSize, plainText, sheetNamed } from './workbook/stored-cells';
import { loadBook } from './workbook-file';

/**
 * Runs the verb and gives what goes to stdout.
 *
 * @param words after the verb, e.g. `['--book', 'a.csv', '--as-of', '2026-06-01', '--json']`
 */
export async function planVerb(words: readonly string[]): Promise<string> {
  const { read, report, session } = await planned(words);
  const why = read.values.get('why');
  if (why !== undefined) return whyText(report, why, rowOf(session, report, why), read.flags.has('json'));
  return read.flags.has('json') ? `${JSON.stringify(report)}\n` : planText(report);
}

/** The report itself. @param words as of the verb */
export async function reportOf(words: readonly string[]): Promise<PlanReport> {
  return (await planned(words)).report;
}

async function planned(words: readonly string[]): Promise<{ read: Arguments; report: PlanReport; session: Session }> {
  const read = readArguments(
    words,
    { book: 'value', sheet: 'value', 'as-of': 'value', column: 'repeated', why: 'value', json: 'flag' },
    [0, 0],
  );
  const asOf = dateOption(read, 'as-of');
  const columns = columnChoices(read);
  const session = openSession(await loadBook(required(read, 'book'), machineZone()), { now: Date.now() });
  const sheet = read.values.get('sheet');
  const report = session.ask<PlanReport>('previewPlan', {
    ...(sheet === undefined ? {} : { sheet }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(columns === null ? {} : { columns }),
  });
  return { read, report, session };
}

/** The rules of one invoice number; as JSON the report with that number's invoices alone. */
function whyText(report: PlanReport, number: string, row: number, json: boolean): string {
  const invoices = invoicesNumbered(report, number);
  if (invoices.length === 0) throw new HostFailure('invoice-unknown', unknownInvoice(report, number, row), 1);
  if (json) return `${JSON.stringify({ ...report, invoices })}\n`;
  return invoices.map((invoice) => rulesText(invoice, report.asOf)).join('\n');
}

/** Where a number stands in the column of the invoice numbers, 1-based; 0 for nowhere. */
function rowOf(session: Session, { sheet: name, columns, headerRow }: PlanReport, number: string): number {
  const sheet = sheetNamed(session.world.spreadsheet, name);
  const header = columns['invoice'] ?? '';
  if (!sheet || header === '') return 0;
  const { rows, columns: width } = contentSize(sheet);
  const text = (row: number, column: number): string => plainText(cellAt(sheet, row, column)?.value);
  const column = Array.from({ length: width }, (_, at) => at).find((at) => text(headerRow - 1, at).trim() === header);
  if (column === undefined) return 0;
  for (let row = headerRow; row < rows; row += 1) if (isSameNumber(text(row, column), number)) return row + 1;
  return 0;
}
