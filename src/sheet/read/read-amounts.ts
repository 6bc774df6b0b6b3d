// Amounts in cells: numbers, and text with thousands signs, decimal commas, brackets and currencies.

import { minorDigits, NO_CURRENCY } from '../../receivables/money';
import type { Cell } from '../grid';
import { currencyOfText } from '../vocabulary/currencies';
import { saysNothing } from './read-words';

/** The sign between whole and decimal part. */
export type DecimalMark = '.' | ',';

/** What a text says: the amount (null for a dash that stands for nothing) and the currency sign or code in it ('' without). */
export interface AmountText {
  value: number | null;
  currency: string;
}

/** What most exports write, read without further ado: `1250`, `-12.5`, `1154.61`. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d\d?)?$/;
const GROUPED_BY_SPACE = /(\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g;

/**
 * Reads an amount written as text.
 * @param mark the column's decimal mark, where its cells tell; null where not
 * @param preferred the sheet's own currency: decides what a shared sign such as `$` means
 * @returns null when the text is no amount
 * @example readAmountText('1.154,61', null) // { value: 1154.61, currency: '' }
 * @example readAmountText('(12.00)', null) // { value: -12, currency: '' }
 */
export function readAmountText(text: string, mark: DecimalMark | null, preferred?: string): AmountText | null {
  if (PLAIN.test(text)) return { value: Number(text) || 0, currency: '' };
  const trimmed = inOneForm(text);
  if (saysNothing(trimmed)) return { value: null, currency: '' };
  const figures = /\d/.test(trimmed) ? figuresOf(trimmed) : null;
  if (!figures) return null;
  const currency = figures.rest === '' ? '' : currencyOfText(figures.rest, preferred);
  if (currency === null) return null;
  const value = numberOf(figures.digits, mark, currency || preferred || NO_CURRENCY);
  if (value === null) return null;
  return { value: figures.negative && value !== 0 ? -value : value, currency };
}

const ASCII = /^[\x20-\x7e]*$/;

