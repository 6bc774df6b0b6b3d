// Texts: printf templates and CSV, as Utilities and the console have them.
import { fail } from './exception';

const PLACEHOLDER = /%(?:(\d+)\$)?([-+0]*)(\d+)?(?:\.(\d+))?([sdifxXoec%])/g;

function show(kind: string, precision: string | undefined, value: unknown): string {
  switch (kind) {
    case 'd':
    case 'i':
      return Number.isNaN(Number(value)) ? 'NaN' : String(Math.trunc(Number(value)));
    case 'f':
      return Number(value).toFixed(precision === undefined ? 6 : Number(precision));
    case 'x':
      return Math.trunc(Number(value)).toString(16);
    case 'X':
      return Math.trunc(Number(value)).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(Number(value)).toString(8);
    case 'e':
      return Number(value).toExponential(precision === undefined ? 6 : Number(precision));
    case 'c':
      return typeof value === 'number' ? String.fromCharCode(value) : String(value);
    default: {
      const text = String(value);
      return precision === undefined ? text : text.slice(0, Number(precision));
    }
  }
}

/**
 * Fills a printf template (`%s %d %i %f %x %o %e`, flags, width, precision, `%2$s`); what is not known stays as it is.
 * @example formatString('%s owes %.2f', ['Ann', 3]) // 'Ann owes 3.00'
 */
export function formatString(template: string, values: unknown[]): string {
  let next = 0;
  return template.replace(PLACEHOLDER, (whole, place, flags: string, width, precision, kind: string) => {
    if (kind === '%') return '%';
    const at = place === undefined ? next++ : Number(place) - 1;
    if (at >= values.length) return whole;
    const value = values[at];
    const sign = flags.includes('+') && 'dif'.includes(kind) && Number(value) >= 0 ? '+' : '';
    const text = sign + show(kind, precision, value);
    if (width === undefined) return text;
    if (flags.includes('-')) return text.padEnd(Number(width));
    const fill = flags.includes('0') && kind !== 's' ? '0' : ' ';
    const [, lead = '', rest = ''] = (fill === '0' ? /^([-+]?)(.*)$/s.exec(text) : null) ?? ['', '', text];
    return lead + rest.padStart(Number(width) - lead.length, fill);
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
