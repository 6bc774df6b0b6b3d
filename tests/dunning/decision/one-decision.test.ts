// One list of rules for every anchor: what stops a stage stops a promise, a discount and a statement, but where a rule says otherwise.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { explainerOf } from '../../../src/dunning/decision/explain';
import type { Facts } from '../../../src/dunning/decision/facts';
import { customerEvent } from '../../../src/dunning/history/events';
import {
  customer,
  Desk,
  day,
  decisionOf,
  dispute,
  type FactsChange,
  factsOn,
  hold,
  type InvoiceText,
  ladder,
  promise,
  proposalOf,
  said,
} from '../../builders/dunning-facts';

const SMB = { segment: 'Delinquent SMB' };
const ONE: InvoiceText = { no: '1', due: '2026-10-26', open: 1000 };
const TINY: InvoiceText = { no: 'tiny', due: '2026-10-20', open: 0.5 };

/** The facts of a day after the promises were noted when they were made. */
function later(date: string, lines: readonly InvoiceText[], change: FactsChange): Facts {
  const desk = new Desk();
  desk.plan('2026-11-02', lines, change);
  return desk.facts(date, lines, change);
}

/** What the day proposes: the text and the invoices on it. */
function proposed(facts: Facts): string[] {
  return decide(facts).proposals.map(
    ({ template, lines }) => `${template} ${lines.map(({ invoice }) => invoice).join('+')}`,
  );
}

