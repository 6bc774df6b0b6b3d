// Words in cells: what a status says, yes and no, error texts, and identifiers as displayed.
import { isoOf } from '../receivables/day';
import type { StatusWord } from '../receivables/invoice';
import { type Cell, isDayCell } from './grid';

const ERROR = /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)|Loading\.\.\.|Loading…)$/i;

/** Whether a cell is an error value or still loading. */
export function isErrorText(cell: Cell): boolean {
  return typeof cell === 'string' && ERROR.test(cell.trim());
}

const STATUS: Record<Exclude<StatusWord, ''>, readonly string[]> = {
  paid: ['paid', 'paid in full', 'fully paid', 'settled', 'closed', 'complete', 'completed', 'cleared', 'collected'],
  'part-paid': ['partial', 'partially paid', 'partly paid', 'part paid', 'partial payment', 'partially settled'],
  open: [
    ...[
      'open',
      'unpaid',
      'not paid',
      'outstanding',
      'overdue',
      'past due',
      'late',
      'due',
      'current',
      'not due',
      'active',
    ],
    ...['sent', 'viewed', 'authorised', 'authorized', 'approved', 'submitted', 'awaiting payment', 'pending', 'posted'],
    ...[
      'issued',
      'invoiced',
      'new',
      'unpaid overdue',
      'delinquent',
      'awaiting',
      'partially overdue',
      'in payment',
      'final',
    ],
  ],
  disputed: ['disputed', 'in dispute', 'dispute', 'under dispute', 'contested', 'on dispute'],
  draft: ['draft', 'unsent', 'saved', 'proforma', 'pro forma', 'awaiting approval'],
  void: [
    ...['void', 'voided', 'cancelled', 'canceled', 'deleted', 'written off', 'write off', 'bad debt', 'uncollectible'],
    ...['reversed', 'rejected', 'archived'],
  ],
  credit: ['credit', 'credit note', 'credit memo', 'credited', 'refund', 'refunded'],
};

let statuses: Map<string, StatusWord> | null = null;

function statusWords(): Map<string, StatusWord> {
  if (statuses) return statuses;
  statuses = new Map();
  for (const [status, words] of Object.entries(STATUS))
    for (const word of words) statuses.set(word, status as StatusWord);
  return statuses;
}

/**
 * What a status word says; null when it is not known ('' is a blank cell).
 * @example statusOf('Paid in full') // 'paid'
 * @example statusOf('Unpaid - overdue') // 'open'
 */
export function statusOf(text: string): StatusWord | null {
  const word = plainWords(text);
  if (word === '') return '';
  const known = statusWords().get(word);
  if (known) return known;
  // Further words follow a dash or a bracket: "Unpaid - overdue", "Paid (bank)".
  const lead = plainWords(text.split(/\s[-–—]\s|[(:,;/]/)[0] ?? '');
  return statusWords().get(lead) ?? null;
}

const YES = ['yes', 'y', 'true', 'x', '1', '✓', '✔'];
const NO = ['no', 'n', 'false', '0', '-', 'none', 'n a', ''];

/** Yes or no from a cell; null when it is neither. @example yesOrNo('Y') // true */
export function yesOrNo(cell: Cell): boolean | null {
  if (typeof cell === 'boolean') return cell;
  const word = typeof cell === 'string' ? cell.trim().toLowerCase() : String(cell);
  if (YES.includes(word)) return true;
  return NO.includes(word) || NO.includes(plainWords(word)) ? false : null;
}

function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * An identifier as displayed: leading zeros and all 19 digits of a long one survive.
 * @param display the cell as displayed, undefined where it cannot be had
 */
export function idText(cell: Cell, display: string | undefined): string {
  if (typeof cell === 'string') return cell.trim();
  // A number too long for its column or format is displayed as 1.2E+18: then its own figures say more.
  const shown = display === undefined || /^[\d.,]+E[+-]?\d+$/i.test(display.trim()) ? '' : display.trim();
  if (shown !== '') return shown;
  return isDayCell(cell) ? isoOf(cell.day) : String(cell);
}

const TOTALS = 'total|sub[\\s-]?total|grand total|sum|overall total|totals|balance total|report total';
const TOTAL_ROW = new RegExp(`^(${TOTALS})\\b[:.]?(\\s.*)?$|\\s(total|subtotal)[:.]?$`, 'i');

/** Whether a text begins a total or subtotal row: `Total`, `Subtotal`, `Total for ACME`, `ACME total`. */
export function isTotalText(text: string): boolean {
  return TOTAL_ROW.test(text.trim());
}
