// Statements, discounts and words about a promise: about which invoices, to whom, and how often.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { customerEvent, type NewEvent } from '../../../src/dunning/history/events';
import { foldHistory } from '../../../src/dunning/history/history';
import { isoOf } from '../../../src/receivables/day';
import {
  customer,
  Desk,
  day,
  decisionOf,
  dispute,
  type FactsChange,
  hold,
  type InvoiceText,
  ladder,
  promise,
} from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-10-26', open: 1000 };
const CREDIT: InvoiceText = { no: 'C', due: '2026-10-26', open: -2000 };
const HANDED_OVER: NewEvent = customerEvent('handed-over', customer('Acme'), 'ann@ourfirm.example', '', {
  keys: ['acme|1'],
});

/** Plans each day of a span up to three times, as the hourly run does, and carries out what waits. */
function told(
  desk: Desk,
  [from, to]: readonly [string, string],
  lines: readonly InvoiceText[],
  change: FactsChange | ((date: string) => FactsChange),
): string[] {
  const words: string[] = [];
  for (let at = day(from); at <= day(to); at += 1) {
    const date = isoOf(at);
    for (let hour = 0; hour < 3; hour += 1) {
      desk.plan(date, lines, typeof change === 'function' ? change(date) : change);
      if (desk.history.waiting.size === 0) break;
      const { template, lines: listed } = desk.carryOut(date);
      words.push(`${date} ${template} ${listed.map(({ invoice }) => invoice).join('+')}`);
    }
  }
  return words;
}

describe('the statement of the month', () => {
  const FIRST_WEEK = ['2026-11-02', '2026-11-06'] as const;
  const LARGE: FactsChange = { segment: 'Timely large', policy: [] };
  const statement = ladder('Timely large', [[0, 'neutral', { anchor: 'month', template: 'Statement' }]]);

  it.each<[string, FactsChange, InvoiceText]>([
    ['disputed', { disputes: [dispute('1')] }, ONE],
    ['on hold', { holds: [hold({ invoice: '1' })] }, ONE],
    ['promised', { promises: [promise('2026-11-20', { recorded: day('2026-10-28') })] }, ONE],
    ['within the tolerance', { settings: { tolerance: 1 } }, { ...ONE, open: 0.5 }],
    ['not readable', {}, { ...ONE, unreadable: ['Paid'] }],
  ])('does not go out where everything is %s', (_, change, line) => {
    expect(told(new Desk(), FIRST_WEEK, [line], { ...LARGE, policy: statement, ...change })).toEqual([]);
  });

  it('does not go out about what was handed over, nor lists it', () => {
    const desk = new Desk();
    desk.append('2026-10-30', [HANDED_OVER]);
    const young: InvoiceText = { no: '2', due: '2026-12-01', open: 300 };
    const change = { ...LARGE, policy: statement };
    expect(told(desk, FIRST_WEEK, [ONE], change)).toEqual([]);
    expect(told(desk, FIRST_WEEK, [ONE, young], change)).toEqual(['2026-11-02 Statement 2']);
  });

  it('does not follow a reminder on the same day, nor a reminder the statement', () => {
    const policy = [...statement, ...ladder('Timely large', [[2, 'friendly', { stage: 2, template: 'Friendly' }]])];
    const change = { ...LARGE, policy };
    expect(told(new Desk(), FIRST_WEEK, [ONE], change)).toEqual(['2026-11-02 Friendly 1', '2026-11-03 Statement 1']);
    const later: InvoiceText = { ...ONE, due: '2026-11-01' };
    const desk = new Desk();
    expect(told(desk, ['2026-11-02', '2026-11-02'], [later], change)).toEqual(['2026-11-02 Statement 1']);
    const due: InvoiceText = { ...ONE, due: '2026-10-31' };
    expect(desk.plan('2026-11-02', [due], change)).toEqual([]);
    expect(decisionOf(desk.facts('2026-11-02', [due], change), '1').reasons[0]?.message).toContain(
      'Another mail went out to them today: one mail a day.',
    );
    expect(told(desk, ['2026-11-03', '2026-11-03'], [due], change)).toEqual(['2026-11-03 Friendly 1']);
  });

  it('goes out once a month, though the customer counts under another name since', () => {
    const desk = new Desk();
    const change = { ...LARGE, policy: statement };
    desk.plan('2026-11-02', [{ ...ONE, customer: 'Bcme' }], change);
    desk.carryOut('2026-11-02', '', 'bcme');
    const history = foldHistory(desk.events, new Map([['bcme', 'acme']]));
    const facts = { ...desk.facts('2026-11-04', [{ ...ONE, key: 'bcme|1' }], change), history };
    expect(decide(facts).proposals).toEqual([]);
  });
});

