// Which past days are kept and which can be rebuilt, and what the pictures say of them.
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import { dayFigures } from '../../../src/receivables/figures/day-figures';
import { isKept, monthEndsBefore } from '../../../src/receivables/figures/kept-days';
import { monthCover } from '../../../src/receivables/figures/month-cover';
import { picturesOf } from '../../../src/receivables/figures/pictures';
import { type FiguresBook, pointAt, REBUILT } from '../../../src/receivables/figures/points';
import { ceiInWords, dayOfDsoInWords, wholeMoney } from '../../../src/receivables/figures/sentences';
import type { InvoiceRow } from '../../../src/receivables/invoice';
import { invoiceRow, on } from '../invoice-rows';

const asOf = on('2026-11-27');

/** Six invoices a month from January on, each paid 40 days after its issue; from October on none. */
function book(differs: Partial<InvoiceRow> = {}): InvoiceRow[] {
  return monthEndsBefore(on('2026-12-01'), 11)
    .reverse()
    .flatMap((end, month) =>
      Array.from({ length: 6 }, (_, at) => {
        const issued = end - 27 + 4 * at;
        const paidOn = month < 9 ? issued + 40 : null;
        const number = `R-${month * 6 + at + 101}`;
        return invoiceRow({
          invoice: number,
          issued,
          due: issued + 30,
          amount: 1000,
          paidOn,
          customer: `C${at}`,
          ...differs,
        });
      }),
    );
}

function figuresBook(rows: readonly InvoiceRow[], differs: Partial<FiguresBook> = {}): FiguresBook {
  return {
    ...{
      rows,
      asOf,
      currency: 'EUR',
      hasPaymentDates: true,
      disputedOf: null,
      history: [],
      cover: monthCover(rows, asOf),
    },
    ...{ segmentOf: () => 'Timely', nameOf: ({ customer }: InvoiceRow) => customer },
    ...differs,
  };
}

describe('the days that AR History keeps', () => {
  it('are all of 60 days, week ends of 104 weeks, and month ends', () => {
    const kept = (iso: string): boolean => isKept(on(iso), asOf);
    expect(kept('2026-09-28')).toBe(true);
    expect(kept('2026-09-26')).toBe(false);
    expect(kept('2026-09-27')).toBe(true);
    expect(kept('2024-12-01')).toBe(true);
    expect(kept('2024-11-24')).toBe(false);
    expect(kept('2020-02-29')).toBe(true);
  });
});

describe('a past month', () => {
  it('can be rebuilt where its invoices and those of the month before are there, settled ones among them', () => {
    const cover = monthCover(book(), asOf);
    expect(cover(on('2026-05-31'))).toBe('');
    expect(cover(on('2026-01-31'))).toBe('The table holds no invoices of December 2025.');
  });

  it('needs settled invoices among its own as soon as they are long due, and some of the table before', () => {
    expect(monthCover(book(), asOf)(on('2026-10-31'))).toBe('');
    expect(monthCover(book(), asOf + 60)(on('2026-10-31'))).toBe(
      'The table holds no settled invoices of October 2026.',
    );
    const openOnly = book().filter(({ paidOn }) => paidOn === null);
    expect(monthCover(openOnly, asOf)(on('2026-10-31'))).toBe('The table holds no settled invoices of October 2026.');
  });

  it('cannot where the numbers show that most of it is gone', () => {
    const gone = book().filter(({ invoice }) => !['R-120', 'R-121', 'R-122'].includes(invoice));
    expect(monthCover(gone, asOf)(on('2026-04-30'))).toBe('The table holds 3 of about 6 invoices of April 2026.');
  });

  it('cannot where it has far fewer than the fullest months, when numbers do not run on', () => {
    const random = book().map((one, at) => ({ ...one, invoice: `X${(at * 7919) % 100_003}` }));
    const gone = random.filter(({ issued }, at) => (issued ?? 0) > on('2026-04-30') || at % 3 === 0);
    expect(monthCover(gone, asOf)(on('2026-04-30'))).toMatch(/^The table holds 2 of about 6 invoices of/);
  });

  it('without an invoice can where numbers run on over it, nothing was invoiced since, or the book never has many', () => {
    const without = (months: string[], rows = book()): InvoiceRow[] =>
      rows.filter(({ issued }) => !months.includes(isoOf(issued ?? 0).slice(0, 7)));
    const april = (rows: readonly InvoiceRow[]): string => monthCover(rows, asOf)(on('2026-04-30'));
    const gone = 'The table holds no invoices of April 2026.';
    expect(april(without(['2026-04']))).toBe(gone);
    const renumbered = without(['2026-04']).map((one, at) => ({ ...one, invoice: `R-${at + 101}` }));
    expect(april(renumbered)).toBe('');
    const unnumbered = without(['2026-04']).map((one, at) => ({ ...one, invoice: `X${(at * 7919) % 100_003}y` }));
    expect(april(unnumbered)).toBe(gone);
    expect(april(unnumbered.filter((_, at) => at % 3 === 0))).toBe('');
    expect(monthCover(without(['2026-10', '2026-11']), asOf)(on('2026-10-31'))).toBe('');
  });

  it('before the first invoice can, and so can the first month, where numbers begin at 1 and do not each year or month', () => {
    const numbered = (name: (at: number) => string): ((iso: string) => string) => {
      const cover = monthCover(
        book().map((one, at) => ({ ...one, invoice: name(at + 1) })),
        asOf,
      );
      return (iso) => cover(on(iso));
    };
    const gone = 'The table holds no invoices of December 2025.';
    for (const from1 of [(at: number) => `R-${at}`, (at: number) => String(at).padStart(5, '0')])
      expect(['2025-12-31', '2026-01-31'].map(numbered(from1))).toEqual(['', '']);
    // Invoices of the year before may be gone: those of this year begin anew in January, or each month.
    for (const anew of [(at: number) => `2026-${at}`, (at: number) => `26/${at}`, (at: number) => `2026-01-${at}`])
      expect(['2025-12-31', '2026-01-31'].map(numbered(anew))).toEqual([gone, gone]);
    const fromMay = book().filter(({ issued }) => (issued ?? 0) > on('2026-04-30'));
    const ofYear = monthCover(
      fromMay.map((one, at) => ({ ...one, invoice: `2026-${at + 1}` })),
      asOf,
    );
    expect([ofYear(on('2026-04-30')), ofYear(on('2026-05-31'))]).toEqual(['', '']);
  });

  it('cannot where most payments have no date', () => {
    const cover = monthCover(book({ paidOn: null, status: 'paid' }), asOf);
    expect(cover(on('2026-05-31'))).toBe('Of 6 settled invoices of May 2026 0 have a date of payment.');
  });
});

