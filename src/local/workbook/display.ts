// How a stored cell is displayed, and what typing a text into a cell makes of it.
import { localeData } from '../google-services/locale';
import { displayText } from '../google-services/number-format';
import type { StoredCell } from '../google-services/state';
import { typed } from '../google-services/typing';
import { wallTime } from '../google-services/wall-clock';

/**
 * The displayed text of a cell: as the file displayed it while nobody wrote the cell, else by its number format.
 *
 * @param cell a stored cell, or undefined for an empty one
 * @param locale of the spreadsheet, e.g. `en_GB`
 * @example displayed({ value: { kind: 'number', value: 0.5 }, numberFormat: '0%' }, 'en_US') // '50%'
 */
export function displayed(cell: StoredCell | undefined, locale: string): string {
  if (!cell) return '';
  return cell.displayed ?? displayText(cell.value, cell.numberFormat, localeData(locale));
}

/**
 * The cell that a text typed over it becomes; it keeps how the old one looks, and a cell formatted as text (`@`) keeps any
 * text as it is.
 *
 * @param text as typed
 * @param old the cell typed over
 * @param locale of the spreadsheet
 * @param today `YYYY-MM-DD`, for a date typed without a year
 * @example typedCell('12%', undefined, 'en_US', '2026-01-31').value // { kind: 'number', value: 0.12 }
 */
export function typedCell(text: string, old: StoredCell | undefined, locale: string, today: string): StoredCell {
  const { displayed: _shown, formula: _formula, ...looks } = old ?? { value: { kind: 'empty' } };
  if (text === '') return { ...looks, value: { kind: 'empty' } };
  if (looks.numberFormat === '@') return { ...looks, value: { kind: 'text', value: text.replace(/^'/, '') } };
  const result = typed(text, localeData(locale), wallTime(today));
  if (result.kind === 'formula') return { ...looks, value: { kind: 'empty' }, formula: result.formula };
  const numberFormat = looks.numberFormat ?? result.format;
  return { ...looks, value: result.value, ...(numberFormat === undefined ? {} : { numberFormat }) };
}