describe('a promise', () => {
  const promises = [promise('2026-11-05', { recorded: day('2026-11-02') })];
  const BEFORE = '2026-11-03';
  const AFTER = '2026-11-10';

  it.each([BEFORE, AFTER])('about less than the minimum brings no word: on %s it is not chased either', (date) => {
    const facts = later(date, [{ ...ONE, open: 30 }], { ...SMB, promises, settings: { minimums: { EUR: 500 } } });
    expect(proposed(facts)).toEqual([]);
    expect(said(facts)).toBe('not-chased below-minimum');
  });

  it.each([
    [BEFORE, 'Promise reminder 1'],
    [AFTER, 'Promise missed 1'],
  ])('does not ask for a balance within the tolerance beside others (on %s)', (date, words) => {
    const facts = later(date, [TINY, ONE], { ...SMB, promises, settings: { tolerance: 1 } });
    expect(proposed(facts)).toEqual([words]);
    expect(said(facts, 'tiny')).toBe('not-chased below-minimum');
  });

  it('is not reminded of while a promise of the same customer cannot be read', () => {
    const unreadable = promise('2026-11-05', { row: 9, unreadable: 'the day is no date' });
    const facts = later(BEFORE, [ONE], { ...SMB, promises: [...promises, unreadable] });
    expect(proposed(facts)).toEqual([]);
  });

  it('is explained by the rules: they all hold for the missed one that decides', () => {
    const facts = later(AFTER, [ONE], { ...SMB, promises });
    const decision = decisionOf(facts, '1');
    const rules = explainerOf(facts).rulesOf(decision);
    expect(rules.filter(({ holds }) => !holds)).toEqual([]);
    expect(rules[rules.length - 1]?.message).toContain('The payment promised for Thu 5 Nov is missing');
    expect(rules.map(({ rule }) => rule)).not.toContain('There is a next step');
    expect(explainerOf(facts).besideOf(decision)).toEqual([]);
  });

  it('that is reminded of before its day is explained beside the ladder, which it stops', () => {
    const facts = later(BEFORE, [ONE], { ...SMB, promises });
    const decision = decisionOf(facts, '1');
    const explainer = explainerOf(facts);
    expect(explainer.rulesOf(decision).some(({ rule, holds }) => rule === 'No promise is running' && !holds)).toBe(
      true,
    );
    const [beside] = explainer.besideOf(decision);
    expect(beside?.step).toBe('A payment is promised for Thu 5 Nov.');
    expect(beside?.rules.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('says by which rule it brings no word', () => {
    const facts = later(AFTER, [ONE], { ...SMB, promises, holds: [hold({ invoice: '1' })] });
    const [beside] = explainerOf(facts).besideOf(decisionOf(facts, '1'));
    expect(beside?.rules.filter(({ holds }) => !holds).map(({ message }) => message)).toEqual([
      'Paused until a person ends it.',
    ]);
  });
});

describe('a discount', () => {
  it('on a balance within the tolerance is not spoken of', () => {
    const change: FactsChange = { policy: ladder('Any', [[-3, 'neutral', { anchor: 'discount' }]]) };
    const line: InvoiceText = { no: '1', due: '2026-12-01', issued: '2026-11-01', terms: '2/10 net 30', open: 0.5 };
    expect(proposed(factsOn('2026-11-09', [line], change))).toHaveLength(1);
    expect(proposed(factsOn('2026-11-09', [line], { ...change, settings: { tolerance: 1 } }))).toEqual([]);
  });
});

describe('a statement', () => {
  const change: FactsChange = {
    segment: 'Timely large',
    policy: ladder('Timely large', [[0, 'neutral', { anchor: 'month', template: 'Statement' }]]),
  };

  it('asks for nothing, so it goes out below the minimum and where credits cover all', () => {
    const small = { ...change, settings: { minimums: { EUR: 5000 } } };
    expect(proposed(factsOn('2026-11-02', [ONE], small))).toEqual(['Statement 1']);
    const credit: InvoiceText = { no: 'C', due: '2026-10-27', open: -2000 };
    expect(proposed(factsOn('2026-11-02', [ONE, credit], change))).toEqual(['Statement 1+C']);
  });

  it('shows what is held, disputed or within the tolerance, and is led by what may be spoken of', () => {
    const lines = [TINY, { ...ONE, no: 'held' }, { ...ONE, no: 'disputed' }, ONE];
    const facts = factsOn('2026-11-02', lines, {
      ...change,
      holds: [hold({ invoice: 'held' })],
      disputes: [dispute('disputed')],
      settings: { tolerance: 1 },
    });
    expect(proposed(facts)).toEqual(['Statement tiny+1+disputed+held']);
    expect(proposalOf(facts).leadKey).toBe('acme|1');
  });

  it('that was sent today is why no second one goes, in words', () => {
    const desk = new Desk();
    desk.plan('2026-11-02', [ONE], change);
    desk.carryOut('2026-11-02');
    const again = {
      ...change,
      policy: [...(change.policy ?? []), ...ladder('Timely large', [[0, 'neutral', { anchor: 'month', stage: 2 }]])],
    };
    const facts = desk.facts('2026-11-02', [ONE], again);
    const [beside] = explainerOf(facts).besideOf(decisionOf(facts, '1'));
    expect(beside?.rules.find(({ holds }) => !holds)?.message).toBe('They heard from us today: one mail a day.');
  });
});

describe('what a mail shows beside what it asks for', () => {
  const CREDIT: InvoiceText = { no: 'C', due: '2026-10-01', open: -200 };

  it('is a credit, whatever stops asking for it', () => {
    const facts = factsOn('2026-11-10', [ONE, CREDIT], { ...SMB, holds: [hold({ invoice: 'C' })] });
    expect(proposalOf(facts).lines.map(({ invoice }) => invoice)).toEqual(['C', '1']);
  });

  it('is what is in open dispute, promised or not, but nothing that is held, promised alone or cannot be read', () => {
    const others = ['disputed', 'both', 'held', 'promised', 'unread'].map((no): InvoiceText => ({ ...ONE, no }));
    const facts = factsOn('2026-11-10', [ONE, ...others.slice(0, 4), { ...ONE, no: 'unread', unreadable: ['Paid'] }], {
      ...SMB,
      disputes: [dispute('disputed'), dispute('both')],
      holds: [hold({ invoice: 'held' })],
      promises: ['both', 'promised'].map((invoice, index) => promise('2026-11-20', { invoice, row: index + 2 })),
    });
    expect(proposalOf(facts).lines.map(({ invoice }) => invoice)).toEqual(['1', 'both', 'disputed']);
  });

  it('is what was paid too much on an invoice that was handed over, on a reminder and on a statement', () => {
    const desk = new Desk();
    desk.append('2026-10-30', [customerEvent('handed-over', customer('Acme'), 'ann', '', { keys: ['acme|C'] })]);
    const policy = [
      ...ladder('Delinquent SMB', [[0, 'neutral', { anchor: 'month' }]]),
      ...ladder('Delinquent SMB', [[30, 'friendly', { stage: 2 }]]),
    ];
    for (const date of ['2026-11-02', '2026-12-01'])
      expect(
        proposalOf(desk.facts(date, [ONE, CREDIT], { ...SMB, policy })).lines.map(({ invoice }) => invoice),
      ).toEqual(['C', '1']);
  });
});
