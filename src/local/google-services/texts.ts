// Texts: printf templates and CSV, as Utilities and the console have them.
import { fail } from './exception';

const PLACEHOLDER = /%(-)?(0)?(\d+)?(?:\.(\d+))?([sdifjoO%])/g;

function show(kind: string, precision: string | undefined, value: unknown): string {
  switch (kind) {
    case 'd':
    case 'i':
      return Number.isNaN(Number(value)) ? 'NaN' : String(Math.trunc(Number(value)));
    case 'f':
      return Number(value).toFixed(precision === undefined ? 6 : Number(precision));
    default: {
      const text = String(value);
      return precision === undefined ? text : text.slice(0, Number(precision));
    }
  }
}

/**
 * Fills a printf template (`%s %d %i %f`, width and precision); what is not known stays as it is.
 * @example formatString('%s owes %.2f', ['Ann', 3]) // 'Ann owes 3.00'
 */
export function formatString(template: string, values: unknown[]): string {
  let next = 0;
  return template.replace(PLACEHOLDER, (whole, left, zero, width, precision, kind) => {
    if (kind === '%') return '%';
    if ('joO'.includes(kind) || next >= values.length) return whole;
    const text = show(kind, precision, values[next++]);
    if (width === undefined) return text;
    return left ? text.padEnd(Number(width)) : text.padStart(Number(width), zero ? '0' : ' ');
  });
}

/**
 * Reads CSV: quotes, doubled quotes inside them, line breaks inside them.
 * @throws Exception when a quote is not closed
 * @example parseCsv('a,"b ""c"""', ',') // [['a', 'b "c"']]
 */
export function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endRow = () => {
    rows.push([...row, field]);
    row = [];
    field = '';
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') field += c;
      else if (text.charAt(i + 1) === '"') field += text.charAt(++i);
      else quoted = false;
    } else if (c === '"' && field === '') quoted = true;
    else if (c === delimiter) {
      row.push(field);
      field = '';
    } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text.charAt(i + 1) === '\n') i++;
      endRow();
    } else field += c;
  }
  if (quoted) fail('Could not parse text.');
  if (field !== '' || row.length > 0) endRow();
  return rows;
}
