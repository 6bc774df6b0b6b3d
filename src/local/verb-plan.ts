// `plan`: who would be reminded today and why, from a file that was never set up.
import { type Arguments, dateOption, readArguments, required, usageFailure } from './command-line';
import { HostFailure } from './failure';
import type { PlanReport } from './plan-report';
import { planText } from './plan-text';
import { invoicesNumbered, rulesText, unknownInvoice } from './plan-why';
import { openSession } from './session';
import { machineZone } from './wall-clock';
import { loadBook } from './workbook-file';

/**
 * Runs the verb and gives what goes to stdout.
 *
 * @param words after the verb, e.g. `['--book', 'a.csv', '--as-of', '2026-06-01', '--json']`
 */
export async function planVerb(words: readonly string[]): Promise<string> {
  const { read, report } = await planned(words);
  const why = read.values.get('why');
  if (why !== undefined) return whyText(report, why, read.flags.has('json'));
  return read.flags.has('json') ? `${JSON.stringify(report)}\n` : planText(report);
}

/** The report itself. @param words as of the verb */
export async function reportOf(words: readonly string[]): Promise<PlanReport> {
  return (await planned(words)).report;
}

async function planned(words: readonly string[]): Promise<{ read: Arguments; report: PlanReport }> {
  const read = readArguments(
    words,
    { book: 'value', sheet: 'value', 'as-of': 'value', column: 'repeated', why: 'value', json: 'flag' },
    [0, 0],
  );
  const asOf = dateOption(read, 'as-of');
  const columns = columnChoices(read.repeated.get('column') ?? []);
  const session = openSession(await loadBook(required(read, 'book'), machineZone()), { now: Date.now() });
  const sheet = read.values.get('sheet');
  const report = session.ask<PlanReport>('previewPlan', {
    ...(sheet === undefined ? {} : { sheet }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(columns === null ? {} : { columns }),
  });
  return { read, report };
}

/** The rules of one invoice number; as JSON the report with that number's invoices alone. */
function whyText(report: PlanReport, number: string, json: boolean): string {
  const invoices = invoicesNumbered(report, number);
  if (invoices.length === 0) throw new HostFailure('invoice-unknown', unknownInvoice(report, number), 1);
  if (json) return `${JSON.stringify({ ...report, invoices })}\n`;
  return invoices.map((invoice) => rulesText(invoice, report.asOf)).join('\n');
}

/** `due=Fecha` pairs; null when none was given. */
function columnChoices(pairs: string[]): Record<string, string> | null {
  if (pairs.length === 0) return null;
  const columns: Record<string, string> = {};
  for (const pair of pairs) {
    const cut = pair.indexOf('=');
    if (cut < 1) throw usageFailure(`--column ${pair}: write field=Header, e.g. --column due="Fecha".`);
    columns[pair.slice(0, cut).trim()] = pair
      .slice(cut + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1');
  }
  return columns;
}
