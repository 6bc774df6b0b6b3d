// The day we name for an answer lies before the next step: nobody hears from us before it.
import { describe, expect, it } from 'vitest';
import { ladderRows } from '../../../src/dunning/policy/default-policy';
import { answerBy, followingStage } from '../../../src/dunning/reminder/following-stage';
import { isoOf } from '../../../src/receivables/day';
import { Desk, day, type FactsChange, type InvoiceText, proposalOf } from '../../builders/dunning-facts';

const DOUBTFUL: FactsChange = { segment: 'Doubtful SMB', policy: ladderRows('strict') };
const LINE: InvoiceText = { no: '1', due: '2026-11-02', open: 500 };

/** What is proposed on a day, and the day that `count` business days would name. */
function asked(on: string, change: FactsChange, count: number): string {
  const facts = new Desk().facts(on, [LINE], change);
  return isoOf(answerBy(facts, proposalOf(facts), count));
}

describe('the day to answer by', () => {
  it('is so many business days away where the next step comes later', () => {
    // Timely: the next step is 8 days on.
    expect(asked('2026-11-06', { segment: 'Timely' }, 3)).toBe('2026-11-11');
  });

  it('is the business day before the next step where that comes sooner', () => {
    // Strict, Doubtful SMB: firm on day 2, a message on day 4.
    expect(asked('2026-11-04', DOUBTFUL, 3)).toBe('2026-11-05');
  });

  it('is the next business day at least', () => {
    // A step follows on Sunday: Friday asks by Monday, when it goes out.
    expect(asked('2026-11-06', DOUBTFUL, 3)).toBe('2026-11-09');
  });

  it('is no holiday of the customer’s country either', () => {
    const facts = new Desk().facts('2026-11-06', [LINE], { segment: 'Timely' });
    const [key = '', known] = [...facts.customers][0] ?? [];
    if (!known) throw new Error('nobody is known');
    const there = {
      ...facts,
      customers: new Map([[key, { ...known, country: 'France' }]]),
      settings: { ...facts.settings, countryHolidays: new Map([['FR', new Set([day('2026-11-11')])]]) },
    };
    expect(isoOf(answerBy(there, proposalOf(there), 3))).toBe('2026-11-12');
  });

  it('of a last stage is not shortened', () => {
    const policy = [...new Desk().facts('2026-11-04', [LINE]).policy].filter(
      ({ segment, stage }) => segment !== 'New' || stage === 2,
    );
    expect(asked('2026-11-04', { policy }, 7)).toBe('2026-11-13');
  });
});

describe('the stage that follows', () => {
  it('comes behind the contact gap, however close its day is', () => {
    const facts = new Desk().facts('2026-11-20', [LINE], {
      segment: 'Delinquent SMB',
      policy: ladderRows('strict'),
    });
    const next = followingStage(facts, proposalOf(facts));
    expect(next?.row.stage).toBe(3);
    expect(isoOf(next?.dueOn ?? 0)).toBe('2026-11-24');
  });
});
