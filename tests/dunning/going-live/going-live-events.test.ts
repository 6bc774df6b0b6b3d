// The beginning written down: ages, stages that count as reached, what fits a cell, and a second time that adds nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { ladderOf } from '../../../src/dunning/decision/stage';
import { AGES, ageBands, ageOf, type BandChoice } from '../../../src/dunning/going-live/age-bands';
import { type Beginning, onboardingEvents, stageReached } from '../../../src/dunning/going-live/going-live-events';
import { defaultPolicy } from '../../../src/dunning/policy/default-policy';
import { isoOf } from '../../../src/receivables/day';
import { Desk, day, factsOn, type InvoiceText } from '../../builders/dunning-facts';

const TODAY = '2026-11-23';
const late = (days: number): string => isoOf(day(TODAY) - days);
const begin = (change: Partial<Beginning> = {}): Beginning => ({
  bands: new Map(AGES.map(({ label, proposed }) => [label, proposed])),
  handedOver: [],
  chased: new Map(),
  ...change,
});
const all = (choice: BandChoice): Beginning => begin({ bands: new Map(AGES.map(({ label }) => [label, choice])) });

describe('the ages', () => {
  it.each([
    [1, '1-30 days'],
    [30, '1-30 days'],
    [31, '31-60 days'],
    [60, '31-60 days'],
    [61, '61-90 days'],
    [91, '91-180 days'],
    [180, '91-180 days'],
    [181, 'over 180 days'],
    [0, undefined],
  ])('puts %i days past due into %s', (days, label) => {
    expect(ageOf(days)?.label).toBe(label);
  });

  it('counts a customer once, by the oldest invoice, and each currency by itself', () => {
    const bands = ageBands(
      factsOn(TODAY, [
        { no: '1', due: late(5), open: 10 },
        { no: '2', due: late(70), open: 20, currency: 'GBP' },
        { no: '3', due: late(-5), open: 40 },
      ]),
    );
    expect(bands.map(({ customers }) => customers.length)).toEqual([0, 0, 1, 0, 0]);
    expect(bands[2]).toMatchObject({ invoices: 2, totals: { EUR: 1000, GBP: 2000 } });
  });
});

describe('the stage that counts as reached', () => {
  it.each([
    ['Timely', 'personal', 45, 12],
    ['Timely', 'firm', 45, 30],
    ['Timely', 'friendly', 45, 4],
    ['New', 'personal', 45, 14],
    ['New', 'personal', 10, 9],
    ['New', 'firm', 45, 21],
    ['Timely large', 'personal', 45, 20],
    ['Doubtful SMB', 'personal', 45, 1],
  ] as const)('of %s, spoken to up to %s, %i days past due, is that of day %i', (segment, tone, age, days) => {
    expect(stageReached(ladderOf(defaultPolicy(), segment), tone, age)?.days).toBe(days);
  });

  it('is none for an invoice too young for any', () => {
    expect(stageReached(ladderOf(defaultPolicy(), 'Timely'), 'firm', 3)).toBeNull();
  });

  it('makes the next stage wait for the difference of their days, and no longer', () => {
    const desk = new Desk();
    const book: InvoiceText[] = [{ no: '1', due: late(75), open: 300 }];
    const facts = desk.facts(TODAY, book, { segment: 'Timely' });
    desk.append(TODAY, onboardingEvents(facts, begin(), 'ann'));
    const tone = (on: string): string | undefined =>
      decide(desk.facts(on, book, { segment: 'Timely' })).proposals[0]?.tone;
    expect(tone('2026-12-02')).toBeUndefined();
    // Firm is its stage, but nothing of ours reached them yet.
    expect(tone('2026-12-03')).toBe('personal');
  });
});

describe('writing a beginning down', () => {
  it('splits what does not fit a cell of the log', () => {
    const book = Array.from({ length: 1500 }, (_, at) => ({ no: `INV-2026-${at}`, due: late(45), open: 5 }));
    const facts = factsOn(TODAY, book);
    const taken = onboardingEvents(facts, all({ kind: 'treat-as-stage', tone: 'personal' }), 'ann');
    const given = onboardingEvents(facts, all({ kind: 'handed-over' }), 'ann');
    for (const events of [taken, given]) {
      expect(events.length).toBeGreaterThan(1);
      for (const { facts: own } of events) expect(JSON.stringify(own).length).toBeLessThan(45_000);
    }
    expect(taken.flatMap(({ facts: own }) => own.steps ?? [])).toHaveLength(1500);
    expect(given.flatMap(({ facts: own }) => own.keys ?? [])).toHaveLength(1500);
  });

  it('adds nothing the second time, and never contacts what was handed over', () => {
    const line = fc.record({
      customer: fc.constantFrom('Acme', 'Beta', 'Gamma'),
      due: fc.integer({ min: -20, max: 300 }).map(late),
      open: fc.integer({ min: 1, max: 9000 }),
    });
    const choice = fc.constantFrom<BandChoice>(
      { kind: 'begin' },
      { kind: 'ask-first' },
      { kind: 'handed-over' },
      { kind: 'treat-as-stage', tone: 'personal' },
      { kind: 'treat-as-stage', tone: 'firm' },
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.array(choice, { minLength: AGES.length, maxLength: AGES.length }),
        fc.subarray(['0', '1', '2']),
        (lines, choices, gone) => {
          const desk = new Desk();
          const book = lines.map((one, at) => ({ ...one, no: `${at}` }));
          const facts = desk.facts(TODAY, book);
          const handedOver = facts.invoices.filter(({ invoice }) => gone.includes(invoice)).map(({ key }) => key);
          const bands = new Map(AGES.map(({ label }, at) => [label, choices[at] ?? { kind: 'begin' as const }]));
          desk.append(TODAY, onboardingEvents(facts, begin({ bands, handedOver }), 'ann'));
          expect(onboardingEvents(desk.facts(TODAY, book), begin({ bands, handedOver }), 'ann')).toEqual([]);
          const listed = decide(desk.facts('2026-12-14', book)).proposals.flatMap(({ lines: own }) =>
            own.map(({ key }) => key),
          );
          expect(listed.filter((key) => handedOver.includes(key))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
