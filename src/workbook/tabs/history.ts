// The tab AR History: the figures of days, a line a currency and segment, written once and never changed.
import type { DayFigures } from '../../receivables/figures/day-figures';
import { toDecimal, toMinor } from '../../receivables/money';
import type { Cell } from '../../sheet/grid';
import { amountOfCell, dayOfCell } from '../../sheet/read/typed-cells';
import type { TabRow, TabTable } from './records';

/** The amounts of a line, by header. */
const AMOUNTS = [
  ['Open', 'open'],
  ['Overdue', 'overdue'],
  ['Disputed', 'disputed'],
  ['Sales 90', 'sales90'],
  ['Sales 365', 'sales365'],
  ['Collected (money only)', 'collected'],
  ['Credits', 'credits'],
  ['Written off', 'writtenOff'],
] as const;

const BUCKET_HEADERS = ['Current', '1-30', '31-60', '61-90', '90+'];

/** Figures that are no amounts, by header, and the decimals they are written with. */
const OTHERS = [
  ['DSO 90', 'dso', 2],
  ['DSO count-back', 'countback', 2],
  ['BPDSO', 'bestDso', 2],
  ['ADD', 'add', 2],
  ['CEI (month to date)', 'cei', 6],
  ['Turnover', 'turnover', 2],
  ['Days to pay', 'daysToPay', 2],
  ['Promises due', 'promisesDue', 0],
  ['kept', 'promisesKept', 0],
  ['Mails', 'mails', 0],
  ['Calls', 'calls', 0],
] as const;

/** A line as it is written: amounts as decimals, days with two of them, CEI with six. */
export function historyRecord(line: DayFigures): Record<string, Cell> {
  const { day, currency, segment, rebuilt, buckets } = line;
  const written = asWritten(line);
  const money = (minor: number | null | undefined): Cell =>
    minor === null || minor === undefined ? '' : toDecimal(minor, currency);
  return {
    ...{ Day: { day }, Currency: currency, Segment: segment, Rebuilt: rebuilt },
    ...Object.fromEntries(AMOUNTS.map(([header, field]) => [header, money(line[field])])),
    ...Object.fromEntries(BUCKET_HEADERS.map((header, at) => [header, money(buckets[at])])),
    ...Object.fromEntries(OTHERS.map(([header, field]) => [header, written[field] ?? ''])),
  };
}

/** A line with the decimals that it is written with: whoever shows it before it is read back says the same. */
export function asWritten(line: DayFigures): DayFigures {
  return {
    ...line,
    ...Object.fromEntries(
      OTHERS.map(([, field, digits]) => {
        const value = line[field];
        return [field, value === null ? null : Number(value.toFixed(digits))];
      }),
    ),
  };
}

/** The lines of the tab; rows without a day are people's own. */
export function readHistory(table: TabTable | null): DayFigures[] {
  return (table?.rows ?? []).flatMap((row): DayFigures[] => {
    const day = dayOfLine(row);
    return day === null ? [] : [lineOf(row, day)];
  });
}

/** The day of a row; null where it has none. */
export function dayOfLine(row: TabRow): number | null {
  return dayOfCell(row.cell('Day')).day;
}

function lineOf(row: TabRow, day: number): DayFigures {
  const currency = row.text('Currency');
  const number = (header: string): number | null => amountOfCell(row.cell(header)).amount;
  const money = (header: string): number | null => {
    const amount = number(header);
    return amount === null ? null : toMinor(amount, currency);
  };
  const amounts = Object.fromEntries(AMOUNTS.map(([header, field]) => [field, money(header)]));
  const others = Object.fromEntries(OTHERS.map(([header, field]) => [field, number(header)]));
  return {
    ...{ day, currency, segment: row.text('Segment'), rebuilt: row.text('Rebuilt') },
    ...(amounts as Pick<DayFigures, (typeof AMOUNTS)[number][1]>),
    ...(others as Pick<DayFigures, (typeof OTHERS)[number][1]>),
    buckets: BUCKET_HEADERS.map(money),
  };
}
