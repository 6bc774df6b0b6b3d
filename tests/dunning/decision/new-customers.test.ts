// First contacts: how many a day in the first week and later, who comes first, and what is left for later until when.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { leftInWords } from '../../../src/dunning/decision/new-customers';
import { isoOf } from '../../../src/receivables/day';
import { Desk, day, type FactsChange, factsOn, type InvoiceText } from '../../builders/dunning-facts';

const CAPPED: FactsChange = { segment: 'Timely', settings: { newCustomersPerDay: 20 } };

/** So many customers who owe the same for as long: overdue since Monday 2 November 2026. */
function book(customers: number): InvoiceText[] {
  return Array.from({ length: customers }, (_, i) => {
    const number = String(i).padStart(3, '0');
    return { no: number, customer: `C${number}`, due: '2026-11-02', open: 100 };
  });
}

describe('first contacts', () => {
  it('are twenty a day for five business days from the first of them on, then sixty', () => {
    const desk = new Desk();
    const lines = book(240);
    const days = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'];
    const counts = days.map((on) => {
      desk.plan(on, lines, CAPPED);
      const keys = [...desk.history.waiting.keys()].filter((key) => !desk.history.firstContact.has(key));
      for (const key of keys) desk.carryOut(on, 'answered', key);
      return keys.length;
    });
    expect(counts).toEqual([20, 20, 20, 20, 20, 60, 60]);
  });

  it('go by money and age: a middling sum that is old before a large one that is young', () => {
    const change: FactsChange = { segment: 'Timely', settings: { newCustomersPerDay: 1 } };
    const lines: InvoiceText[] = [
      { no: '1', customer: 'Large', due: '2026-11-14', open: 5000 },
      { no: '2', customer: 'Old', due: '2026-09-21', open: 2000 },
      { no: '3', customer: 'Small', due: '2026-09-20', open: 300 },
    ];
    const [first] = decide(factsOn('2026-11-20', lines, change)).proposals;
    expect(first?.customer).toBe('Old');
  });

  it('do not let an old residue carry a large young sum ahead', () => {
    const change: FactsChange = { segment: 'Timely', settings: { newCustomersPerDay: 1 } };
    const lines: InvoiceText[] = [
      { no: '1', customer: 'Residue', due: '2026-05-01', open: 38 },
      { no: '2', customer: 'Residue', due: '2026-11-14', open: 5000 },
      { no: '3', customer: 'Old', due: '2026-09-21', open: 2000 },
    ];
    expect(decide(factsOn('2026-11-20', lines, change)).proposals[0]?.customer).toBe('Old');
  });
});

describe('what is left for later', () => {
  it('is so many customers with what they are asked for, until the day on which the last one has its turn', () => {
    const facts = factsOn('2026-11-20', book(130), CAPPED);
    const { left } = decide(facts);
    // Friday 20 November and four business days with 20 each, then 30 of the 60 of Friday 27 November.
    expect(left).toEqual({ customers: 110, asked: { EUR: 1_100_000 }, until: day('2026-11-27') });
    expect(left && leftInWords(facts, left)).toBe(
      '110 more customers wait for a first reminder (11,000.00 EUR). At most 20 customers are contacted for the first time on one day; after the first 5 business days it is 60. The last of them have their turn on Fri 27 Nov.',
    );
  });

  it('is nothing where all fit', () => {
    expect(decide(factsOn('2026-11-20', book(20), CAPPED)).left).toBeUndefined();
  });

  it('begins on the day after going live, on which nobody is written to for the first time', () => {
    const facts = factsOn('2026-11-20', book(30), CAPPED);
    const { left } = decide({ ...facts, history: { ...facts.history, calmOn: facts.asOf } });
    expect(left?.customers).toBe(30);
    expect(isoOf(left?.until ?? 0)).toBe('2026-11-24');
  });

  it('has no last day where nobody may be contacted at all', () => {
    const facts = factsOn('2026-11-20', book(3), { ...CAPPED, settings: { newCustomersPerDay: 0 } });
    const { left } = decide(facts);
    expect(left?.until).toBeNull();
    expect(left && leftInWords(facts, left)).not.toContain('turn on');
  });
});
