// What the cells under "Paid" hold: money, a share of the invoice, or yes and no written as 1 and 0 or as ticks.
import type { Detection } from '../fields';
import { type Cell, type Grid, isBlank } from '../grid';
import { amountOf, readAmountText } from './read-amounts';
import { yesOrNo } from './read-words';

/** How the numbers of the column are meant: as money, as 1 for paid and 0 for open, as a fraction of one, as points of a hundred. */
export type PaidAs = 'money' | 'flag' | 'fraction' | 'percent';

const PERCENT_HEADER =
  /%|\bpct\b|percent|prozent|procent|pourcent|porcent|percentu|anteil|\bshare\b|\bratio\b|割合|率/i;
const MONEY_HEADER =
  /amount|sum|total|betrag|summe|montant|importe|monto|valor|importo|bedrag|kwota|received|collected|to.?date|金額|額/i;

/**
 * How the column of what was paid is meant, by its header and all of its cells.
 * @example paidAs(grid, detection) // 'flag', where every cell under "Paid" is 0 or 1 and the invoices are of 500
 */
export function paidAs(grid: Grid, { columns, headerRow }: Detection): PaidAs {
  const { paid, amount } = columns;
  if (!paid || paid.further) return 'money';
  const isShare = PERCENT_HEADER.test(paid.header);
  if (!isShare && MONEY_HEADER.test(paid.header)) return 'money';
  let most = 0;
  let ones = 0;
  for (let i = headerRow - grid.firstRow + 1; i < grid.values.length; i += 1) {
    const cell = grid.values[i]?.[paid.index];
    if (cell === undefined || isBlank(cell)) continue;
    const value = isShare ? numberOf(cell) : flagOf(cell, grid.display?.[i]?.[paid.index]);
    if (value === null && !isShare) return 'money';
    most = Math.max(most, value ?? 0);
    if (value === 1 && numberOf(amount ? grid.values[i]?.[amount.index] : undefined) !== 1) ones += 1;
  }
  if (isShare) return most > 1 ? 'percent' : 'fraction';
  return ones > 0 ? 'flag' : 'money';
}

// 1.00 is an amount, 1 may be a yes.
function flagOf(cell: Cell, display: string | undefined): number | null {
  const text = typeof cell === 'number' ? (display ?? String(cell)) : typeof cell === 'string' ? cell.trim() : '';
  return text === '0' || text === '1' ? Number(text) : null;
}

function numberOf(cell: Cell | undefined): number | null {
  return amountOf(typeof cell === 'string' ? cell.replace(/%\s*$/, '') : cell, null);
}

const FIGURES = /^[-(]?[\d.,]+\)?$/;
const PERCENT = /^\s*(\d+(?:[.,]\d+)?)\s*[%％]\s*$/;

/**
 * Which share of the invoice a cell under "Paid" says is paid; null where it holds money, or nothing that can be read.
 * @param shown the cell as displayed, '' where it cannot be had
 * @example shareOf('50%', '', 'money') // 0.5
 * @example shareOf('✓', '', 'money') // 1
 */
export function shareOf(cell: Cell, shown: string, as: PaidAs): number | null {
  if (isBlank(cell)) return null;
  if (typeof cell === 'string') {
    if (as === 'money' && FIGURES.test(cell)) return null;
    const percent = PERCENT.exec(cell)?.[1];
    if (percent !== undefined) return Number(percent.replace(',', '.')) / 100;
    if (readAmountText(cell, null) === null) return answered(cell);
  }
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (typeof cell === 'number' && (shown.endsWith('%') || shown.endsWith('％'))) return cell;
  if (as === 'money') return null;
  const value = numberOf(cell);
  return value === null ? null : as === 'percent' ? value / 100 : value;
}

function answered(cell: string): number | null {
  const answer = yesOrNo(cell);
  return answer === null ? null : answer ? 1 : 0;
}
