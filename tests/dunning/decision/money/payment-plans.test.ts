// Payment plans: instalments are kept in their turn by what comes in; one that is missed ends the plan, and the ladder goes on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PromiseToPay } from '../../../../src/dunning/decision/facts';
import { liftedStops } from '../../../../src/dunning/decision/lifted-stops';
import { endedPromises } from '../../../../src/dunning/decision/promise-endings';
import { promiseStandings } from '../../../../src/dunning/decision/promises';
import { standingStops } from '../../../../src/dunning/history/stops';
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

  /** The states of a day, when the plan was noted as it stood and may have been written otherwise since. */
  const statesOf = (
    date: string,
    lines: readonly InvoiceText[],
    before: readonly InvoiceText[],
    change: FactsChange,
  ) => {
    const desk = new Desk();
    desk.plan('2026-11-02', before, change);
    return promiseStandings(desk.facts(date, lines, change)).map(({ state }) => state);
  };
  const [first, second, third] = rows as [PromiseToPay, PromiseToPay, PromiseToPay];

  it('whose row stands there twice count once', () => {
    const promises = [...rows, { ...first, row: 9 }];
    expect(statesOn('2026-11-20', 600, { promises })).toEqual(['kept', 'open', 'open', 'kept']);
  });

  it('of which one was written anew on the day its money came leave the others what they are', () => {
    const desk = new Desk();
    desk.plan('2026-11-02', [ONE], { promises: rows });
    const promises = rows.map((one, at) => (at === 0 ? { ...one, invoice: '1', state: 'kept' as const } : one));
    const on = (date: string) => promiseStandings(desk.facts(date, [{ ...ONE, open: 600 }], { promises }));
    expect(on('2026-11-20').map(({ state }) => state)).toEqual(['kept', 'open', 'open']);
  });

  it('whose row stands there twice count once, also where one of the two names the invoice', () => {
    const promises = [...rows, { ...first, row: 9, invoice: '1' }];
    expect(statesOn('2026-11-20', 600, { promises })).toEqual(['kept', 'open', 'open', 'kept']);
  });

  it('are kept by money in the currency of each', () => {
    const usd = { ...ONE, no: '2', currency: 'USD' };
    const change = { promises: [first, { ...second, currency: 'USD' }, third] };
    const on = (eur: number, other: number) =>
      statesOf(
        '2026-12-20',
        [
          { ...ONE, open: eur },
          { ...usd, open: other },
        ],
        [ONE, usd],
        change,
      );
    expect(on(600, 600)).toEqual(['kept', 'kept', 'open']);
    expect(on(300, 900)).toEqual(['kept', 'broken', 'kept']);
  });

  it('that each name an invoice of their own are kept by what came on all of them', () => {
    const lines = ['1', '2'].map((no) => ({ ...ONE, no, amount: 300, open: 300 }));
    const promises = [first, second].map((one, index) => ({ ...one, invoice: `${index + 1}` }));
    const settled = lines.map((line) => ({ ...line, open: 0 }));
    expect(statesOf('2026-12-20', settled, lines, { promises })).toEqual(['kept', 'kept']);
    const parts = promises.map((one) => ({ ...one, amount: 200 }));
    const left = lines.map((line) => ({ ...line, open: 100 }));
    expect(statesOf('2026-12-20', left, lines, { promises: parts })).toEqual(['kept', 'kept']);
  });

  it('of which one names no customer, but the invoice, stay one plan', () => {
    const promises = rows.map((one, at) => ({ ...one, invoice: '1', ...(at === 1 ? { customerKey: '' } : {}) }));
    expect(statesOn('2026-11-20', 600, { promises })).toEqual(['kept', 'open', 'open']);
  });

  it('written anew after the first was kept ask no second time for its money', () => {
    const desk = new Desk();
    desk.plan('2026-11-02', [ONE], { promises: rows });
    const promises = rows.map((one, at) => ({ ...one, invoice: '1', ...(at === 0 ? { state: 'kept' as const } : {}) }));
    desk.plan('2026-11-20', [{ ...ONE, open: 600 }], { promises });
    const on = (open: number) => promiseStandings(desk.facts('2026-12-20', [{ ...ONE, open }], { promises }));
    expect(on(300).map(({ state }) => state)).toEqual(['kept', 'kept', 'open']);
  });

  it.each([
    ['after it was kept', 300, ['open', 'open']],
    ['and the next one came in too', 600, ['kept', 'open']],
  ])('of which the first was deleted %s are kept by their own money alone', (_, came, states) => {
    const desk = new Desk();
    desk.plan('2026-11-02', [ONE], { promises: rows });
    const kept = desk.facts('2026-11-12', [{ ...ONE, open: 600 }], { promises: rows });
    desk.append(
      '2026-11-12',
      endedPromises(kept, 'plan').map(({ event }) => event),
    );
    const change = { promises: [second, third] };
    const on = (date: string, open: number) =>
      promiseStandings(desk.facts(date, [{ ...ONE, open }], change)).map(({ state }) => state);
    expect(on('2026-11-20', 900 - came)).toEqual(states);
    // Written anew on its day it takes its share once.
    const anew = { promises: [{ ...first, invoice: '1', state: 'kept' as const }, second, third] };
    const standing = promiseStandings(desk.facts('2026-11-20', [{ ...ONE, open: 300 }], anew));
    expect(standing.map(({ state }) => state)).toEqual(['kept', 'kept', 'open']);
  });

  it.each([
    ['and told of at once', true],
    ['in the tab, with the next in the same hour', false],
  ])(
    'agreed anew with the same days and amounts, the old ones ended %s, are not kept by what came before',
    (_, isTold) => {
      const desk = new Desk();
      desk.plan('2026-11-02', [ONE], { promises: rows });
      const left = [{ ...ONE, open: 600 }];
      const ended = rows.map((one) => ({ ...one, state: 'cancelled' as const }));
      if (isTold)
        desk.append(
          '2026-11-10',
          liftedStops(desk.facts('2026-11-10', left, { promises: ended }), standingStops(desk.events)),
        );
      const again = [second, third].map((one) => ({
        ...one,
        row: one.row + 9,
        plan: 'Anew',
        recorded: day('2026-11-10'),
      }));
      const change = { promises: [...ended, ...again] };
      desk.plan('2026-11-10', left, change);
      expect(
        promiseStandings(desk.facts('2026-12-10', left, change))
          .map(({ state }) => state)
          .slice(3),
      ).toEqual(['open', 'open']);
    },
  );

  it('that lack no more than nobody is asked for are kept', () => {
    expect(statesOn('2026-11-20', 600.5, { promises: rows, settings: { tolerance: 1 } })).toEqual([
      'kept',
      'open',
      'open',
    ]);
    expect(statesOn('2026-11-20', 601.5, { promises: rows, settings: { tolerance: 1 } })[0]).toBe('partly kept');
  });

  it.each([
    ['before they were agreed leaves them', true, 'open'],
    ['after they were agreed breaks them', false, 'broken'],
  ])('a debit that came back that day %s', (_, isFirst, state) => {
    const desk = new Desk();
    const back = () =>
      desk.history.payments.returned.set('acme|1', { line: 'B-1', reason: 'no-funds', on: day('2026-11-02') });
    if (isFirst) back();
    desk.plan('2026-11-02', [ONE], { promises: rows });
    if (!isFirst) back();
    expect(promiseStandings(desk.facts('2026-11-03', [ONE], { promises: rows }))[0]?.state).toBe(state);
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
