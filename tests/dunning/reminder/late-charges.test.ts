// Interest and compensation in mails: off by default, said from firm on, claimed in final ones, never where they are not due.
import { describe, expect, it } from 'vitest';
import type { ReminderFacts } from '../../../src/dunning/history/events';
import { composeLetter, isLetterProblem } from '../../../src/dunning/letter/letter';
import type { LateCharges } from '../../../src/dunning/letter/letter-input';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { sumsOf } from '../../../src/dunning/letter/letter-sums';
import { type LateRule, lateChargesOf } from '../../../src/dunning/reminder/late-charges';
import { customer, day, factsOn, type InvoiceText, ladder, proposalOf } from '../../builders/dunning-facts';
import { minimalInput } from '../letter/letter-examples';

const RATE = [{ from: day('2026-07-01'), rate: 0.1015 }];
const CLAIM: LateRule = { say: 'claim', regime: 'EU', rates: RATE };
const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };

function said(rule: LateRule, change: Partial<ReminderFacts> = {}, lines: readonly InvoiceText[] = [ONE]) {
  const facts = factsOn('2026-11-20', lines, { policy: ladder('New', [[1, 'friendly']]) });
  return lateChargesOf({ ...proposalOf(facts), tone: 'final', ...change }, facts, rule);
}

describe('late charges', () => {
  it('are not spoken of unless somebody chose so, and never below firm', () => {
    expect(said({ ...CLAIM, say: '' })).toBeNull();
    expect(said(CLAIM, { tone: 'personal' })).toBeNull();
  });

  it('are mentioned in firm mails, and claimed in final ones', () => {
    expect(said(CLAIM, { tone: 'firm' })).toBe('reserved');
    expect(said({ ...CLAIM, say: 'mention' })).toBe('reserved');
    // 4,800.00 x 10.15 % x 18 / 365; 40.00 EUR by Directive 2011/7/EU article 6.
    expect(said(CLAIM)).toEqual([{ invoice: '1', currency: 'EUR', days: 18, interest: 2403, compensation: 4000 }]);
  });

  it('are compensated in the currency of the law alone', () => {
    expect(said({ ...CLAIM, regime: 'UK' })).toEqual([
      { invoice: '1', currency: 'EUR', days: 18, interest: 2403, compensation: 0 },
    ]);
    expect(said({ ...CLAIM, regime: '', rates: [] })).toBe('reserved');
  });

  it('run from the due date that the first reminder named, where a later one was given since', () => {
    const facts = factsOn('2026-11-20', [ONE], { policy: ladder('New', [[1, 'friendly']]) });
    const reminder = { ...proposalOf(facts), tone: 'final' };
    const history = { ...facts.history, firstDue: new Map([[reminder.leadKey, day('2026-10-23')]]) };
    expect(lateChargesOf(reminder, { ...facts, history }, CLAIM)).toMatchObject([{ days: 28 }]);
  });

  it('are claimed on nothing in dispute, and in no currency in which credits are open', () => {
    const [line] = proposalOf(factsOn('2026-11-20', [ONE], { policy: ladder('New', [[1, 'friendly']]) })).lines;
    if (!line) throw new Error('no line');
    expect(said(CLAIM, { lines: [{ ...line, disputed: 100 }] })).toBe('reserved');
    expect(said(CLAIM, { lines: [line, { ...line, key: 'cn', open: -5000 }] })).toBe('reserved');
  });

  it('are claimed on no invoice under a promise that runs or was kept', () => {
    for (const state of ['open', 'kept'] as const) {
      const facts = factsOn('2026-11-20', [ONE], { policy: ladder('New', [[1, 'friendly']]) });
      const reminder = { ...proposalOf(facts), tone: 'final' };
      const promise = {
        row: 2,
        customerKey: reminder.customerKey,
        invoice: '1',
        unreadable: '',
        amount: 1000,
        currency: 'EUR',
        promisedOn: day('2026-11-25'),
        recorded: day('2026-11-18'),
        state,
        note: '',
        plan: '',
      };
      expect(lateChargesOf(reminder, { ...facts, promises: [promise] }, CLAIM), state).toBe('reserved');
    }
  });

  it('are never spoken of to consumers', () => {
    const facts = factsOn('2026-11-20', [ONE], { policy: ladder('New', [[1, 'friendly']]) });
    const reminder = { ...proposalOf(facts), tone: 'final' };
    const known = facts.customers.get(reminder.customerKey);
    if (!known) throw new Error('nobody is known');
    const customers = new Map([[reminder.customerKey, { ...known, kind: 'consumer' as const }]]);
    expect(lateChargesOf(reminder, { ...facts, customers }, CLAIM)).toBeNull();
  });

  it('are never spoken of to who pays for a consumer', () => {
    const change = { policy: ladder('New', [[1, 'friendly']]), settings: { invoicesConsumers: true } };
    const customers = [customer('Acme'), customer('Private', { kind: 'consumer' })];
    const facts = factsOn('2026-11-20', [{ ...ONE, debtorKey: 'private' }], { ...change, customers });
    expect(lateChargesOf({ ...proposalOf(facts), tone: 'final' }, facts, CLAIM)).toBeNull();
  });
});

describe('in the mail', () => {
  const text = (language: string, lateCharges?: LateCharges): string => {
    const made = composeLetter(minimalInput('Final', { language, about: lateCharges ? { lateCharges } : {} }));
    if (isLetterProblem(made)) throw new Error(made.message);
    return made.text.replace(/\s+/g, ' ');
  };
  const claim = { invoice: 'INV-1001', currency: 'EUR', days: 18, interest: 2403, compensation: 4000 };

  it.each(LETTER_TAGS)('%s they stand in lines of their own, beside the sum asked for', (tag) => {
    const plain = text(tag);
    const claimed = text(tag, [claim]);
    expect(claimed).toMatch(/64[.,]03 EUR.*24[.,]03 EUR.*40[.,]00 EUR/);
    expect(claimed.slice(0, 150)).toBe(plain.slice(0, 150));
    expect(text(tag, 'reserved')).not.toBe(plain);
    expect(plain).not.toMatch(/64[.,]03/);
  });

  it('enter no sum', () => {
    const input = minimalInput('Final', { about: { lateCharges: [claim] } });
    expect(sumsOf(input.lines)).toEqual(sumsOf(minimalInput('Final').lines));
  });
});
