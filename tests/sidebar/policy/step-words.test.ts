// Steps as people read them, and what is written for those that are changed or added.
import { describe, expect, it } from 'vitest';
import { ladderRows } from '../../../src/dunning/policy/default-policy';
import type { PolicyRow } from '../../../src/dunning/policy/policy';
import { addingOf, changeOf } from '../../../src/sidebar/policy/step-changes';
import { findingsWith } from '../../../src/sidebar/policy/step-form';
import { inOrder, noteOf, whatOf, whenOf, whomOf } from '../../../src/sidebar/policy/step-words';

const of = (segment: string) =>
  ladderRows('usual')
    .filter((row) => row.segment === segment)
    .map((row, at) => ({ ...row, row: at + 2, seen: `${segment} ${at}` }));
const [FIRST, SECOND, THIRD] = of('Timely');
if (!FIRST || !SECOND || !THIRD) throw new Error('the ladder has three steps');

describe('a step in words', () => {
  it('says when it comes, what it is and whom it goes to', () => {
    expect(whenOf({ ...FIRST, days: 1 })).toBe('1 day after the due date');
    expect(whenOf({ ...FIRST, days: 0 })).toBe('on the due date');
    expect(whenOf({ ...FIRST, days: 30, repeatEvery: 7, times: 3 })).toBe(
      '30 days after the due date, then every 7 days, 3 times in all',
    );
    expect(whenOf({ ...FIRST, anchor: 'month', days: 0 })).toBe('the first of each month');
    expect(whenOf({ ...FIRST, anchor: 'promise', days: -2 })).toBe('2 days before a promised day');
    expect(whatOf(THIRD)).toBe('Mail, firm');
    expect(whatOf({ ...THIRD, channel: 'task', template: 'Task hold' })).toBe('Task: hold');
    expect(whomOf(THIRD)).toBe('to billing, copy to owner');
  });

  it('has a word on its segment as a whole', () => {
    expect(noteOf('Timely', of('Timely'), true)).toBe('At least 5 days between contacts.');
    expect(noteOf('Friends', [], true)).toBe('Nothing of its own in AR Policy: the rows of Default apply.');
    expect(noteOf('Friends', [], false)).toBe('No rows: nobody is reminded.');
    expect(noteOf('Any', of('Any'), true)).toBe('Steps around a promise or a discount, for every customer.');
  });

  it('stands in the order in which the steps come', () => {
    expect(inOrder([...of('Timely large')].reverse()).map(({ anchor }) => anchor)[0]).toBe('month');
  });
});

describe('what is written', () => {
  it('is what was changed of a step, and nothing where nothing was', () => {
    expect(changeOf(FIRST, { ...FIRST, days: 6, sending: 'auto' })).toEqual({
      seen: { row: 2, seen: 'Timely 0' },
      cells: { Days: '6', Sending: 'auto' },
    });
    expect(changeOf(FIRST, { ...FIRST })).toBeNull();
  });

  it('gives a step between others the number of its day, and those behind it one more', () => {
    const added: PolicyRow = { ...FIRST, days: 8 };
    const [first, ...moved] = addingOf(of('Timely'), added);
    expect(first).toMatchObject({ seen: null, cells: { Segment: 'Timely', Stage: '2', Days: '8', Active: 'yes' } });
    expect(moved.map(({ seen, cells }) => [seen?.row, cells])).toEqual([
      [3, { Stage: '3' }],
      [4, { Stage: '4' }],
      [5, { Stage: '5' }],
      [6, { Stage: '6' }],
      [7, { Stage: '7' }],
    ]);
  });

  it('moves nobody where a number is free, or where it comes last', () => {
    const gap = of('Timely').map((step, at) => (at < 1 ? step : { ...step, stage: step.stage + 5 }));
    expect(addingOf(gap, { ...FIRST, days: 8 })).toHaveLength(1);
    expect(addingOf(of('Timely'), { ...FIRST, days: 90 }).map(({ cells }) => cells?.['Stage'])).toEqual(['7']);
  });
});

describe('the check beside a step', () => {
  it('names what is off in it as it is being written, and nothing of the steps beside it', () => {
    const steps = of('Timely');
    const codes = (now: PolicyRow): string[] => findingsWith(steps, now, 3).map(({ code }) => code);
    expect(codes(SECOND)).toEqual([]);
    expect(codes({ ...SECOND, days: 3 })).toContain('days-not-rising');
    expect(codes({ ...SECOND, to: [] })).toContain('email-to-nobody');
    expect(codes({ ...SECOND, tone: 'firm', sending: 'auto' })).toContain('auto-firm');
    expect(codes({ ...SECOND, days: Number.NaN })).toEqual(['policy-unreadable']);
  });
});
