// First contacts: how many a day in the first week and later, who comes first, and what is left for later until when.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { laterInWords } from '../../../src/dunning/decision/new-customers';
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
  const NONE = new Set<number>();

  it('is so many customers until the day on which the last one has its turn, at the number of each day', () => {
    // Friday 20 November and four business days with 20 each, then 30 of the 60 of Friday 27 November.
    expect(laterInWords(110, 20, day('2026-11-20'), NONE)).toBe(
      '110 customers who never heard from you wait: 20 new ones a day (60 after the first 5 business days), the last on Fri 27 Nov at the earliest.',
    );
  });

  it('goes at the later number where the first contacts are long past', () => {
    expect(laterInWords(110, 20, day('2026-11-20'), NONE, day('2026-10-01'))).toBe(
      '110 customers who never heard from you wait: 60 new ones a day, the last on Tue 24 Nov at the earliest.',
    );
  });
});