describe('a discount', () => {
  it('is not spoken of where the row cannot be read', () => {
    const line: InvoiceText = { no: '1', due: '2026-12-01', issued: '2026-11-01', terms: '2/10 net 30', open: 1000 };
    const change: FactsChange = { policy: ladder('Any', [[-3, 'neutral', { anchor: 'discount' }]]) };
    const span = ['2026-11-09', '2026-11-09'] as const;
    expect(told(new Desk(), span, [line], change)).toHaveLength(1);
    expect(told(new Desk(), span, [{ ...line, unreadable: ['Paid'] }], change)).toEqual([]);
  });
});

describe('a promise', () => {
  const CHANGE: FactsChange = {
    segment: 'Delinquent SMB',
    promises: [promise('2026-11-05', { recorded: day('2026-11-02') })],
  };
  const noted = (): Desk => {
    const desk = new Desk();
    desk.plan('2026-11-02', [ONE], CHANGE);
    return desk;
  };
  const BEFORE = ['2026-11-03', '2026-11-03'] as const;
  const AFTER = ['2026-11-10', '2026-11-10'] as const;

  it.each([
    ['before its day', BEFORE],
    ['after it', AFTER],
  ])('is not spoken of %s where its invoice was handed over, cannot be read or is covered by credits', (_, span) => {
    expect(told(noted(), span, [ONE], CHANGE)).toHaveLength(1);
    const away = noted();
    away.append('2026-11-03', [HANDED_OVER]);
    expect(told(away, span, [ONE], CHANGE)).toEqual([]);
    expect(told(noted(), span, [{ ...ONE, unreadable: ['Paid'] }], CHANGE)).toEqual([]);
    expect(told(noted(), span, [ONE, CREDIT], CHANGE)).toEqual([]);
  });

  it.each([null, 100])(
    'of several invoices for one day is one word before it and one after (amount %s each)',
    (amount) => {
      const numbers = ['1', '2', '3', '4'];
      const lines = numbers.map((no): InvoiceText => ({ ...ONE, no, open: 100 }));
      const promises = numbers.map((invoice, index) =>
        promise('2026-11-13', { row: index + 2, invoice, amount, recorded: day('2026-11-02') }),
      );
      const words = told(new Desk(), ['2026-11-02', '2026-11-27'], lines, { segment: 'Delinquent SMB', promises });
      expect(words.filter((one) => one.includes('Promise'))).toEqual([
        '2026-11-11 Promise reminder 1+2+3+4',
        '2026-11-18 Promise missed 1+2+3+4',
      ]);
    },
  );

  it('that was missed is not asked about again because its amount is corrected', () => {
    const of = (amount: number): FactsChange => ({
      ...CHANGE,
      promises: [promise('2026-11-05', { amount, currency: 'EUR', state: 'broken' })],
    });
    const words = told(new Desk(), ['2026-11-10', '2026-11-20'], [ONE], (date) => of(date < '2026-11-13' ? 1000 : 900));
    expect(words.filter((one) => one.includes('Promise missed'))).toEqual(['2026-11-10 Promise missed 1']);
  });

  it('that was missed is not asked about again under another spelling of the customer', () => {
    const desk = new Desk();
    const of = (customerKey: string): FactsChange => ({
      ...CHANGE,
      promises: [promise('2026-11-05', { customerKey, recorded: day('2026-11-02') })],
    });
    const other: InvoiceText = { ...ONE, customer: 'Bcme' };
    desk.plan('2026-11-02', [other], of('bcme'));
    desk.plan('2026-11-10', [other], of('bcme'));
    expect(desk.carryOut('2026-11-10', '', 'bcme').template).toBe('Promise missed');
    const history = foldHistory(desk.events, new Map([['bcme', 'acme']]));
    const now: InvoiceText = { ...ONE, key: 'bcme|1' };
    const later = { ...desk.facts('2026-11-16', [now], of('acme')), history };
    expect(decide(later).proposals.map(({ template }) => template)).toEqual(['Friendly']);
  });

  it('that names a number only is not asked of one customer with the invoice of another', () => {
    const promises = [promise('2026-11-05', { customerKey: '', invoice: '1', recorded: day('2026-11-02') })];
    const both = [ONE, { ...ONE, no: '1', customer: 'Beta' }];
    const desk = new Desk();
    desk.plan('2026-11-02', both, { ...CHANGE, promises });
    desk.plan('2026-11-10', both, { ...CHANGE, promises });
    expect([...desk.history.waiting.keys()].sort()).toEqual(['acme', 'beta']);
    for (const [key, { facts }] of desk.history.waiting)
      expect(facts.lines.map((line) => line.key)).toEqual([`${key}|1`]);
  });
});
