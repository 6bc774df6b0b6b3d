// What comes after a line, and how the list follows a change without being read again.
import { describe, expect, it } from 'vitest';
import { ReviewState } from '../../../src/sidebar/reminder/review-state';
import { lineNumber } from '../fake/fake-lines';
import { type ReviewScenario, reviewPage, told } from '../fake/fake-review';

function listOf(...numbers: number[]): { reviewState: ReviewState; scenario: ReviewScenario } {
  const scenario = { lines: numbers.map((number) => lineNumber(number)) };
  const reviewState = new ReviewState();
  reviewState.take(reviewPage(scenario));
  return { reviewState, scenario };
}

/** Approves lines on the server and gives its answer. */
function approved(scenario: ReviewScenario, ...ids: string[]) {
  for (const line of scenario.lines) if (ids.includes(line.id)) line.state = 'approved';
  return told(scenario, ids, 'Approved.');
}

const standing = (reviewState: ReviewState) =>
  reviewState.groups().map(({ name, total, lines }) => [name, total, ...lines.map(({ id }) => id)]);

describe('the list in hand', () => {
  it('goes on to the next line of the same group, and to the one before at its end', () => {
    const { reviewState, scenario } = listOf(1, 2, 4);
    expect(reviewState.neighbour('r-1')?.id).toBe('r-2');
    expect(reviewState.neighbour('r-4')?.id).toBe('r-2');
    expect(reviewState.follow(approved(scenario, 'r-1', 'r-2'), ['r-1', 'r-2'])).toBe(true);
    expect(reviewState.neighbour('r-4')).toBeUndefined();
  });

  it('follows an approval and puts a line that is taken back where it stood', () => {
    const { reviewState, scenario } = listOf(1, 2, 4);
    reviewState.follow(approved(scenario, 'r-2'), ['r-2']);
    expect(standing(reviewState)).toEqual([
      ['routine', 2, 'r-1', 'r-4'],
      ['approved', 1, 'r-2'],
    ]);
    for (const line of scenario.lines) line.state = 'planned';
    expect(reviewState.follow(told(scenario, ['r-2'], 'Back.'), ['r-2'])).toBe(true);
    expect(standing(reviewState)).toEqual([['routine', 3, 'r-1', 'r-2', 'r-4']]);
    expect(reviewState.groups()[0]?.together.sort()).toEqual(['r-1', 'r-2', 'r-4']);
  });

  it('is read again when somebody else changed something since', () => {
    const { reviewState, scenario } = listOf(1, 2, 4);
    scenario.seq = 7;
    expect(reviewState.follow(approved(scenario, 'r-1'), ['r-1'])).toBe(false);
    expect(reviewState.page).toBeNull();
  });

  it('is read again when not all was done that was asked', () => {
    const { reviewState, scenario } = listOf(1, 2, 4);
    expect(reviewState.follow(approved(scenario, 'r-1'), ['r-1', 'r-2'])).toBe(false);
  });

  it('is read again when a line changed that is not in hand', () => {
    const scenario = { lines: [1, 2, 4].map((number) => lineNumber(number)) };
    const reviewState = new ReviewState();
    reviewState.take(reviewPage(scenario, { lines: 1 }));
    expect(reviewState.follow(approved(scenario, 'r-1', 'r-4'), ['r-1', 'r-4'])).toBe(false);
  });

  it('takes no answer that is older than what is in hand', () => {
    const { reviewState, scenario } = listOf(1, 2, 4);
    const before = reviewPage(scenario);
    reviewState.follow(approved(scenario, 'r-1'), ['r-1']);
    expect(reviewState.take(before)).toBe(false);
    expect(reviewState.takeMore({ ...before, groups: before.groups }, 2)).toBe(false);
    expect(standing(reviewState)).toEqual([
      ['routine', 2, 'r-2', 'r-4'],
      ['approved', 1, 'r-1'],
    ]);
  });

  it('lets go of what was opened ahead when somebody else changed something', () => {
    const { reviewState, scenario } = listOf(3, 6);
    reviewState.take(reviewPage(scenario, { opened: 20 }));
    expect(reviewState.openedAhead('r-6')?.id).toBe('r-6');
    scenario.seq = 5;
    reviewState.take(reviewPage(scenario));
    expect(reviewState.openedAhead('r-6')).toBeUndefined();
  });

  it('never shows an opened reminder as it was before its own change', () => {
    const { reviewState, scenario } = listOf(3, 6);
    reviewState.take(reviewPage(scenario, { opened: 20 }));
    reviewState.follow(approved(scenario, 'r-3'), ['r-3']);
    expect(reviewState.openedAhead('r-3')).toBeUndefined();
    expect(reviewState.openedAhead('r-6')?.id).toBe('r-6');
  });
});
