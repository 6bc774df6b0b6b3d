// How waiting lines fall into groups, and what comes after one.
import { describe, expect, it } from 'vitest';
import { groupOf, ReviewState } from '../../../src/sidebar/reminder/review-state';
import { lineNumber } from '../fake/fake-lines';

describe('groups of the review', () => {
  it('puts a planned mail under routine only when nothing is special about it', () => {
    expect(groupOf(lineNumber(1, { look: '' }))).toBe('routine');
    expect(groupOf(lineNumber(1, { look: 'first contact' }))).toBe('look');
  });

  it('keeps calls and tasks apart from mails, approved or not', () => {
    expect(groupOf(lineNumber(1, { channel: 'call' }))).toBe('calls');
    expect(groupOf(lineNumber(1, { channel: 'task', state: 'approved' }))).toBe('calls');
  });

  it('leaves what failed, needs fixing or is over to other places', () => {
    for (const state of ['failed', 'unconfirmed', 'needs-fix', 'sent', 'cancelled'] as const) {
      expect(groupOf(lineNumber(1, { state }))).toBeNull();
    }
  });

  it('goes on to the next line of the same group, and to the one before at its end', () => {
    const reviewState = new ReviewState();
    const lines = [1, 2, 4].map((number) => lineNumber(number));
    reviewState.review = { asOf: '2026-11-23', lines, withoutReminder: [] };
    expect(reviewState.neighbour('r-1')?.id).toBe('r-2');
    expect(reviewState.neighbour('r-4')?.id).toBe('r-2');
    reviewState.mark(['r-1', 'r-2'], 'approved');
    expect(reviewState.neighbour('r-4')).toBeUndefined();
  });
});
