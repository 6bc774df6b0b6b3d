// The formulas about terms and late payment as cells call them: single values, columns, bad cells, dates of the sheet's zone.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  AVERAGE_DAYS_TO_PAY,
  DAYS_BEYOND_TERMS,
  DISCOUNT_COST,
  DISCOUNT_DATE,
  DISCOUNTED_AMOUNT,
  DUE_DATE,
  LATE_COMPENSATION,
  LATE_INTEREST,
  PAYMENT_SCORE,
} from '../../src/entry/formulas-terms';

/** A spreadsheet that knows its zone and nothing else; Utilities can format a date, as formulas may. */
function installSheet(zone: string): { zoneCalls: () => number } {
  let zoneCalls = 0;
  const getSpreadsheetTimeZone = (): string => {
    zoneCalls += 1;
    return zone;
  };
  const formatDate = (date: Date, where: string): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: where }).format(date);
  const SpreadsheetApp = { getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone }) };
  Object.assign(globalThis, { SpreadsheetApp, Utilities: { formatDate } });
  return { zoneCalls: () => zoneCalls };
}

const on = (iso: string): Date => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(year, month - 1, day);
};
const scriptZone = process.env.TZ;
const INTL = globalThis.Intl;

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'SpreadsheetApp');
  Reflect.deleteProperty(globalThis, 'Utilities');
  Object.assign(globalThis, { Intl: INTL });
  if (scriptZone === undefined) delete process.env.TZ;
  else process.env.TZ = scriptZone;
});

describe('DUE_DATE', () => {
  it('gives one date for single values and for ranges of one cell', () => {
    expect(DUE_DATE(on('2026-01-31'), 'Net 30')).toEqual(on('2026-03-02'));
    expect(DUE_DATE([[on('2026-01-31')]], [['Net 30']])).toEqual(on('2026-03-02'));
  });

  it('gives a column, repeats single terms, takes a number as days net and keeps blank rows blank', () => {
    const issued = [[on('2026-01-31')], [''], [on('2026-02-01')], ['']];
    expect(DUE_DATE(issued, 'EOM')).toEqual([[on('2026-01-31')], [''], [on('2026-02-28')], ['']]);
    expect(DUE_DATE(issued, [[30], [14], ['n/14'], ['']])).toEqual([
      [on('2026-03-02')],
      [''],
      [on('2026-02-15')],
      [''],
    ]);
    expect(DUE_DATE('', 'Net 30')).toBe('');
  });

  it('counts a date with a time as its day', () => {
    expect(DUE_DATE(new Date(2026, 0, 31, 23, 59), 'Net 1')).toEqual(on('2026-02-01'));
  });

  it('follows the reading it is given, for terms that have two', () => {
    const day = on('2024-04-22');
    expect(DUE_DATE(day, '30 days end of month')).toEqual(on('2024-05-31'));
    expect(DUE_DATE(day, '30 days end of month', 'eom-first')).toEqual(on('2024-05-30'));
    expect(DUE_DATE(day, 'Net 30 EOM')).toEqual(on('2024-05-30'));
    expect(DUE_DATE(day, 'Net 30 EOM', 'Days-First')).toEqual(on('2024-05-31'));
    expect(DUE_DATE(day, 'Net 30', 'days-first')).toEqual(on('2024-05-22'));
    expect(DUE_DATE(day, 'Net 30 EOM', 'both')).toBe("⚠ reading: 'both' is not one of eom-first, days-first");
  });

  it('names a bad cell in its own row only', () => {
    const issued = [
      [on('2026-01-31')],
      ['31.01.2026'],
      ['#N/A'],
      [on('2026-01-31')],
      [on('2026-01-31')],
      [on('2026-01-31')],
    ];
    const terms = [['Net 30'], ['Net 30'], ['Net 30'], ['as usual'], [''], [on('2026-02-10')]];
    const [good, text, error, unknown, missing, date] = DUE_DATE(issued, terms) as unknown[][];
    expect(good).toEqual([on('2026-03-02')]);
    expect(text).toEqual(["⚠ issue_date, 2nd row: '31.01.2026' is text, not a date"]);
    expect(error).toEqual(['⚠ issue_date, 3rd row: the cell shows #N/A, not a date']);
    expect(unknown?.[0]).toMatch(
      /^⚠ terms, 4th row: 'as usual' is not understood as payment terms: write for example Net 30/,
    );
    expect(missing).toEqual(['⚠ terms, 5th row: the cell is empty']);
    expect(date?.[0]).toMatch(/^⚠ terms, 6th row: the cell is a date, not payment terms: format it as plain text/);
    expect(DUE_DATE(on('2026-01-31'), '#REF!')).toBe('⚠ terms: the cell shows #REF!, not payment terms');
  });

  it('refuses ranges of unequal height, with both heights, and ranges of several columns', () => {
    expect(() => DUE_DATE([[1], [2]], [['EOM'], ['EOM'], ['EOM']])).toThrow(
      'issue_date has 2 rows and terms has 3: give ranges of equal height.',
    );
    expect(() => DUE_DATE([[1, 2]], 'EOM')).toThrow(/issue_date must be one column/);
  });
});

