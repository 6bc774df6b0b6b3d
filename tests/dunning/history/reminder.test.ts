// The state table of reminders, cell by cell: which event may lead from which state to which, and no other.
import { describe, expect, it } from 'vitest';
import type { EventKind } from '../../../src/dunning/history/events';
import {
  COMPLETING,
  isHeard,
  mayTake,
  type ReminderState,
  stateAfter,
  WAITING,
} from '../../../src/dunning/history/reminder';

const STATES: readonly ReminderState[] = [
  'planned',
  'approved',
  'snoozed',
  'needs-fix',
  'sending',
  'sent',
  'failed',
  'unconfirmed',
  'done',
  'skipped',
  'cancelled',
  'voided',
];

const KINDS: readonly EventKind[] = [
  'approved',
  'returned',
  'snoozed',
  'skipped',
  'needs-fix',
  'cancelled',
  'sending',
  'sent',
  'failed',
  'unconfirmed',
  'done',
  'voided',
];

// From, event, to. What is not here is forbidden.
const ALLOWED: readonly (readonly [ReminderState, EventKind, ReminderState])[] = [
  ['planned', 'approved', 'approved'],
  ['planned', 'skipped', 'skipped'],
  ['planned', 'snoozed', 'snoozed'],
  ['planned', 'cancelled', 'cancelled'],
  ['planned', 'needs-fix', 'needs-fix'],
  ['approved', 'returned', 'planned'],
  ['approved', 'sending', 'sending'],
  ['approved', 'done', 'done'],
  ['approved', 'skipped', 'skipped'],
  ['approved', 'snoozed', 'snoozed'],
  ['approved', 'cancelled', 'cancelled'],
  ['approved', 'needs-fix', 'needs-fix'],
  ['snoozed', 'returned', 'planned'],
  ['snoozed', 'cancelled', 'cancelled'],
  ['needs-fix', 'returned', 'planned'],
  ['needs-fix', 'cancelled', 'cancelled'],
  // Another thing is missing than before.
  ['needs-fix', 'needs-fix', 'needs-fix'],
  ['sending', 'sent', 'sent'],
  ['sending', 'failed', 'failed'],
  ['sending', 'unconfirmed', 'unconfirmed'],
  ['failed', 'approved', 'approved'],
  ['failed', 'needs-fix', 'needs-fix'],
  ['failed', 'cancelled', 'cancelled'],
  ['unconfirmed', 'sent', 'sent'],
  ['unconfirmed', 'approved', 'approved'],
  ['sent', 'voided', 'voided'],
  ['done', 'voided', 'voided'],
];

const CELLS = STATES.flatMap((state) =>
  KINDS.map((kind) => {
    const found = ALLOWED.find(([from, event]) => from === state && event === kind);
    return [state, kind, found?.[2] ?? 'forbidden'] as const;
  }),
);

describe('the state table', () => {
  it.each(CELLS)('%s + %s: %s', (state, kind, to) => {
    expect(mayTake(state, kind)).toBe(to !== 'forbidden');
    if (to !== 'forbidden') expect(stateAfter(state, kind)).toBe(to);
  });

  it('lets a refresh change figures alone, and mends what needed fixing', () => {
    const after = STATES.filter((state) => mayTake(state, 'refreshed')).map((state) => [
      state,
      stateAfter(state, 'refreshed'),
    ]);
    expect(after).toEqual([
      ['planned', 'planned'],
      ['approved', 'approved'],
      ['snoozed', 'snoozed'],
      ['needs-fix', 'planned'],
    ]);
  });

  it('leaves a state alone at events that are no step of it', () => {
    for (const state of STATES) expect(stateAfter(state, 'edited')).toBe(state);
  });

  it('has no state that waits and is completed at once', () => {
    expect(WAITING.filter((state) => COMPLETING.includes(state))).toEqual([]);
  });
});

describe('an event of the log that its state forbids', () => {
  it('never brings an ended reminder back into the queue', () => {
    const ended = STATES.filter((state) => !WAITING.includes(state));
    for (const state of ended)
      for (const kind of KINDS) if (WAITING.includes(stateAfter(state, kind))) expect(isHeard(state, kind)).toBe(false);
  });

  it('counts when it tells that the customer was reached, wherever rows are missing before it', () => {
    for (const state of STATES) expect([isHeard(state, 'sent'), isHeard(state, 'done')]).toEqual([true, true]);
  });
});
