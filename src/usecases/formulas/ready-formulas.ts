// Formulas ready for the team's own columns: what the Formulas page offers to put into the selected cell.
import { FIELDS, type Field, type Mapping } from '../../sheet/fields';

/** Where the team's columns lie. */
export interface ColumnPlaces {
  sheet: string;
  /** 1-based row of the headers. */
  headerRow: number;
  /** Number of columns of the table. */
  width: number;
  /** 0-based column of each field the table has. */
  columns: Partial<Record<Field, number>>;
  /** The currency that sums are made in where the table has a currency column. */
  currency: string;
}

/** How a formula is written for a team's columns; null where a column it needs is missing. */
type Ready = (refs: Refs) => string | null;

interface Refs {
  /** The cells of a column below its header, e.g. `'Invoices'!D2:D`; null without the column. */
  column(field: Field): string | null;
  table: string;
  currency: string;
}

/** A column's letters. @example columnLetters(27) // 'AB' */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function refsOf(places: ColumnPlaces): Refs {
  const sheet = `'${places.sheet.replace(/'/g, "''")}'!`;
  return {
    column: (field) => {
      const index = places.columns[field];
      if (index === undefined) return null;
      const letters = columnLetters(index);
      return `${sheet}${letters}${places.headerRow + 1}:${letters}`;
    },
    table: `${sheet}A${places.headerRow}:${columnLetters(places.width - 1)}`,
    currency: places.currency,
  };
}

/** Writes a formula when all its columns are there. */
function withColumns(fields: readonly Field[], write: (columns: string[], refs: Refs) => string): Ready {
  return (refs) => {
    const columns = fields.map((field) => refs.column(field));
    return columns.every((column): column is string => column !== null) ? write(columns, refs) : null;
  };
}

/** A sum of a column in one currency, as far as the table tells currencies apart. */
function sumOf(refs: Refs, column: string, ...criteria: string[]): string {
  const currency = refs.column('currency');
  const all = currency ? [currency, `"${refs.currency}"`, ...criteria] : criteria;
  return all.length > 0 ? `SUMIFS(${[column, ...all].join(', ')})` : `SUM(${column})`;
}

const YEAR_OF_SALES = (refs: Refs, amount: string, issued: string): string =>
  sumOf(refs, amount, issued, '">"&AS_OF-365', issued, '"<="&AS_OF');

