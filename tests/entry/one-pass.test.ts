// Formulas that go over their ranges once, against plain reading of one column after the other: same figures, same sentences.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGING_BUCKET } from '../../src/entry/formulas';
import { PERCENT_OVERDUE } from '../../src/entry/formulas-metrics';
import { AVERAGE_DAYS_TO_PAY } from '../../src/entry/formulas-terms';
import { sumWithoutDust, withoutDust } from '../../src/receivables/rounding';

type Cell = number | string | boolean | Date;

/** Serial of the as-of day, 30 June 2026; columns hold dates and serials around it. */
const AS_OF = 46_203;
const dateOf = (serial: number): Date => new Date(2026, 5, 30 + serial - AS_OF);
const near = fc.integer({ min: AS_OF - 120, max: AS_OF + 60 });
const blank = fc.constantFrom<Cell>('', '', ' ');
const odd = fc.constantFrom<Cell>('soon', '31.12.2026', '#N/A', true, -4, 0.5);
const dateCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 12, arbitrary: fc.oneof(near, near.map(dateOf)) },
  { weight: 2, arbitrary: blank },
  { weight: 1, arbitrary: odd },
);
const moneyCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -20_000, max: 200_000 }).map((cents) => cents / 100) },
  { weight: 2, arbitrary: blank },
  { weight: 1, arbitrary: fc.constantFrom<Cell>('12,50', '#REF!', false, new Date(2026, 0, 1)) },
);
const rows = fc.array(fc.tuple(moneyCell, dateCell, dateCell), { minLength: 2, maxLength: 25 });

const isBlank = (cell: Cell): boolean => typeof cell === 'string' && cell.trim() === '';
const column = (cells: readonly Cell[]): Cell[][] => cells.map((cell) => [cell]);

function serialOf(cell: Cell): number | null {
  if (cell instanceof Date) return AS_OF + Math.round((cell.getTime() - dateOf(AS_OF).getTime()) / 86_400_000);
  return typeof cell === 'number' && cell >= 18_264 && cell < 109_575 ? Math.floor(cell) : null;
}

const numberOf = (cell: Cell): number | null => (typeof cell === 'number' ? cell : null);

const ORDINALS = ['st', 'nd', 'rd'];
const ordinal = (n: number): string => `${n}${n > 3 && n < 21 ? 'th' : (ORDINALS[(n % 10) - 1] ?? 'th')}`;

/** What is said of the cells of a column that are neither blank nor readable; null where all are good. */
function complaint(
  name: string,
  cells: readonly Cell[],
  read: (cell: Cell) => number | null,
  neededAt: (i: number) => boolean = () => false,
): string | null {
  const bad = cells.flatMap((cell, i) => ((isBlank(cell) ? neededAt(i) : read(cell) === null) ? [i] : []));
  const [first] = bad;
  if (first === undefined) return null;
  return `${name}, ${ordinal(first + 1)} row: ${finding(cells[first] ?? '', read === numberOf ? 'a number' : 'a date')}${bad.length > 1 ? ` (${bad.length} such cells)` : ''}`;
}

function finding(cell: Cell, expected: string): string {
  if (cell instanceof Date) return `the cell is a date, not ${expected}`;
  if (isBlank(cell)) return 'the cell is empty';
  if (typeof cell === 'string' && cell.startsWith('#')) return `the cell shows ${cell}, not ${expected}`;
  const kind = { string: 'text', number: 'a number', boolean: 'TRUE or FALSE' }[typeof cell as 'string'];
  return `'${cell}' is ${kind}, not ${expected}`;
}

/** A figure, or the sentence of the error in its place. */
function said(figure: () => unknown): unknown {
  try {
    return figure();
  } catch (error) {
    return (error as Error).message;
  }
}

