// The data check of a dry run as text: what was read, left out and why, what looks wrong with its rows, likely doubles.
import type { DataCheck } from './plan-report';
import { counted } from './text-columns';

const MOST_ROWS = 12;
const MOST_PAIRS = 20;
const MOST_TEXTS = 5;

/**
 * The section "Data check": one line when all is well.
 *
 * @param check as `previewPlan` gives it
 */
export function dataCheckText(check: DataCheck): string {
  const lines = [
    ...check.leftOut.map(({ why, rows, count }) => `  left out: ${why}, ${rowsInWords(rows, count)}`),
    ...check.findings.flatMap(findingLines),
    ...doubles(check),
  ];
  const out = check.rowsRead - check.invoices;
  const read = `${counted(check.rowsRead, 'row')} read, ${counted(check.invoices, 'invoice')}, ${out === 0 ? 'nothing' : out} left out.`;
  const well = lines.length === 0 ? ' Nothing looks wrong.' : '';
  return [`Data check: ${read}${well}`, ...lines].join('\n');
}

function findingLines({ title, advice, count, rows }: DataCheck['findings'][number]): string[] {
  const places = rows.filter(({ row }) => row > 0).map(({ row }) => row);
  const where = places.length > 0 ? `, ${rowsInWords(places, count)}` : '';
  const texts = rows.slice(0, MOST_TEXTS).map(({ row, text }) => `      ${row > 0 ? `row ${row}: ` : ''}${text}`);
  const more = count > MOST_TEXTS && rows.length > 0 ? [`      ... and ${count - MOST_TEXTS} more`] : [];
  return [`  ${title}: ${count}${texts.length === 0 ? where : ''}. ${advice}`, ...texts, ...more];
}

function doubles({ sameCustomers }: DataCheck): string[] {
  if (sameCustomers.length === 0) return [];
  const weight = ({ name, invoices, open }: DataCheck['sameCustomers'][number]['keep']): string =>
    `${name} (${counted(invoices, 'invoice')}${open === '' ? '' : `, ${open} open`})`;
  const lines = sameCustomers
    .slice(0, MOST_PAIRS)
    .map(({ keep, others, why }) => `      ${[keep, ...others].map(weight).join(' = ')}: ${lowerFirst(why)}`);
  const rest = sameCustomers.length - lines.length;
  return [
    `  Likely the same customer: ${sameCustomers.length}. Until you say so in the sidebar, each spelling is reminded by itself.`,
    ...lines,
    ...(rest > 0 ? [`      ... and ${rest} more`] : []),
  ];
}

function rowsInWords(rows: readonly number[], count: number): string {
  const shown = rows.slice(0, MOST_ROWS);
  const rest = count - shown.length;
  return `${count === 1 ? 'row' : 'rows'} ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