// A leading apostrophe keeps a number text. "5.000,-" has no cents; △ and ▲ are the Japanese minus; a DATEV amount ends in S (debit) or H
// (credit).
function inOneForm(text: string): string {
  return (ASCII.test(text) ? text : text.normalize('NFKC'))
    .trim()
    .replace(/^['’]\s*/, '')
    .replace(/(\d)[.,][-–—]+/, '$1')
    .replace(/[△▲]/, '-')
    .replace(/(\d) ?H$/, '$1-')
    .replace(/(\d) ?S$/, '$1');
}

interface Figures {
  digits: string;
  negative: boolean;
  /** What stands beside the figures: a currency, or '' */
  rest: string;
}

function figuresOf(text: string): Figures | null {
  const bracketed = /^(\D*)\((.*)\)(\D*)$/.exec(text);
  const plain = bracketed ? `${bracketed[1] ?? ''}${bracketed[2] ?? ''}${bracketed[3] ?? ''}` : text;
  const match = /^([^\d]*?)([.,]?\d[\d.,\s\u00a0\u202f'’]*)([^\d]*)$/.exec(plain.replace(/\u2212/g, '-'));
  if (!match) return null;
  const before = (match[1] ?? '').trim();
  const after = (match[3] ?? '').trim();
  const credit = /\bCR$/i.test(after);
  const minuses = `${before}${after}`.split('-').length - 1;
  if (minuses > 1) return null;
  const rest = `${before} ${after}`
    .replace('-', ' ')
    .replace(/\b(CR|DR)\b/gi, ' ')
    .replace(/^[\s+]+|\s+$/g, '');
  return { digits: (match[2] ?? '').trim(), negative: Boolean(bracketed) || minuses === 1 || credit, rest };
}

function numberOf(written: string, mark: DecimalMark | null, currency: string): number | null {
  const digits = written.replace(GROUPED_BY_SPACE, '$1');
  const decimal = ownMark(digits) ?? (isUnclear(digits) ? (mark ?? markOfThree(digits, currency)) : null);
  const group = decimal === ',' ? '.' : ',';
  const grouped = decimal === null ? digits.replace(/[.,]/g, '') : digits.split(group).join('');
  const plain = decimal === ',' ? grouped.replace(',', '.') : grouped;
  if (!/^\d*\.?\d+$|^\d+\.$/.test(plain) || !isGrouped(digits, decimal)) return null;
  return Number(plain);
}

// Of a dinar of a thousand fils three figures behind a mark are the decimals.
function markOfThree(digits: string, currency: string): DecimalMark | null {
  if (minorDigits(currency) !== 3) return null;
  return digits.includes(',') ? ',' : '.';
}

// `1.234` alone: a thousand and more, or a little over one.
function isUnclear(digits: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
}

/** The decimal mark a text shows by itself: the last of two signs, or one that is not followed by three figures. */
function ownMark(digits: string): DecimalMark | null {
  const dots = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (dots > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if (dots + commas !== 1) return null;
  const sign = dots === 1 ? '.' : ',';
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? null : sign;
}

// 1,23,456.00 (Indian) is grouped as well; 12,3456 is not an amount.
function isGrouped(digits: string, decimal: DecimalMark | null): boolean {
  const whole = decimal === null ? digits : (digits.split(decimal)[0] ?? '');
  const parts = whole.split(/[.,]/);
  if (parts.length === 1) return true;
  if (decimal !== null && digits.split(decimal).length > 2) return false;
  const last = parts[parts.length - 1] ?? '';
  const middle = parts.slice(1, -1);
  return /^\d{1,3}$/.test(parts[0] ?? '') && last.length === 3 && middle.every((part) => /^\d{2,3}$/.test(part));
}

/**
 * The decimal mark of a column, where its cells agree on one; null where none of them tells.
 * @example decimalMarkOf(['1.234', '12,50']) // ','
 */
export function decimalMarkOf(cells: readonly Cell[]): DecimalMark | null {
  let dots = 0;
  let commas = 0;
  for (const cell of cells) {
    if (typeof cell !== 'string' || !/[.,]/.test(cell)) continue;
    if (PLAIN.test(cell)) {
      dots += 1;
      continue;
    }
    const figures = figuresOf(inOneForm(cell));
    const mark = figures ? ownMark(figures.digits.replace(GROUPED_BY_SPACE, '$1')) : null;
    if (mark === '.') dots += 1;
    if (mark === ',') commas += 1;
  }
  if ((dots === 0) === (commas === 0)) return null;
  return dots > 0 ? '.' : ',';
}

/** Whether a text can be a thousand and more, or a little over one. @example isTwoWays('173,900') // true */
export function isTwoWays(text: string): boolean {
  const figures = figuresOf(inOneForm(text));
  return figures !== null && isUnclear(figures.digits) && currencyOfText(figures.rest) !== null;
}

/**
 * Whether nothing in a column tells what its commas are: every text is like `173,900`, and each ends in a nought without all of them being
 * round thousands. Three decimals padded with noughts look like that, and so do prices in hundreds.
 * @returns the index of the first such text, -1 where the commas are clear
 */
export function unclearComma(cells: readonly Cell[]): number {
  let first = -1;
  let isRound = true;
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i];
    if (typeof cell !== 'string' || !/[.,]/.test(cell)) continue;
    const digits = figuresOf(inOneForm(cell))?.digits ?? '';
    if (!/^[1-9]\d{0,2},\d\d0$/.test(digits)) return -1;
    if (first < 0) first = i;
    isRound = isRound && digits.endsWith('000');
  }
  return isRound ? -1 : first;
}

/** The amount in a cell, a number or text; null where there is none. @param mark the column's decimal mark, where its cells tell */
export function amountOf(cell: Cell | undefined, mark: DecimalMark | null): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? (readAmountText(cell, mark)?.value ?? null) : null;
}

/** Whether a cell looks like an amount; used to tell columns apart. */
export function isAmountLike(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && readAmountText(cell, null) !== null);
}
