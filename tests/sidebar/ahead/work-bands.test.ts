// Which calls and tasks come first: bands by the curve, reasons in words, no chance told of a natural person.
import { describe, expect, it } from 'vitest';
import { bandedWork } from '../../../src/sidebar/ahead/work-bands';
import { aheadOf } from '../../../src/sidebar/expected/ahead-book';
import { bookOfHabits, callAbout, workOfTests } from './ahead-of-tests';

const ahead = aheadOf(
  bookOfHabits({
    Prompt: { late: 6, open: [[5, 100]] },
    Overdue: { late: 0, moves: 30, open: [[18, 100]] },
    Slow: { late: 60, open: [[20, 100]] },
    Ancient: { late: 6, open: [[200, 900]] },
    Dollar: { late: 0, open: [[9, 100]], currency: 'USD', every: 5 },
  }),
);
const of = (customer: string, changes = {}, isPerson = false) => {
  const customers = [{ key: customer.toLowerCase(), name: customer, owner: 'Ann', isPerson }];
  return bandedWork(ahead, workOfTests({ customers, waiting: [callAbout(ahead, customer, changes)] }))[0];
};

describe('the bands of calls and tasks', () => {
  it('leave alone what half of the time comes within three days anyway, and say so', () => {
    expect(of('Prompt')).toMatchObject({ band: 'later', owner: 'Ann' });
    expect(of('Prompt')?.reasons[0]).toBe('Half of such invoices are paid by Fri 3 Jul anyway.');
  });

  it('do not leave alone who missed a promise', () => {
    expect(of('Prompt', { missed: '2026-06-26' })).toMatchObject({ band: 'risk' });
    expect(of('Prompt', { missed: '2026-06-26' })?.reasons[0]).toBe('A promise of Fri 26 Jun was missed.');
  });

  it('call at risk what is likely to be very late, with a frequency and a reason', () => {
    const slow = of('Slow', { daysLate: 20 });
    expect(slow?.band).toBe('risk');
    expect(slow?.reasons).toContainEqual(
      expect.stringMatching(/^About \d+ in 10 such invoices were over 30 days late\.$/),
    );
    expect(slow?.reasons).toContainEqual(expect.stringMatching(/^Usually pays 5\d days after due\.$/));
    expect(of('Ancient', { daysLate: 200 })?.reasons).toContain('200 days late.');
  });

  it('tell no chance of a natural person: only days count', () => {
    const person = of('Slow', { daysLate: 20 }, true);
    expect(person?.band).toBe('quick');
    expect(person?.reasons.join(' ')).not.toContain('in 10');
    expect(of('Slow', { daysLate: 31 }, true)?.band).toBe('risk');
  });

  it('go by age alone where due dates were as near, and say so', () => {
    const dollar = of('Dollar', { asked: { USD: 10_000 }, daysLate: 40 });
    expect(dollar?.band).toBe('risk');
    expect(dollar?.reasons).toEqual(['40 days late.', 'By age alone: no forecast can be made of it here.']);
    expect(of('Dollar', { asked: { USD: 10_000 } })?.band).toBe('quick');
  });

  it('stand in the order in which they are worked, the heaviest first', () => {
    const customers = ['Prompt', 'Slow', 'Ancient', 'Overdue'].map((name) => ({
      ...{ key: name.toLowerCase(), name, owner: '', isPerson: false },
    }));
    const waiting = customers.map(({ name }) =>
      callAbout(ahead, name, name === 'Ancient' ? { asked: { EUR: 90_000 } } : {}),
    );
    const banded = bandedWork(ahead, workOfTests({ customers, waiting }));
    expect(banded.map(({ customer, band }) => [customer, band])).toEqual([
      ['Overdue', 'quick'],
      ['Ancient', 'risk'],
      ['Slow', 'risk'],
      ['Prompt', 'later'],
    ]);
    expect(banded[0]?.reasons[0]).toMatch(/^It should have come by /);
  });
});
