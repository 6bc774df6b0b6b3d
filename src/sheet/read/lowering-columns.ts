// The columns that lower an invoice beside what was paid, and what the table as a whole says of them.
import { type Detection, LOWERING_FIELDS, type LoweringField } from '../fields';
import type { Grid } from '../grid';
import { amountOf } from './read-amounts';

/** The columns of a table that lower an invoice. */
export interface LoweringColumns {
  /** Those that settle a part of it for good. */
  settling: readonly LoweringField[];
  /** Whether what is kept back is a part of the invoice amount; it may have been taken off before. */
  isRetentionInAmount: boolean;
}

/** The columns of a table that lower an invoice; null where it has none. */
export function loweringColumns(grid: Grid, detection: Detection): LoweringColumns | null {
  const fields = LOWERING_FIELDS.filter((field) => detection.columns[field]);
  if (fields.length === 0) return null;
  const settling = fields.filter((field) => field !== 'retained');
  return { settling, isRetentionInAmount: !isTakenOffBefore(grid, detection) };
}

/** So many rows are enough to see what a column was worked out from. */
const ROWS_LOOKED_AT = 100;

// "Claim", "Retention", "Net claim", then the invoice amount with its tax: the claim less the retention is in a column of its own, so
// that an amount which is not the claim itself has been worked out from it.
function isTakenOffBefore(grid: Grid, { columns, headerRow }: Detection): boolean {
  const { retained, amount } = columns;
  if (!retained || !amount) return false;
  const rows = grid.values.slice(headerRow - grid.firstRow + 1).slice(0, ROWS_LOOKED_AT);
  const kept = rows.filter((row) => amountOf(row[retained.index], null));
  if (kept.length === 0) return false;
  const width = Math.max(...kept.map((row) => row.length));
  const others = Array.from({ length: width }, (_, i) => i).filter((i) => i !== retained.index);
  const isRest = (gross: number, net: number): boolean =>
    kept.every((row) => {
      const [whole, part, rest] = [gross, retained.index, net].map((i) => amountOf(row[i], null));
      return whole != null && part != null && rest != null && Math.abs(whole - part - rest) < 0.02;
    });
  return others.some((gross) => gross !== amount.index && others.some((net) => net !== gross && isRest(gross, net)));
}
