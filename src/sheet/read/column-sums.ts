// Running sums of the money columns: by them a closing row is known, whatever its word.
import type { MoneyColumn } from '../fields';

interface Sum {
  sum: number;
  count: number;
  least: number;
  most: number;
  /** Sum and count when the part of the table began. */
  sumBefore: number;
  countBefore: number;
}

const HALF_A_CENT = 0.005;

/** The sums of the rows read so far: of the whole table, and of its part since the last total or heading. */
export class Sums {
  private readonly columns: Partial<Record<MoneyColumn, Sum>> = {};

  /** Adds the amount of a row that was read. */
  add(field: MoneyColumn, value: number): void {
    const known = this.columns[field];
    if (known === undefined) {
      this.columns[field] = { sum: value, count: 1, least: value, most: value, sumBefore: 0, countBefore: 0 };
      return;
    }
    known.sum += value;
    known.count += 1;
    if (value < known.least) known.least = value;
    if (value > known.most) known.most = value;
  }

  /** A total or heading ends a part of the table. */
  endPart(): void {
    for (const known of Object.values(this.columns)) {
      known.sumBefore = known.sum;
      known.countBefore = known.count;
    }
  }

  /** Whether a value is what the column adds up to, whole or since its part began. @param rows so many at least */
  isSum(field: MoneyColumn, value: number, rows: number): boolean {
    const known = this.columns[field];
    if (known === undefined) return false;
    const { sum, count, sumBefore, countBefore } = known;
    return (count >= rows && near(value, sum)) || (count - countBefore >= rows && near(value, sum - sumBefore));
  }

  /** Whether a value is the mean of amounts that are not all the same. */
  isMean(field: MoneyColumn, value: number): boolean {
    const known = this.columns[field];
    return known !== undefined && known.count > 1 && known.least < known.most && near(value, known.sum / known.count);
  }
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < HALF_A_CENT;
}