describe('dates that formulas give', () => {
  // The first instant of the day in the sheet's zone; on 4 November 2018 the clocks of Sao Paulo skip midnight.
  it.each([
    ['Asia/Tokyo', 'America/New_York', '2026-01-30T15:00:00Z', '2026-03-01T15:00:00Z'],
    ['America/New_York', 'Asia/Tokyo', '2026-02-10T05:00:00Z', '2026-03-12T04:00:00Z'],
    ['Pacific/Auckland', 'America/Los_Angeles', '2026-03-20T11:00:00Z', '2026-04-19T12:00:00Z'],
    ['America/Sao_Paulo', 'UTC', '2018-10-05T03:00:00Z', '2018-11-04T03:00:00Z'],
    ['America/Havana', 'UTC', '2026-10-02T04:00:00Z', '2026-11-01T04:00:00Z'],
  ])('are midnight of the sheet in %s, with the script in %s', (zone, script, issued, due) => {
    process.env.TZ = script;
    installSheet(zone);
    expect(DUE_DATE(new Date(issued), 'Net 30')).toEqual(new Date(due));
    expect(DISCOUNT_DATE(new Date(issued), '2/30 Net 60')).toEqual(new Date(due));
  });

  it('are the same where Intl is missing', () => {
    installSheet('Asia/Tokyo');
    const formatDate = (date: Date): string => new Date(date.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
    Object.assign(globalThis, { Intl: undefined, Utilities: { formatDate } });
    expect(DUE_DATE(new Date('2026-01-30T15:00:00Z'), 'Net 30')).toEqual(new Date('2026-03-01T15:00:00Z'));
  });

  it('come right for every day of a column across two changes of the clocks', () => {
    installSheet('Europe/Berlin');
    const first = Date.UTC(2026, 0, 1) / 86_400_000;
    const issued = Array.from({ length: 400 }, (_, i) => [first + i + 25_569]);
    const due = DUE_DATE(issued, 'Net 1') as Date[][];
    const berlin = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const expected = issued.map(
      (_, i) => `${new Date((first + i + 1) * 86_400_000).toISOString().slice(0, 10)} 00:00:00`,
    );
    expect(due.map(([date]) => berlin.format(date))).toEqual(expected);
  });

  it('ask for the zone at a date only', () => {
    const sheet = installSheet('UTC');
    DUE_DATE([[''], ['']], 'Net 30');
    expect(sheet.zoneCalls()).toBe(0);
    DUE_DATE([[new Date('2026-01-01T00:00:00Z')], [new Date('2026-01-02T00:00:00Z')]], 'Net 30');
    expect(sheet.zoneCalls()).toBeLessThanOrEqual(2);
  });
});

describe('DISCOUNT_DATE', () => {
  it('is blank for terms without a discount and for blank rows', () => {
    const issued = [[on('2026-06-01')], [on('2026-06-01')], ['']];
    expect(DISCOUNT_DATE(issued, [['2/10 Net 30'], ['Net 30'], ['2/10 Net 30']])).toEqual([
      [on('2026-06-11')],
      [''],
      [''],
    ]);
    expect(DISCOUNT_DATE(on('2026-06-16'), '2/10 EOM net 30')).toEqual(on('2026-07-10'));
    expect(DISCOUNT_DATE(on('2026-06-16'), '2/10 ROG')).toMatch(/^⚠ terms: '2\/10 ROG' counts from a receipt/);
  });
});

describe('DISCOUNTED_AMOUNT', () => {
  it('takes the discount off when paid on time, rounded once to the cent', () => {
    expect(DISCOUNTED_AMOUNT(99.99, '2/10 Net 30')).toBe(97.99);
    expect(DISCOUNTED_AMOUNT([[100], [''], [200.5]], '2/10 Net 30', [[true], [''], [false]])).toEqual([
      [98],
      [''],
      [200.5],
    ]);
    expect(DISCOUNTED_AMOUNT(1234.567, 'Net 30')).toBe(1234.567);
    expect(DISCOUNTED_AMOUNT(0.1 + 0.2, 'Net 30')).toBe(0.3);
  });

  it('names a bad cell', () => {
    expect(DISCOUNTED_AMOUNT('100 EUR', '2/10 Net 30')).toBe("⚠ amount: '100 EUR' is text, not a number");
    expect(DISCOUNTED_AMOUNT(100, '2/10 Net 30', 'maybe')).toBe("⚠ on_time: 'maybe' is not TRUE or FALSE");
    expect(DISCOUNTED_AMOUNT([[100], ['#N/A']], '2/10 Net 30')).toEqual([
      [98],
      ['⚠ amount, 2nd row: the cell shows #N/A, not a number'],
    ]);
  });
});

describe('DISCOUNT_COST', () => {
  it('is a fraction, simple over 365 days unless told otherwise', () => {
    expect(DISCOUNT_COST('2/10 Net 30')).toBeCloseTo(0.372449, 6);
    expect(DISCOUNT_COST('2/10 Net 30', 'effective')).toBeCloseTo(0.445853, 6);
    expect(DISCOUNT_COST('2/10 EOM net 30')).toBe(DISCOUNT_COST('2/10 Net 30'));
    expect(DISCOUNT_COST([['2/10 Net 30'], ['Net 30'], ['']], '', 360)).toEqual([[0.3673469387755], [''], ['']]);
  });

  it('says why there is none', () => {
    expect(DISCOUNT_COST('2/30 Net 30')).toMatch(/^⚠ terms: the discount lasts until the due date or longer/);
    expect(DISCOUNT_COST('2/10 net EOM')).toMatch(
      /^⚠ terms: the days between discount and due date depend on the invoice date/,
    );
    expect(DISCOUNT_COST('2/10 Net 30', 'compound')).toBe("⚠ method: 'compound' is not one of simple, effective");
    expect(DISCOUNT_COST('2/10 Net 30', '', 0)).toMatch(/^⚠ year_days: give the days of the year/);
  });
});

describe('LATE_INTEREST', () => {
  const due = on('2026-03-10');

  it('takes 5 % as 0.05, also where it is text, and refuses a bare 5', () => {
    expect(LATE_INTEREST(36_500, due, on('2026-03-20'), 0.05)).toBe(50);
    expect(LATE_INTEREST(36_500, due, on('2026-03-20'), '5 %')).toBe(50);
    expect(LATE_INTEREST(36_500, due, on('2026-03-20'), 5)).toMatch(/^⚠ annual_rate: 5 is not a share/);
  });

  it('calculates row by row, with days of grace and a method for all', () => {
    const balances = [[1000], [''], [-20], [1000]];
    const dues = [[due], [''], [due], [on('2026-04-09')]];
    expect(LATE_INTEREST(balances, dues, on('2026-04-10'), 0.18, '', 'monthly')).toEqual([[15], [''], [0], [0]]);
    expect(LATE_INTEREST(balances, dues, on('2026-04-10'), 0.18, 1, 'prorata')).toEqual([[15], [''], [0], [0]]);
  });

  it('names a bad cell in its own row only', () => {
    const dues = [[due], ['soon'], ['']];
    expect(LATE_INTEREST([[36_500], [5], [5]], dues, on('2026-03-20'), 0.05)).toEqual([
      [50],
      ["⚠ due_date, 2nd row: 'soon' is text, not a date"],
      ['⚠ due_date, 3rd row: the cell is empty'],
    ]);
    expect(LATE_INTEREST(5, due, on('2026-03-20'), '')).toBe('⚠ annual_rate: the cell is empty');
    expect(LATE_INTEREST(5, due, on('2026-03-20'), 0.05, 0, 'weekly')).toBe(
      "⚠ method: 'weekly' is not one of daily, monthly, prorata",
    );
  });
});

describe('LATE_COMPENSATION', () => {
  it('calculates row by row and names a regime it does not know', () => {
    expect(LATE_COMPENSATION([[1000], [''], [0]], [['IE'], ['IE'], ['uk']])).toEqual([[40], [''], [0]]);
    expect(LATE_COMPENSATION(1000, 'US')).toBe("⚠ regime: 'US' is not one of EU, UK, IE");
    expect(LATE_COMPENSATION(1000, '')).toBe('⚠ regime: the cell is empty');
    expect(LATE_COMPENSATION('1000', 'UK')).toBe("⚠ amount: '1000' is text, not a number");
  });
});

describe('DAYS_BEYOND_TERMS', () => {
  const due = [[on('2026-03-10')], [on('2026-03-10')], [on('2026-03-10')], ['']];
  const paid = [[on('2026-03-16')], [on('2026-03-06')], [''], ['']];

  it('without amounts is a column: early counts 0 unless signed, open invoices stay blank', () => {
    expect(DAYS_BEYOND_TERMS(due, paid)).toEqual([[6], [0], [''], ['']]);
    expect(DAYS_BEYOND_TERMS(due, paid, '', true)).toEqual([[6], [-4], [''], ['']]);
    expect(DAYS_BEYOND_TERMS(due, [['x'], [''], [''], ['']])).toEqual([
      ["⚠ paid_date, 1st row: 'x' is text, not a date"],
      [''],
      [''],
      [''],
    ]);
  });

  it('with amounts is one number weighted by them, open invoices and credit notes left out', () => {
    expect(DAYS_BEYOND_TERMS(due, paid, [[100], [300], [999], ['']])).toBe(1.5);
    expect(DAYS_BEYOND_TERMS(due, paid, [[100], [300], [999], ['']], true)).toBe(-1.5);
    expect(DAYS_BEYOND_TERMS(due, paid, [[100], [-300], [999], ['']])).toBe(6);
    expect(DAYS_BEYOND_TERMS(due, paid, 1)).toBe(3);
    expect(DAYS_BEYOND_TERMS([[on('2026-03-10')]], [[on('2026-03-16')]], [[50]])).toBe(6);
  });

  it('with amounts throws one error that names the first bad row of the argument and how many there are', () => {
    const amounts = [[100], [300], [5], ['']];
    expect(() => DAYS_BEYOND_TERMS([['10.3.'], ['#N/A'], [''], ['']], paid, amounts)).toThrow(
      "due_date, 1st row: '10.3.' is text, not a date (2 such cells)",
    );
    expect(() => DAYS_BEYOND_TERMS(due, paid, [[100], ['300 EUR'], [5], ['']])).toThrow(
      /^amount, 2nd row: '300 EUR' is text, not a number$/,
    );
    expect(() => DAYS_BEYOND_TERMS(due, paid, [[100], [300]])).toThrow('due_date has 4 rows and amount has 2');
    expect(() => DAYS_BEYOND_TERMS(due, paid, [[0], [-1], [5], ['']])).toThrow(/no paid invoice has an amount above 0/);
  });
});

describe('AVERAGE_DAYS_TO_PAY', () => {
  const issued = [[on('2026-01-01')], [on('2026-01-01')], [on('2026-01-01')], ['']];
  const paid = [[on('2026-01-31')], [on('2026-02-10')], [''], ['']];

  it('ignores open rows and weights by amount where there is one', () => {
    expect(AVERAGE_DAYS_TO_PAY(issued, paid)).toBe(35);
    expect(AVERAGE_DAYS_TO_PAY(issued, paid, [[300], [100], [7], ['']])).toBe(32.5);
    expect(AVERAGE_DAYS_TO_PAY(on('2026-01-01'), on('2026-01-31'))).toBe(30);
  });

  it('shows no dust', () => {
    expect(AVERAGE_DAYS_TO_PAY(issued, paid, [[0.1], [0.2], [7], ['']])).toBe(36.66666666667);
  });

  it('says so when nothing is paid, and names bad cells', () => {
    expect(() => AVERAGE_DAYS_TO_PAY(issued, [[''], [''], [''], ['']])).toThrow(/no invoice is paid yet/);
    expect(() => AVERAGE_DAYS_TO_PAY([[''], ['x'], ['y'], ['']], [[5e4], [5e4], [5e4], ['']])).toThrow(
      /^issue_date, 1st row: the cell is empty \(3 such cells\)$/,
    );
    expect(() => AVERAGE_DAYS_TO_PAY(issued, [[on('2026-01-31')]])).not.toThrow();
    expect(() => AVERAGE_DAYS_TO_PAY(issued, paid.slice(1))).toThrow('issue_date has 4 rows and paid_date has 3');
  });
});

describe('PAYMENT_SCORE', () => {
  it('stays within 20 and 100, keeps blank rows blank and names bad cells', () => {
    expect(PAYMENT_SCORE([[-400], [''], [400], ['late']])).toEqual([
      [100],
      [''],
      [20],
      ["⚠ days_beyond_terms, 4th row: 'late' is text, not a number"],
    ]);
    expect(PAYMENT_SCORE([[7.5]])).toBe(75);
  });

  it('never rises as payment gets later', () => {
    const days = fc.double({ min: -200, max: 300, noNaN: true });
    fc.assert(
      fc.property(days, fc.double({ min: 0, max: 100, noNaN: true }), (late, more) => {
        expect(Number(PAYMENT_SCORE(late + more))).toBeLessThanOrEqual(Number(PAYMENT_SCORE(late)));
      }),
    );
  });
});