const READY: ReadonlyMap<string, Ready> = new Map(
  Object.entries({
    AGING_BUCKET: (refs) => {
      const due = refs.column('due');
      const balance = refs.column('balance');
      return due && `=AGING_BUCKET(${due}, AS_OF${balance ? `, ${balance}` : ''})`;
    },
    DAYS_PAST_DUE: withColumns(['due'], ([due]) => `=DAYS_PAST_DUE(${due}, AS_OF)`),
    AGING_TABLE: ({ table }) => `=AGING_TABLE(${table}, AS_OF)`,
    AR_KPIS: ({ table }) => `=AR_KPIS(${table}, AS_OF)`,
    PORTFOLIO: ({ table }) => `=PORTFOLIO(${table}, AS_OF, "segment")`,
    EXPECTED_PAYMENT: ({ table }) => `=EXPECTED_PAYMENT(${table}, AS_OF)`,
    CASH_FORECAST: ({ table }) => `=CASH_FORECAST(${table}, AS_OF)`,
    LATE_RISK: ({ table }) => `=LATE_RISK('AR Customers'!A2:A, ${table}, AS_OF)`,
    SEGMENT: ({ table }) => `=SEGMENT('AR Customers'!A2:A, ${table}, AS_OF)`,
    DSO: withColumns(['balance', 'amount', 'issued'], ([balance = '', amount = '', issued = ''], refs) => {
      return `=DSO(${sumOf(refs, balance)}, ${YEAR_OF_SALES(refs, amount, issued)})`;
    }),
    BEST_POSSIBLE_DSO: withColumns(
      ['balance', 'amount', 'issued', 'due'],
      ([balance = '', amount = '', issued = '', due = ''], refs) => {
        return `=BEST_POSSIBLE_DSO(${sumOf(refs, balance, due, '">="&AS_OF')}, ${YEAR_OF_SALES(refs, amount, issued)})`;
      },
    ),
    PERCENT_OVERDUE: withColumns(['balance', 'due'], ([balance, due]) => `=PERCENT_OVERDUE(${balance}, ${due}, AS_OF)`),
    AVERAGE_DAYS_TO_PAY: withColumns(
      ['issued', 'paidOn'],
      ([issued, paidOn]) => `=AVERAGE_DAYS_TO_PAY(${issued}, ${paidOn})`,
    ),
    DAYS_BEYOND_TERMS: withColumns(['due', 'paidOn'], ([due, paidOn]) => `=DAYS_BEYOND_TERMS(${due}, ${paidOn})`),
    DUE_DATE: withColumns(['issued', 'terms'], ([issued, terms]) => `=DUE_DATE(${issued}, ${terms})`),
    DISCOUNT_DATE: withColumns(['issued', 'terms'], ([issued, terms]) => `=DISCOUNT_DATE(${issued}, ${terms})`),
    DISCOUNTED_AMOUNT: withColumns(['amount', 'terms'], ([amount, terms]) => `=DISCOUNTED_AMOUNT(${amount}, ${terms})`),
    DISCOUNT_COST: withColumns(['terms'], ([terms]) => `=DISCOUNT_COST(${terms})`),
    LATE_INTEREST: withColumns(['balance', 'due'], ([balance, due]) => `=LATE_INTEREST(${balance}, ${due}, AS_OF, 9%)`),
    PROMISES_KEPT: () => "=PROMISES_KEPT('AR Promises'!G2:G, 'AR Promises'!C2:C)",
    // Without any function of ours, for people who prefer what every spreadsheet has.
    'Days past due, by Sheets alone': withColumns(['due'], ([due]) => `=ARRAYFORMULA(IF(${due}="",,AS_OF-${due}))`),
    'Aging bucket, by Sheets alone': withColumns(['due'], ([due]) => {
      const late = `AS_OF-${due}`;
      return `=ARRAYFORMULA(IF(${due}="",,IF(${late}<1,"Current",IF(${late}<31,"1-30 days",IF(${late}<61,"31-60 days",IF(${late}<91,"61-90 days","90+ days"))))))`;
    }),
  }),
);

/**
 * The formula of a name for a team's columns.
 * @returns null when a column is missing, or when the formula takes totals that no column holds
 * @example readyFormula('DAYS_PAST_DUE', places) // "=DAYS_PAST_DUE('Invoices'!D2:D, AS_OF)"
 */
export function readyFormula(name: string, places: ColumnPlaces): string | null {
  return READY.get(name)?.(refsOf(places)) ?? null;
}

/** Every formula that is ready for a team's columns, by name. */
export function readyFormulas(places: ColumnPlaces): Map<string, string> {
  const refs = refsOf(places);
  return new Map(
    [...READY].flatMap(([name, write]): [string, string][] => {
      const formula = write(refs);
      return formula ? [[name, formula]] : [];
    }),
  );
}

/** The columns of a confirmed mapping within a header row. */
export function placesOf(
  headers: readonly string[],
  mapping: Mapping,
  where: Pick<ColumnPlaces, 'sheet' | 'headerRow' | 'currency'>,
): ColumnPlaces {
  const columns: ColumnPlaces['columns'] = {};
  for (const field of FIELDS) {
    const index = headers.indexOf(mapping[field] ?? '');
    if (mapping[field] && index >= 0) columns[field] = index;
  }
  const used = headers.reduce((last, header, index) => (header === '' ? last : index + 1), 1);
  return { ...where, width: used, columns };
}
