// What the cells of a column look like: shares of dates, amounts and words among those that are filled.
import { type Cell, isDayCell } from './grid';
import type { Evidence, Meaning } from './header-words';
import { EVIDENCE } from './header-words';
import { isAmountLike } from './read-amounts';
import { isDateLike } from './read-dates';
import { isErrorText, yesOrNo } from './read-words';

/** Shares of the filled cells, 0 to 1; a cell may count for several. */
export interface ColumnLook {
  filled: number;
  /** Date cells and dates written as text. */
  dates: number;
  /** Plain numbers that could be date serials. */
  serials: number;
  amounts: number;
  words: number;
}

/** Looks at the cells of a column; error texts say nothing and are left out. */
export function lookAt(cells: readonly Cell[]): ColumnLook {
  const count = { dates: 0, serials: 0, amounts: 0, words: 0 };
  let filled = 0;
  for (const cell of cells) {
    if (isErrorText(cell)) continue;
    filled += 1;
    const date = isDateLike(cell);
    const amount = !isDayCell(cell) && isAmountLike(cell);
    if (date && typeof cell === 'number') count.serials += 1;
    else if (date) count.dates += 1;
    if (amount) count.amounts += 1;
    if (typeof cell === 'boolean' || (typeof cell === 'string' && !date && (!amount || yesOrNo(cell) !== null)))
      count.words += 1;
  }
  const share = (n: number): number => (filled === 0 ? 0 : n / filled);
  return {
    filled,
    dates: share(count.dates),
    serials: share(count.serials),
    amounts: share(count.amounts),
    words: share(count.words),
  };
}

/** Whether the cells allow a meaning. `others` are the header's other meanings: they decide where cells could be either. */
export function allows(look: ColumnLook, meaning: Meaning, others: readonly Meaning[]): boolean {
  const evidence: Evidence = EVIDENCE[meaning.field];
  if (evidence === 'any') return true;
  const alsoAmount = others.some((other) => EVIDENCE[other.field] === 'amounts');
  if (look.filled === 0) return evidence !== 'words' || !alsoAmount;
  if (evidence === 'amounts') return look.amounts >= 0.5;
  if (evidence === 'dates') return look.dates + (alsoAmount ? 0 : look.serials) >= 0.5;
  return look.words >= 0.5;
}

/** What was seen, in a few words. */
export function describeLook(look: ColumnLook, evidence: Evidence): string {
  if (look.filled === 0) return 'no cell is filled yet';
  const share = { dates: look.dates + look.serials, amounts: look.amounts, words: look.words, any: 1 }[evidence];
  if (evidence === 'any') return `${look.filled} filled cells`;
  return `${Math.round(share * 100)} % of ${look.filled} cells are ${evidence}`;
}
