// The three lists of a morning and the order within them.
import { describe, expect, it } from 'vitest';
import type { ReminderFacts } from '../../../src/dunning/history/events';
import type { Reminder } from '../../../src/dunning/history/reminder';
import { groupOf, inReviewOrder, listOf } from '../../../src/usecases/waiting/review-order';

function reminder(id: string, asked: Record<string, number>, changes: Partial<ReminderFacts> = {}): Reminder {
  const lines = Object.entries(asked).map(([currency, open]) => ({
    key: `${id}-${currency}`,
    invoice: id,
    currency,
    open,
    disputed: 0,
    due: '2026-11-01',
    stage: null,
  }));
  const facts = { channel: 'email', look: '', fix: '', lines, ...changes } as ReminderFacts;
  return { id, state: 'planned', facts } as Reminder;
}

const order = (...reminders: Reminder[]): string[] => inReviewOrder(reminders, 20_783).map(({ id }) => id);

describe('the lists', () => {
  it('call routine only planned mails with nothing to look at', () => {
    expect(listOf(reminder('a', { EUR: 1 }))).toBe('routine');
    expect(listOf(reminder('a', { EUR: 1 }, { look: 'first contact' }))).toBe('look');
    expect(listOf({ ...reminder('a', { EUR: 1 }), state: 'approved' })).toBe('look');
    for (const channel of ['call', 'whatsapp', 'task'] as const) {
      expect(listOf(reminder('a', { EUR: 1 }, { channel }))).toBe('by-hand');
    }
  });
});

describe('the groups', () => {
  const inState = (state: Reminder['state'], changes: Partial<ReminderFacts> = {}) =>
    groupOf({ ...reminder('a', { EUR: 1 }, changes), state });

  it('put a planned mail under routine only when nothing is special about it', () => {
    expect(inState('planned')).toBe('routine');
    expect(inState('planned', { look: 'first contact' })).toBe('look');
    expect(inState('approved', { look: 'first contact' })).toBe('approved');
    expect(inState('sending')).toBe('approved');
    expect(inState('snoozed')).toBe('later');
  });

  it('keep calls and tasks apart from mails, approved or not', () => {
    expect(inState('planned', { channel: 'call' })).toBe('calls');
    expect(inState('approved', { channel: 'task' })).toBe('calls');
  });

  it('leave what failed, needs fixing or is over to other places', () => {
    for (const state of ['failed', 'unconfirmed', 'needs-fix', 'sent', 'cancelled'] as const)
      expect(inState(state)).toBeNull();
  });
});

describe('the order', () => {
  it('is the largest first', () => {
    expect(order(reminder('a', { EUR: 10 }), reminder('b', { EUR: 30 }), reminder('c', { EUR: 20 }))).toEqual([
      'b',
      'c',
      'a',
    ]);
  });

  it('never compares two currencies: the one that most ask for comes first', () => {
    const yen = reminder('yen', { JPY: 900_000 });
    expect(order(yen, reminder('a', { EUR: 10 }), reminder('b', { EUR: 30 }))).toEqual(['b', 'a', 'yen']);
    expect(order(reminder('both', { EUR: 20, JPY: 1 }), reminder('a', { EUR: 10 }), yen)).toEqual(['both', 'a', 'yen']);
  });

  it('puts the gravest reason to look first, whatever the amount', () => {
    const first = reminder('first', { EUR: 900 }, { look: 'first contact' });
    const firm = reminder('firm', { EUR: 10 }, { look: 'first contact, firm words' });
    const gaps = reminder('gaps', { EUR: 1 }, { look: 'the log had gaps: look in Sent first' });
    expect(order(first, firm, gaps)).toEqual(['gaps', 'firm', 'first']);
  });

  it('is the same for the same reminders, however they come', () => {
    const all = [reminder('b', { EUR: 1 }), reminder('a', { EUR: 1 }), reminder('c', { GBP: 1 })];
    expect(order(...all)).toEqual(order(...all.reverse()));
  });
});