describe('one pass over the ranges', () => {
  it('of PERCENT_OVERDUE gives what the columns give one after the other, bad balances named before bad dates', () => {
    const reference = (money: readonly Cell[], due: readonly Cell[]): unknown => {
      const bad = complaint('balance', money, numberOf) ?? complaint('due_date', due, serialOf);
      if (bad !== null) return bad;
      const open = money.flatMap((cell, i) => {
        const balance = isBlank(cell) ? 0 : Number(cell);
        return balance > 0 ? [{ balance, serial: isBlank(due[i] ?? '') ? AS_OF : serialOf(due[i] ?? '') }] : [];
      });
      if (open.length === 0) return 'balance: there is no balance above 0, so there is no share past due.';
      const late = open.filter(({ serial }) => serial !== null && serial < AS_OF);
      const sum = (list: typeof open): number => sumWithoutDust(list.map(({ balance }) => balance));
      return withoutDust(sum(late) / sum(open));
    };
    fc.assert(
      fc.property(rows, (list) => {
        const [money, due] = [list.map(([one]) => one), list.map(([, one]) => one)];
        expect(said(() => PERCENT_OVERDUE(column(money), column(due), AS_OF))).toBe(reference(money, due));
      }),
      { numRuns: 400 },
    );
  });

  it('of AVERAGE_DAYS_TO_PAY names the first bad row whatever its argument, and counts the bad cells of that argument', () => {
    const reference = (issued: readonly Cell[], paid: readonly Cell[], money: readonly Cell[]): unknown => {
      const finds: { name: string; text: string }[] = [];
      const read: { days: number; weight: number }[] = [];
      issued.forEach((issue, i) => {
        const [paidOn, amount] = [paid[i] ?? '', money[i] ?? ''];
        if ([issue, paidOn, amount].every((cell) => cell === '')) return;
        const at = (name: string, cell: Cell, expected: string): void => {
          finds.push({ name, text: `${name}, ${ordinal(i + 1)} row: ${finding(cell, expected)}` });
        };
        if (isBlank(paidOn)) return;
        const [to, from, weight] = [serialOf(paidOn), serialOf(issue), numberOf(amount)];
        if (to === null) at('paid_date', paidOn, 'a date');
        else if (from === null) at('issue_date', issue, 'a date');
        else if (weight === null) at('amount', amount, 'a number');
        else read.push({ days: to - from, weight });
      });
      const [first] = finds;
      if (first) {
        const alike = finds.filter(({ name }) => name === first.name).length;
        return alike > 1 ? `${first.text} (${alike} such cells)` : first.text;
      }
      const counted = read.filter(({ weight }) => weight > 0);
      if (read.length === 0) return 'paid_date: no invoice is paid yet, so there is no average.';
      if (counted.length === 0) {
        return 'amount: no paid invoice has an amount above 0, so there is no average.';
      }
      const [weighted, weights] = counted.reduce(
        ([sum, all], { days, weight }) => [sum + days * weight, all + weight],
        [0, 0],
      );
      return withoutDust(weighted / weights);
    };
    fc.assert(
      fc.property(rows, (list) => {
        const [money, issued, paid] = [list.map(([one]) => one), list.map(([, one]) => one), list.map((one) => one[2])];
        const figure = said(() => AVERAGE_DAYS_TO_PAY(column(issued), column(paid), column(money)));
        expect(figure).toBe(reference(issued, paid, money));
      }),
      { numRuns: 400 },
    );
  });

  it('of AGING_BUCKET says of each row what the row alone says, with its place', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [money, due] = [list.map(([one]) => one), list.map(([, one]) => one)];
        const alone = list.map(([balance, date], i) => {
          if (balance === '' && date === '') return [''];
          const one = String(AGING_BUCKET(date, AS_OF, balance));
          return [one.replace(/^⚠ (\w+):/, `⚠ $1, ${ordinal(i + 1)} row:`)];
        });
        expect(AGING_BUCKET(column(due), AS_OF, column(money))).toEqual(alone);
      }),
      { numRuns: 400 },
    );
  });
});