describe('a point of a picture', () => {
  it('is what was lived where AR History tells, even where the table says otherwise today', () => {
    const rows = book();
    const day = on('2026-05-31');
    const [line] = dayFigures({ rows, hasPaymentDates: true, disputedOf: null }, day);
    if (!line) throw new Error('nothing was open');
    const lived = figuresBook(rows, { history: [{ ...line, open: 77 }] });
    expect(pointAt(lived, day)).toMatchObject({ isRebuilt: false, figures: { open: 77 } });
    expect(pointAt(figuresBook(rows), day)).toMatchObject({ isRebuilt: true, figures: { open: line.open } });
    const rebuilt = figuresBook(rows, { history: [{ ...line, rebuilt: REBUILT }] });
    expect(pointAt(rebuilt, day).isRebuilt).toBe(true);
  });

  it('is blank with the reason where nothing can be said', () => {
    expect(pointAt(figuresBook(book()), on('2025-12-31'))).toMatchObject({
      figures: null,
      why: 'The table holds no invoices of December 2025.',
    });
    expect(pointAt(figuresBook(book(), { hasPaymentDates: false }), on('2026-05-31')).why).toMatch(
      /no dates of payment/,
    );
  });
});

describe('the pictures', () => {
  const of = (id: string, rows = book()) => {
    const found = picturesOf(figuresBook(rows), rows, [{ on: on('2026-10-05'), isKept: true }]).find(
      (one) => one.id === id,
    );
    if (!found) throw new Error(`no picture ${id}`);
    return found;
  };

  it('show of what a month billed the share still open after 30 days, and nothing before all of it is so old', () => {
    // Paid 40 days after issue is 10 days past due: nothing is open at 30. October's are open, and not so old yet.
    const rows = of('cohorts').rows.map(({ label, values }) => [label, values[0]]);
    expect(rows.slice(-4)).toEqual([
      ['Jul 2026', 0],
      ['Aug 2026', 0],
      ['Sep 2026', 0],
      ['Oct 2026', null],
    ]);
    const late = book().map((one) =>
      one.paidOn === null ? one : { ...one, paidOn: one.paidOn + (one.customer === 'C0' ? 60 : 0) },
    );
    expect(of('cohorts', late).rows.find(({ label }) => label === 'Jul 2026')?.values[0]).toBeCloseTo(1 / 6, 10);
  });

  it('mark what was rebuilt, and never today', () => {
    const { rows } = of('overdue-weeks');
    expect(rows).toHaveLength(13);
    expect(rows[rows.length - 1]?.isRebuilt).toBeUndefined();
    expect(rows.some(({ isRebuilt }) => isRebuilt)).toBe(true);
  });

  it('name the ten who owe most, and count promises by the month of their day', () => {
    expect(of('debtors').rows).toHaveLength(6);
    expect(of('promises').rows.find(({ label }) => label === 'Oct 2026')?.values).toEqual([1, 0]);
  });

  it('say that the sum of best possible DSO and ADD is DSO, each month', () => {
    for (const { values } of of('days').rows) {
      const [dso, best, add] = values;
      if (typeof dso === 'number') expect(Number(best) + Number(add)).toBeCloseTo(dso, 8);
    }
  });
});

describe('figures in words', () => {
  it('never leave CEI without its sentence', () => {
    expect(ceiInWords(0.5592948, 'this month so far')).toBe('56 % of what could be collected was, this month so far.');
    expect(ceiInWords(null, 'this month so far')).toBe('');
  });

  it('say what a day of DSO is worth', () => {
    expect(dayOfDsoInWords({ sales90: 111_600_000, currency: 'EUR' })).toBe(
      'One day of DSO is worth 12,400 EUR at today’s sales.',
    );
    expect(dayOfDsoInWords({ sales90: null, currency: 'EUR' })).toBe('');
    expect([wholeMoney(1_240_049, 'EUR'), wholeMoney(12_400, 'JPY'), wholeMoney(1_999_500, 'KWD')]).toEqual([
      '12,400 EUR',
      '12,400 JPY',
      '2,000 KWD',
    ]);
    expect(isoOf(asOf)).toBe('2026-11-27');
  });
});
