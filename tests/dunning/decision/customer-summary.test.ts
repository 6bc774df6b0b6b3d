// Last contact, last payment and promises kept: the same figures wherever a customer is shown.
import { describe, expect, it } from 'vitest';
import { decisionContext } from '../../../src/dunning/decision/customer-context';
import { customerSummary, summaryInWords } from '../../../src/dunning/decision/customer-summary';
import { Desk, day, type FactsChange, factsOn, type InvoiceText, ladder, promise } from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-10-26', open: 1000 };

function words(facts: ReturnType<typeof factsOn>): Record<string, string> {
  return Object.fromEntries(summaryInWords(customerSummary(decisionContext(facts).customer('acme')), facts.asOf));
}

describe('the last contact', () => {
  const policy = ladder('New', [
    [1, 'friendly'],
    [5, 'friendly', { channel: 'call' }],
    [12, 'neutral', { channel: 'task', to: ['owner'] }],
  ]);

  it('is the last time we turned to them, with what came of it; a task of ours is none', () => {
    const desk = new Desk();
    const told = (date: string): string | undefined => words(desk.facts(date, [ONE], { policy }))['Last contact'];
    desk.plan('2026-11-02', [ONE], { policy });
    desk.carryOut('2026-11-02');
    expect(told('2026-11-03')).toBe('Mon 2 Nov, mail (friendly)');
    desk.plan('2026-11-10', [ONE], { policy });
    desk.carryOut('2026-11-10', 'no answer');
    expect(told('2026-11-12')).toBe('Tue 10 Nov, call: no answer');
    desk.plan('2026-11-20', [ONE], { policy });
    expect(desk.carryOut('2026-11-20', 'done').channel).toBe('task');
    expect(told('2026-11-21')).toBe('Tue 10 Nov, call: no answer');
  });

  it('names what came of a call that was answered, and none where nobody was reached yet', () => {
    const desk = new Desk();
    const call = { policy: ladder('New', [[1, 'friendly', { channel: 'call' }]]) };
    expect(words(desk.facts('2026-11-02', [ONE], call))['Last contact']).toBe('none yet');
    desk.plan('2026-11-02', [ONE], call);
    desk.carryOut('2026-11-02', 'will call back');
    expect(words(desk.facts('2026-11-03', [ONE], call))['Last contact']).toBe('Mon 2 Nov, call: will call back');
  });
});

describe('the last payment', () => {
  it('is all that came on the last day, of payments whose day is known and has come', () => {
    const amount = 100_000;
    const lines: InvoiceText[] = [
      { ...ONE, open: 400, amount, payments: [{ on: day('2026-11-03'), amount: 60_000 }] },
      { ...ONE, no: '2', open: 0, amount, paidOn: '2026-11-03' },
      { ...ONE, no: '3', open: 1000, amount, paidOn: '2026-11-20' },
      { ...ONE, no: '4', open: 0, amount, paidOn: '2026-11-01' },
    ];
    expect(words(factsOn('2026-11-05', lines))['Last payment']).toBe('1,600.00 EUR, Tue 3 Nov');
  });

  it('is not told where nothing is known to have come', () => {
    expect(words(factsOn('2026-11-05', [ONE]))['Last payment']).toBe('');
  });
});

describe('promises kept', () => {
  it('counts by the money, not by what the tab still says, and leaves out what runs, is cancelled or unreadable', () => {
    const row = (promisedOn: string, change: Parameters<typeof promise>[1] = {}) =>
      promise(promisedOn, { recorded: day('2026-10-01'), ...change });
    const change: FactsChange = {
      promises: [
        row('2026-10-05', { state: 'kept' }),
        row('2026-10-20', { invoice: '1' }),
        row('2026-10-21', { invoice: '2' }),
        row('2026-11-20', { invoice: '3' }),
        row('2026-10-22', { state: 'cancelled' }),
        row('2026-10-23', { unreadable: 'the amount is no number' }),
      ],
    };
    const lines = [ONE, { ...ONE, no: '2', open: 0 }, { ...ONE, no: '3' }];
    expect(words(factsOn('2026-11-05', lines, change))['Promises kept']).toBe('2 of 3');
  });
});
