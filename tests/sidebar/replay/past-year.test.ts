// Trying a change of the policy on the last year in the page: the figures of the replay, the sentence, and advice that the past supports.
import { describe, expect, it } from 'vitest';
import { replayFigures } from '../../../src/dunning/outlook/replay-figures';
import { ladderRows } from '../../../src/dunning/policy/default-policy';
import type { PolicyRow } from '../../../src/dunning/policy/policy';
import { aheadOf } from '../../../src/sidebar/expected/ahead-book';
import { type Advice, bestOf, candidatesOf, withChange } from '../../../src/sidebar/replay/advice';
import { PastYear } from '../../../src/sidebar/replay/past-year';
import { trialInWords } from '../../../src/sidebar/replay/trial-words';
import { ladder } from '../../builders/dunning-facts';
import { bookOfHabits } from '../ahead/ahead-of-tests';

const ahead = aheadOf(bookOfHabits({ Late: { late: 12 }, Soon: { late: 3 } }));
const past = new PastYear(ahead);
const POLICY = ladder('Default', [
  [-3, 'friendly'],
  [2, 'friendly'],
  [9, 'personal'],
]);
const without = POLICY.filter(({ days }) => days > 0);
const NOTHING = replayFigures([], { from: 0, to: 6 }, new Map());
const told = (before: object, after: object) =>
  trialInWords({ before: { ...NOTHING, ...before }, after: { ...NOTHING, ...after } });

describe('the last year under a policy', () => {
  it('has a mail for each invoice whose step came, and counts those that payment overtook', async () => {
    const { before, after } = await past.compare(POLICY, without);
    expect(before.mailsBeforeDue).toBeGreaterThan(30);
    expect(after.mailsBeforeDue).toBe(0);
    expect(after.mails).toBeLessThan(before.mails);
    expect(after.contactsAvoided).toBe(before.contacts - after.contacts);
    // Who pays on day 3 is mailed on day 2 in vain.
    expect(after.needlessMails ?? 0).toBeGreaterThan(0.3);
  });

  it('is the same against itself', async () => {
    const { before, after } = await past.compare(POLICY, [...POLICY]);
    expect(after).toEqual(before);
  });

  it('is told in a sentence with what it assumes', () => {
    expect(
      told(
        { mails: 798, needlessMails: 0.241, calls: 51 },
        { mails: 353, needlessMails: 0.3, calls: 42, daysLater: 5.21 },
      ),
    ).toBe(
      'Tried on your last year: 353 mails instead of 798, 30 % of them needless instead of 24 %, 42 calls instead of 51, an invoice first spoken of 5.2 days later. Needless is a mail whose invoices were all paid within 3 days of it. Judged as written, without pauses, minimums and holidays. It assumes that nobody would have paid later without the mail.',
    );
    expect(told({ mails: 3 }, { mails: 3 })).toMatch(/^Tried on your last year: 3 mails as before/);
    expect(told({ mails: 1, needlessMails: 0 }, { mails: 0, needlessMails: null })).toContain(
      '0 mails instead of 1, none of them left.',
    );
  });
});

describe('advice', () => {
  it('tries at most three changes of cadence, none that would pass the next step', () => {
    expect(candidatesOf('Default', POLICY).map(({ what }) => what)).toEqual([
      'no mail before the due date',
      'the first step on day 5 instead of 2',
      '7 days between contacts instead of 5',
    ]);
    const close = ladder('Default', [
      [2, 'friendly'],
      [4, 'personal'],
    ]);
    expect(candidatesOf('Default', close).map(({ what }) => what)).toEqual(['7 days between contacts instead of 5']);
    expect(
      candidatesOf(
        'Default',
        POLICY.map((row) => ({ ...row, active: false })),
      ),
    ).toEqual([]);
  });

  it('changes the rows it names and no other', () => {
    const rows = [...ladderRows('usual')];
    for (const candidate of candidatesOf(
      'New',
      rows.filter(({ segment }) => segment === 'New'),
    )) {
      const changed = withChange(rows, candidate);
      const other = changed.filter((row, at) => row !== rows[at]);
      expect(other).toEqual(candidate.changes.map(({ after }) => after));
      expect(other.every(({ segment }) => segment === 'New')).toBe(true);
    }
  });

  it('takes the change that spares most needless mails, and none that makes words late or mails more needless', () => {
    const advice = (what: string, before: object, after: object): Advice => ({
      ...{ segment: 'New', what, changes: [] as { before: PolicyRow; after: PolicyRow }[] },
      ...{ before: { ...NOTHING, ...before }, after: { ...NOTHING, ...after } },
    });
    const was = { mails: 100, needlessMails: 0.3 };
    const some = advice('some', was, { mails: 80, needlessMails: 0.2 });
    const most = advice('most', was, { mails: 60, needlessMails: 0.2 });
    expect(bestOf([some, most])?.what).toBe('most');
    expect(bestOf([advice('late', was, { mails: 40, needlessMails: 0.1, daysLater: 6 })])).toBeNull();
    expect(bestOf([advice('worse', was, { mails: 40, needlessMails: 0.4 })])).toBeNull();
    expect(bestOf([advice('few', was, { mails: 95, needlessMails: 0.2 })])).toBeNull();
  });
});
