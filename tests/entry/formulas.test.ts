// The formulas as cells call them: raw values in, results or messages out, with the spreadsheet's zone behind them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGING_BUCKET, DAYS_PAST_DUE, DSO, SEGMENT } from '../../src/entry/formulas';

/** What a formula may touch: the zone, and the values of AR Settings. */
function installSheet(zone: string, settings: unknown[][] | null = null): { zoneCalls: () => number } {
  let zoneCalls = 0;
  const sheet = settings && { getDataRange: () => ({ getValues: () => settings }) };
  const spreadsheet = {
    getSpreadsheetTimeZone: () => {
      zoneCalls += 1;
      return zone;
    },
    getSheetByName: (name: string) => (name === 'AR Settings' ? sheet : null),
  };
  const formatDate = (date: Date, where: string): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: where }).format(date);
  Object.assign(globalThis, { SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet }, Utilities: { formatDate } });
  return { zoneCalls: () => zoneCalls };
}

const utc = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const scriptZone = process.env.TZ;

beforeEach(() => {
  installSheet('UTC');
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'SpreadsheetApp');
  Reflect.deleteProperty(globalThis, 'Utilities');
  if (scriptZone === undefined) delete process.env.TZ;
  else process.env.TZ = scriptZone;
});

describe('AGING_BUCKET', () => {
  const asOf = utc('2026-06-30');

  it('gives one value for single values and for ranges of one cell', () => {
    expect(AGING_BUCKET(utc('2026-05-31'), asOf)).toBe('1-30 days');
    expect(AGING_BUCKET([[utc('2026-05-30')]], [[asOf]], [[5]])).toBe('31-60 days');
  });

  it('gives a column for columns, repeats single values and keeps blank rows blank', () => {
    const due = [[utc('2026-06-30')], [''], [utc('2026-03-31')], [''], ['']];
    expect(AGING_BUCKET(due, asOf)).toEqual([['Current'], [''], ['90+ days'], [''], ['']]);
    expect(AGING_BUCKET(due, asOf, [[5], [7], [0], [0], ['']])).toEqual([
      ['Current'],
      ['No due date'],
      ['Paid'],
      ['Paid'],
      [''],
    ]);
  });

  it('uses the edges it is given', () => {
    expect(AGING_BUCKET(utc('2026-06-10'), asOf, '', '15,45')).toBe('16-45 days');
    expect(AGING_BUCKET(utc('2026-06-10'), asOf, undefined, 15)).toBe('15+ days');
  });

  it('names a bad cell in its own row only', () => {
    const due = [[utc('2026-06-01')], ['31.12.2026'], ['#N/A'], [true], [5200]];
    expect(AGING_BUCKET(due, asOf)).toEqual([
      ['1-30 days'],
      ["⚠ due_date, 2nd row: '31.12.2026' is text, not a date"],
      ['⚠ due_date, 3rd row: the cell shows #N/A, not a date'],
      ["⚠ due_date, 4th row: 'true' is TRUE or FALSE, not a date"],
      ["⚠ due_date, 5th row: '5200' is a number, not a date"],
    ]);
    expect(AGING_BUCKET(utc('2026-06-01'), asOf, 'five')).toBe("⚠ balance: 'five' is text, not a number");
    expect(AGING_BUCKET(utc('2026-06-01'), '')).toBe('⚠ as_of: the cell is empty');
  });

  it('reads a date with a time as its day, and a date that a formula gives as a number', () => {
    expect(AGING_BUCKET(new Date('2026-06-30T23:59:00Z'), asOf)).toBe('Current');
    expect(AGING_BUCKET(46_203, asOf)).toBe('Current');
    expect(AGING_BUCKET(46_202, asOf)).toBe('1-30 days');
  });

  it('refuses ranges of unequal height, with both heights, and ranges of several columns', () => {
    expect(() => AGING_BUCKET([[1], [2]], [[1], [2], [3]])).toThrow(
      'due_date has 2 rows and as_of has 3: give ranges of equal height.',
    );
    expect(() => AGING_BUCKET([[1, 2]], asOf)).toThrow(
      'due_date must be one column, not a range of 1 rows and 2 columns.',
    );
    expect(() => AGING_BUCKET(asOf, asOf, 1, '30,20')).toThrow(/edges: '30,20' must be whole days in rising order/);
    expect(() => AGING_BUCKET(asOf, asOf, 1, [['30'], ['60']])).toThrow(/edges must be one value/);
  });
});

