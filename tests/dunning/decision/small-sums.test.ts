// Small sums: what is too little to write or to call about, by what the reminder would ask for.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { SMALL_SUMS } from '../../../src/workbook/tabs/settings/amount-settings';
import {
  Desk,
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

const TODAY = '2026-11-20';
const LINE: InvoiceText = { no: '1', due: '2026-11-02', open: 900 };
const USUAL: FactsChange = { segment: 'Timely', settings: SMALL_SUMS };

describe('the usual tolerance', () => {
  it.each([
    [0.05, 'EUR', 'not-chased below-minimum'],
    [0.06, 'EUR', 'remind stage-due'],
    [1, 'JPY', 'remind stage-due'],
  ])(
    'leaves %d %s alone or not: differences of rounding, where a currency has decimals',
    (open, currency, expected) => {
      const settings = { ...SMALL_SUMS, minimums: {} };
      expect(said(factsOn(TODAY, [{ ...LINE, open, currency }], { segment: 'Timely', settings }))).toBe(expected);
    },
  );
});

describe('the usual minimum of a reminder', () => {
  it.each([
    [24.99, 'not-chased below-minimum'],
    [25, 'remind stage-due'],
  ])('is 25.00: %d', (open, expected) => {
    expect(said(factsOn(TODAY, [{ ...LINE, open }], USUAL))).toBe(expected);
  });

  it('is compared with what is asked for: what is paused or in dispute does not count', () => {
    const lines = [
      { ...LINE, open: 20 },
      { ...LINE, no: '2', open: 5000 },
    ];
    const holds = [hold({ invoice: '2', customerKey: '' })];
    const disputes = [dispute('2', { amount: 4999 })];
    expect(said(factsOn(TODAY, lines, USUAL))).toBe('remind stage-due');
    expect(said(factsOn(TODAY, lines, { ...USUAL, holds }))).toBe('not-chased below-minimum');
    expect(said(factsOn(TODAY, lines, { ...USUAL, holds }), '2')).toBe('blocked held');
    expect(said(factsOn(TODAY, lines, { ...USUAL, disputes }))).toBe('not-chased below-minimum');
  });

  it('is compared in each currency', () => {
    const lines = [
      { ...LINE, open: 20 },
      { ...LINE, no: '2', open: 90, currency: 'GBP' },
    ];
    const facts = factsOn(TODAY, lines, USUAL);
    expect([said(facts), said(facts, '2')]).toEqual(['not-chased below-minimum', 'remind stage-due']);
    const settings = { ...SMALL_SUMS, minimums: { '': 25, EUR: 10 } };
    expect(said(factsOn(TODAY, lines, { ...USUAL, settings }))).toBe('remind stage-due');
  });

  it('holds for what falls due as well', () => {
    const change = { ...USUAL, segment: 'New' };
    const ahead = { ...LINE, due: '2026-11-23' };
    expect(said(factsOn(TODAY, [{ ...ahead, open: 24 }], change))).toBe('not-chased below-minimum');
    expect(decide(factsOn(TODAY, [{ ...ahead, open: 24 }], change)).proposals).toEqual([]);
    const two = [
      { ...ahead, open: 24 },
      { ...ahead, no: '2', open: 24 },
    ];
    expect(said(factsOn(TODAY, two, change))).toBe('remind stage-due');
  });

  it('holds for a word about a promise, by what that word asks for', () => {
    const promises = [promise('2026-11-24', { invoice: '1', customerKey: '' })];
    const lines = [
      { ...LINE, open: 20 },
      { ...LINE, no: '2', open: 5000, due: '2026-11-19' },
    ];
    const change = { ...USUAL, promises };
    expect(decide(factsOn('2026-11-23', lines, change)).proposals.map(({ anchor }) => anchor)).toEqual(['due']);
    expect(decide(factsOn('2026-11-23', lines.slice(0, 1), change)).proposals).toEqual([]);
  });
});

describe('the usual minimum of a call', () => {
  const policy = ladder('Timely', [
    [1, 'personal', { channel: 'call' }],
    [9, 'firm'],
  ]);

  it.each([
    [499.99, 2],
    [500, 1],
  ])('is 500.00: below it the call is passed and the ladder goes on: %d', (open, stage) => {
    expect(proposalOf(factsOn(TODAY, [{ ...LINE, open }], { ...USUAL, policy })).stage).toBe(stage);
  });

  it('counts what else the reminder asks for, and says why a call was passed', () => {
    const small = { ...LINE, open: 300 };
    const other = { ...LINE, no: '2', open: 300 };
    expect(proposalOf(factsOn(TODAY, [small, other], { ...USUAL, policy })).channel).toBe('call');
    expect(said(factsOn('2026-11-04', [small], { ...USUAL, policy }))).toBe('wait not-due-yet');
    expect(decisionOf(factsOn('2026-11-04', [small], { ...USUAL, policy }), '1').stage?.stage).toBe(2);
  });

  it('takes nothing from the days of the next stage', () => {
    const desk = new Desk();
    const small = [{ ...LINE, open: 300 }];
    const change = {
      ...USUAL,
      policy: ladder('Timely', [
        [1, 'friendly'],
        [4, 'personal', { channel: 'call' }],
        [12, 'firm'],
      ]),
    };
    desk.plan('2026-11-04', small, change);
    desk.carryOut('2026-11-04');
    // Eleven days lie between stage 1 and stage 3.
    expect(said(desk.facts('2026-11-13', small, change))).toBe('wait not-due-yet');
    expect(said(desk.facts('2026-11-16', small, change))).toBe('remind stage-due');
  });
});
