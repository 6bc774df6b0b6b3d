// Running sums of the money columns: by them a closing row is known, whatever its word.
import type { MoneyColumn } from './table-row';

interface Sum {
  sum: number;
  count: number;
  least: number;
  most: number;
}

const HALF_A_CENT = 0.005;

/** The sums of the rows read so far: of the whole table, and of its part since the last total or heading. */
export class Sums {
  private readonly whole = new Map<MoneyColumn, Sum>();
  private readonly part = new Map<MoneyColumn, Sum>();

  /** Adds the amount of a row that was read. */
  add(field: MoneyColumn, value: number): void {
    for (const sums of [this.whole, this.part]) {
      const known = sums.get(field);
      if (!known) sums.set(field, { sum: value, count: 1, least: value, most: value });
      else {
        known.sum += value;
        known.count += 1;
        known.least = Math.min(known.least, value);
        known.most = Math.max(known.most, value);
      }
    }
  }

  /** A total or heading ends a part of the table. */
  endPart(): void {
    this.part.clear();
  }

  /** Whether a value is what the column adds up to, whole or since its part began. @param rows so many at least */
  isSum(field: MoneyColumn, value: number, rows: number): boolean {
    return [this.whole, this.part].some((sums) => {
      const known = sums.get(field);
      return known !== undefined && known.count >= rows && near(value, known.sum);
    });
  }

  /** Whether a value is the mean of amounts that are not all the same. */
  isMean(field: MoneyColumn, value: number): boolean {
    const known = this.whole.get(field);
    return known !== undefined && known.count > 1 && known.least < known.most && near(value, known.sum / known.count);
  }
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < HALF_A_CENT;
}
