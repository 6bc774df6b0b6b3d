// Payment plans: instalments are kept in their turn by what comes in; one that is missed ends the plan, and the ladder goes on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endedPromises } from '../../../../src/dunning/decision/promise-endings';
import { promiseStandings } from '../../../../src/dunning/decision/promises';
import { Desk, day, type FactsChange, type InvoiceText, promise, said } from '../../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-10-26', amount: 900, open: 900 };
const DAYS = ['2026-11-13', '2026-12-11', '2027-01-15'] as const;
const PLAN = {
  recorded: day('2026-11-02'),
  amount: 300,
  currency: 'EUR',
  plan: 'Plan of 2 Nov 2026',
};
const rows = DAYS.map((on, index) => promise(on, { ...PLAN, row: 5 + index }));

/** The plan as it stands on a day with so much still open. */
function statesOn(date: string, open: number, change: FactsChange = { promises: rows }): string[] {
  const desk = new Desk();
  desk.plan('2026-11-02', [ONE], change);
  return promiseStandings(desk.facts(date, [{ ...ONE, open }], change)).map(({ state }) => state);
}

describe('the instalments of a plan', () => {
  it.each([
    ['2026-11-10', 900, ['open', 'open', 'open']],
    ['2026-11-12', 600, ['kept', 'open', 'open']],
    ['2026-11-20', 600, ['kept', 'open', 'open']],
    ['2026-11-20', 300, ['kept', 'kept', 'open']],
    ['2026-11-20', 0, ['kept', 'kept', 'kept']],
    ['2026-11-20', 800, ['partly kept', 'cancelled', 'cancelled']],
    ['2026-11-20', 900, ['broken', 'cancelled', 'cancelled']],
    ['2026-12-20', 600, ['kept', 'broken', 'cancelled']],
    ['2026-12-20', 500, ['kept', 'partly kept', 'cancelled']],
  ] as const)('on %s with %i open are %j', (date, open, states) => {
    expect(statesOn(date, open)).toEqual(states);
  });

  it('stay ended once one was written down as missed, although its money comes later', () => {
    const [first, ...later] = rows;
    if (!first) throw new Error('The plan has no first instalment.');
    const promises = [{ ...first, state: 'broken' as const }, ...later];
    expect(statesOn('2026-11-25', 600, { promises })).toEqual(['broken', 'cancelled', 'cancelled']);
  });

  it('of which one was cancelled by a person are judged without it', () => {
    const [first, second, third] = rows;
    if (!first || !second || !third) throw new Error('The plan has three instalments.');
    const promises = [first, { ...second, state: 'cancelled' as const }, third];
    expect(statesOn('2026-12-20', 600, { promises })).toEqual(['kept', 'cancelled', 'open']);
  });

  it('that stand in no order are taken by their days', () => {
    expect(statesOn('2026-12-20', 600, { promises: [...rows].reverse() })).toEqual(['cancelled', 'broken', 'kept']);
  });

  it('show each its own share of what came in', () => {
    const desk = new Desk();
    const change = { promises: rows };
    desk.plan('2026-11-02', [ONE], change);
    const standings = promiseStandings(desk.facts('2026-12-20', [{ ...ONE, open: 500 }], change));
    expect(standings.map(({ received }) => received)).toEqual([{ EUR: 30000 }, { EUR: 10000 }, {}]);
  });

  it('stop reminders until one is missed', () => {
    const desk = new Desk();
    const change = { promises: rows };
    desk.plan('2026-11-02', [ONE], change);
    const on = (date: string, open: number): string => said(desk.facts(date, [{ ...ONE, open }], change));
    expect(on('2026-11-25', 600)).toBe('blocked promised');
    expect(on('2026-11-25', 900)).not.toContain('promised');
  });

  it('fall away with a sentence of their own', () => {
    const desk = new Desk();
    const change = { promises: rows };
    desk.plan('2026-11-02', [ONE], change);
    const ended = endedPromises(desk.facts('2026-11-25', [ONE], change), 'ann@ourfirm.example');
    expect(ended.map(({ event }) => event.note)).toEqual([
      'The promise is broken.',
      'The instalment falls away: an earlier one of the plan was missed.',
      'The instalment falls away: an earlier one of the plan was missed.',
    ]);
  });

  it('never stand open behind one that was missed, and more money never makes a plan worse', () => {
    const rank = ['cancelled', 'broken', 'partly kept', 'open', 'kept'];
    const dates = fc.integer({ min: day('2026-11-03'), max: day('2027-02-15') });
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (on, one, other) => {
        const date = new Date(on * 86_400_000).toISOString().slice(0, 10);
        const less = statesOn(date, Math.max(one, other));
        const more = statesOn(date, Math.min(one, other));
        const missed = less.findIndex((state) => state === 'broken' || state === 'partly kept');
        if (missed >= 0) expect(less.slice(missed + 1)).not.toContain('open');
        expect(more.every((state, index) => rank.indexOf(state) >= rank.indexOf(less[index] ?? ''))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
