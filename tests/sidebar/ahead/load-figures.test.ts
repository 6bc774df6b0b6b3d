// The load of a team: by owner without a rank, minutes by kind, and where the time goes by size of account.
import { describe, expect, it } from 'vitest';
import { capacityInWords, hoursInWords } from '../../../src/sidebar/ahead/load';
import { accountClasses, loadOf } from '../../../src/sidebar/ahead/load-figures';
import { aheadOf } from '../../../src/sidebar/expected/ahead-book';
import { bookOfHabits, workOfTests } from './ahead-of-tests';

const ahead = aheadOf(
  bookOfHabits({
    Large: {
      late: 6,
      open: [
        [3, 800],
        [-20, 100],
      ],
    },
    Middle: { late: 6, open: [[3, 90]] },
    Small: { late: 6, open: [[3, 10]] },
    Dollar: { late: 0, open: [[3, 500]], currency: 'USD', every: 5 },
  }),
);
const customers = [
  { key: 'large', name: 'Large', owner: 'Zoe', isPerson: false },
  { key: 'middle', name: 'Middle', owner: 'Ann', isPerson: false },
  { key: 'small', name: 'Small', owner: '', isPerson: false },
  { key: 'dollar', name: 'Dollar', owner: 'Ann', isPerson: false },
];
const work = workOfTests({
  customers,
  coming: [
    ['large', 'email', 3],
    ['large', 'call', 1],
    ['small', 'task', 2],
    ['gone', 'email', 1],
  ],
  disputes: [['middle', 1]],
  kept: [
    ['large', 4, 3],
    ['small', 1, 0],
  ],
  oldest: [
    ['large', '2026-06-29'],
    ['middle', '2026-06-25'],
    ['dollar', '2026-06-26'],
  ],
});

describe('the load of a team', () => {
  const loads = loadOf(ahead, work);

  it('stands by name, what nobody has last, so that nobody is ranked', () => {
    expect(loads.map(({ owner }) => owner)).toEqual(['Ann', 'Zoe', '']);
    expect(loads.map(({ customers: number }) => number)).toEqual([2, 1, 1]);
  });

  it('holds what is too little to be asked for, as Today does, and nothing that is not ours to ask for', () => {
    const view = bookOfHabits({ Tiny: { late: 0, open: [[3, 0.04]] }, Ours: { late: 0, open: [[3, 70]] } });
    const [row = 0] = aheadOf(view).book.invoices.flatMap(({ customer, row: at, open }) =>
      customer === 'Ours' && open > 0 ? [at] : [],
    );
    const [load] = loadOf(aheadOf({ ...view, beside: [{ row, apart: 'Own company.' }] }), workOfTests({}));
    expect([load?.open, load?.overdue, load?.customers]).toEqual([{ EUR: 4 }, { EUR: 4 }, 1]);
  });

  it('adds up what is open and overdue by currency, and expects nothing where the forecast is silent', () => {
    const [ann, zoe] = loads;
    expect(ann?.open).toEqual({ EUR: 9_000, USD: 50_000 });
    expect(zoe?.open).toEqual({ EUR: 90_000 });
    expect(zoe?.overdue).toEqual({ EUR: 80_000 });
    expect(Object.keys(ann?.expected ?? {})).toEqual(['EUR']);
    const euros = ahead.currencies.find(({ currency }) => currency === 'EUR');
    const four = euros?.cash.weeks.slice(0, 4).reduce((sum, { expected }) => sum + expected, 0) ?? 0;
    const told = loads.reduce((sum, { expected }) => sum + (expected['EUR'] ?? 0), 0);
    expect(Math.abs(told - four)).toBeLessThan(3);
  });

  it('counts minutes by kind of work, what was done in time, and what waits longest', () => {
    const [ann, zoe, nobody] = loads;
    expect(zoe).toMatchObject({
      kinds: [
        { kind: 'email', number: 3, minutes: 3 },
        { kind: 'call', number: 1, minutes: 8 },
      ],
      ...{ minutes: 11, kept: { due: 4, done: 3 } },
    });
    expect(ann).toMatchObject({ minutes: 20, oldest: { customer: 'Middle', since: '2026-06-25' } });
    expect(nobody).toMatchObject({ minutes: 31, kept: { due: 1, done: 0 }, oldest: null });
    expect([7, 59, 60, 135].map(hoursInWords)).toEqual(['7 min', '59 min', '1.0 h', '2.3 h']);
  });

  it('says how full a week is by the time there is for collecting, not for what nobody has', () => {
    const [ann, , nobody] = loadOf(ahead, { ...work, weekMinutes: 16 });
    expect([ann?.capacity, nobody?.capacity]).toEqual([(ann?.minutes ?? 0) / 16, null]);
    expect(loadOf(ahead, { ...work, weekMinutes: 0 })[0]?.capacity).toBeNull();
    expect(capacityInWords(1.25, 1500)).toBe('125 % of the time for collecting (20.0 h): more than there is');
    expect(capacityInWords(0, 0)).toBe('0 % of the time for collecting');
  });

  it('holds the time of the large accounts against half of it', () => {
    const [a, b, c] = accountClasses(ahead, work);
    expect(a).toMatchObject({ name: 'A', customers: 2, open: { EUR: 90_000, USD: 50_000 }, minutes: 11, should: 0.5 });
    expect(b).toMatchObject({ name: 'B', customers: 1, minutes: 20 });
    expect(c).toMatchObject({ name: 'C', customers: 1, minutes: 31 });
    expect((a?.share ?? 0) + (b?.share ?? 0) + (c?.share ?? 0)).toBeCloseTo(1, 9);
    expect(accountClasses(ahead, workOfTests({ customers })).map(({ share }) => share)).toEqual([null, null, null]);
  });
});
