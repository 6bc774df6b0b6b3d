// Cells that people type into tabs and forms of ours: texts, days, amounts, yes and no.
import { type Day, dayFromIso, isoOf } from '../../receivables/day';
import { type Cell, isBlank, isDayCell } from '../grid';

/** A cell as trimmed text. @example textOf({ day: 0 }) // '1970-01-01' */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (isDayCell(cell)) return isoOf(cell.day);
  return String(cell).trim();
}

/** A day typed by a person: a date cell or `YYYY-MM-DD`; null when blank, an error text when it is neither. */
export function dayOfCell(cell: Cell): { day: Day | null; fault: string } {
  if (isBlank(cell)) return { day: null, fault: '' };
  if (isDayCell(cell)) return { day: cell.day, fault: '' };
  const day = dayFromIso(textOf(cell));
  return day === null
    ? { day: null, fault: `"${textOf(cell)}" is not a date; type it like 2026-11-24` }
    : { day, fault: '' };
}

const DECIMAL_COMMA = /^[-+]?(\d{1,3}(\.\d{3})+|\d+),\d{1,2}$/;
/** A thousand to one, one to the other: 1.234 */
const TWO_WAYS = /^[-+]?[1-9]\d{0,2}(\.\d{3})+$/;

/**
 * An amount typed by a person: a number cell, or digits with a decimal point or comma; null when blank.
 * @example amountOfCell('1.234,50').amount // 1234.5
 */
export function amountOfCell(cell: Cell): { amount: number | null; fault: string } {
  if (isBlank(cell)) return { amount: null, fault: '' };
  if (typeof cell === 'number') return { amount: cell, fault: '' };
  const written = textOf(cell);
  if (TWO_WAYS.test(written)) {
    return { amount: null, fault: `"${written}" can be read in two ways; type it without a dot, or with two decimals` };
  }
  const amount = Number(
    DECIMAL_COMMA.test(written) ? written.replace(/\./g, '').replace(',', '.') : written.replace(/,(?=\d{3}\b)/g, ''),
  );
  return Number.isFinite(amount)
    ? { amount, fault: '' }
    : { amount: null, fault: `"${textOf(cell)}" is not an amount` };
}

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'on', 'ja', 'oui', 'si', 'sí', 'sim', 'tak']);
const NO = new Set(['', 'no', 'n', 'false', '0', 'off', '-', 'nein', 'non', 'não', 'nie', 'nee']);

/** A yes or no typed by a person, a checkbox included; anything else is `unreadable`. */
export function yesNoOfCell(cell: Cell): 'yes' | 'no' | 'unreadable' {
  const word = textOf(cell).toLowerCase();
  if (YES.has(word)) return 'yes';
  return NO.has(word) ? 'no' : 'unreadable';
}