describe('DAYS_PAST_DUE', () => {
  it('counts days, negative before the due date, blank for a blank cell', () => {
    const due = [[utc('2026-06-01')], [utc('2026-07-02')], ['']];
    expect(DAYS_PAST_DUE(due, utc('2026-06-30'))).toEqual([[29], [-2], ['']]);
    expect(DAYS_PAST_DUE('', utc('2026-06-30'))).toBe('');
  });

  // The sheet in one zone and the script in another: a date cell is midnight of the sheet's zone.
  it.each([
    ['Asia/Tokyo', 'America/New_York', '2026-02-28T15:00:00Z', '2026-03-01T15:00:00Z'],
    ['America/New_York', 'Asia/Tokyo', '2026-03-01T05:00:00Z', '2026-03-02T05:00:00Z'],
    ['Pacific/Auckland', 'America/Los_Angeles', '2026-04-03T11:00:00Z', '2026-04-05T12:00:00Z'],
    ['America/Sao_Paulo', 'UTC', '2018-11-03T03:00:00Z', '2018-11-04T03:00:00Z'],
  ])('is right to the day with the sheet in %s and the script in %s', (sheetZone, script, due, asOf) => {
    process.env.TZ = script;
    installSheet(sheetZone);
    const days = sheetZone === 'Pacific/Auckland' ? 2 : 1;
    expect(DAYS_PAST_DUE(new Date(due), new Date(asOf))).toBe(days);
  });

  it('is the same where Intl is missing', () => {
    installSheet('Asia/Tokyo');
    const intl = globalThis.Intl;
    const formatDate = (date: Date): string => new Date(date.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
    Object.assign(globalThis, { Intl: undefined, Utilities: { formatDate } });
    try {
      expect(DAYS_PAST_DUE(new Date('2026-02-28T15:00:00Z'), new Date('2026-03-01T14:00:00Z'))).toBe(0);
    } finally {
      Object.assign(globalThis, { Intl: intl });
    }
  });

  it('asks for the zone once, and not at all without a date', () => {
    const sheet = installSheet('UTC');
    DAYS_PAST_DUE([[''], ['']], '');
    expect(sheet.zoneCalls()).toBe(0);
    DAYS_PAST_DUE([[utc('2026-01-01')], [utc('2026-01-02')]], utc('2026-01-03'));
    expect(sheet.zoneCalls()).toBe(1);
  });
});

describe('DSO', () => {
  it('adds ranges up to one number', () => {
    expect(DSO([[10_000], [''], [5_000]], [[4_000, 6_000]], 30)).toBe(45);
    expect(DSO(15_000, 10_000)).toBe(547.5);
  });

  it('calculates row by row when days is a range', () => {
    const result = DSO([[15_000], [1], ['']], [[10_000], [0], ['']], [[30], [30], ['']]);
    expect(result).toEqual([
      [45],
      ['⚠ credit_sales: there are no credit sales in the period, so there is no DSO.'],
      [''],
    ]);
  });

  it('throws one error that names the first bad row and how many there are', () => {
    expect(() => DSO([[1], ['x'], ['#N/A'], [2]], 5)).toThrow(
      "receivables, 2nd row: 'x' is text, not a number (2 such cells)",
    );
    expect(() => DSO([[1], ['x']], 5)).toThrow(/^receivables, 2nd row: 'x' is text, not a number$/);
    expect(() => DSO('x', 5)).toThrow(/^receivables: 'x' is text, not a number$/);
    expect(() => DSO(5, [[''], ['']])).toThrow('credit_sales: there is no number to calculate with.');
    expect(() => DSO(5, 0)).toThrow(/no credit sales/);
  });

  it('shows no floating-point dust', () => {
    expect(DSO([[0.1], [0.2]], 0.3, 1)).toBe(1);
  });
});

describe('SEGMENT', () => {
  const asOf = utc('2026-06-30');
  const header = ['Client', 'Client ID', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Paid on'];
  const paid = (name: string, id: string, n: number): unknown[] => {
    const date = utc('2026-03-01');
    return [name, id, `${id}-${n}`, date, date, 100, date];
  };
  const table = [
    header,
    ...[1, 2, 3].map((n) => paid('ACME', 'C1', n)),
    ['Slow', 'C2', 'C2-1', utc('2025-01-01'), utc('2025-02-01'), 10_000, utc('2026-03-01')],
    ['Young', 'C3', 'C3-1', utc('2025-01-01'), utc('2025-02-01'), 1, ''],
  ];

  it('finds customers by name or id, however written; one without invoices is New', () => {
    const customers = [['acme '], ['C1'], ['Slow'], ['Young'], ['Nobody'], ['']];
    expect(SEGMENT(customers, table, asOf)).toEqual([
      ['Timely large'],
      ['Timely large'],
      ['Doubtful SMB'],
      ['New'],
      ['New'],
      [''],
    ]);
    expect(SEGMENT('Nobody', table, asOf)).toBe('New');
  });

  it('takes settings from a two-column range', () => {
    expect(
      SEGMENT('ACME', table, asOf, [
        ['large_share', 0],
        ['', ''],
      ]),
    ).toBe('Timely');
    expect(SEGMENT('ACME', table, asOf, [['mode', 'balance']])).toBe('C');
    expect(() => SEGMENT('ACME', table, asOf, [['mode', 'x']])).toThrow(/must be one of/);
    expect(() => SEGMENT('ACME', table, asOf, [['mode'], ['x']])).toThrow(/two columns/);
  });

  it('makes only the customer of an unreadable row uncertain', () => {
    const broken = [...table, ['ACME', 'C1', 'C1-9', utc('2026-01-01'), '31.13.2026', 5, '']];
    expect(SEGMENT([['ACME'], ['Young']], broken, asOf)).toEqual([
      ['⚠ invoices: Row 7, Due date: "31.13.2026" is not a date. Type it as a date (for example 2026-12-31).'],
      ['New'],
    ]);
  });

  it('uses the confirmed columns of AR Settings where the table has them, else the names', () => {
    const own = [
      ['Who', 'Nr', 'Falls due', 'Sum', 'Settled'],
      ['ACME', '1', utc('2020-01-01'), 5, utc('2026-06-01')],
    ];
    expect(() => SEGMENT('ACME', own, asOf)).toThrow(/Which column holds the customer/);
    const mapping = [
      ['customer', 'Who'],
      ['due', 'Falls due'],
      ['amount', 'Sum'],
      ['paidOn', 'Settled'],
      ['email', ''],
    ];
    installSheet('UTC', [['Setting', 'Value'], ...mapping.map(([field, name]) => [`Column: ${field}`, name])]);
    expect(SEGMENT('ACME', own, asOf)).toBe('Doubtful SMB');
    expect(SEGMENT('ACME', table, asOf)).toBe('Timely large');
  });

  it('asks instead of guessing when a column cannot be told', () => {
    expect(() =>
      SEGMENT(
        'A',
        [
          ['Customer', 'Invoice', 'Amount'],
          ['A', '1', 5],
        ],
        asOf,
      ),
    ).toThrow(/^invoices: Which column holds the due date\?.*Set up/);
  });
});
