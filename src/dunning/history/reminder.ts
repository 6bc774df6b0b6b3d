// The life of a reminder: its states, and which event may lead from which state to which.
import type { EventKind, ReminderEdit, ReminderFacts } from './events';

export type ReminderState =
  | 'planned'
  | 'approved'
  | 'snoozed'
  | 'needs-fix'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'unconfirmed'
  | 'done'
  | 'skipped'
  | 'cancelled'
  | 'voided';

/** A reminder as the log tells it. */
export interface Reminder {
  id: string;
  state: ReminderState;
  facts: ReminderFacts;
  edit: ReminderEdit | null;
  /** ISO day it was planned. */
  plannedOn: string;
  approvedBy: string;
  approvedAt: string;
  /** Who approved it as the second person; '' while nobody did. */
  secondedBy: string;
  /** What the approval is bound to: parts of the mail, each as a short digest; null where that is not known. */
  content: Readonly<Record<string, string>> | null;
  /** ISO day, '' when not snoozed. */
  until: string;
  /** Times it was tried and failed. */
  attempts: number;
  /** Why it failed, was returned or needs fixing: the last note. */
  note: string;
  code: string;
  /** `YYYY-MM-DD HH:mm:ss` of the last event. */
  updated: string;
  /** Times it was started: `sending` events. */
  startedAt: string;
  outcome: string;
  threadId: string;
}

/** Which states an event may start from, and where it leads. Events not listed do not touch a reminder's state. */
const TRANSITIONS: Partial<Record<EventKind, { from: readonly ReminderState[]; to: ReminderState }>> = {
  refreshed: { from: ['planned', 'approved', 'needs-fix', 'snoozed'], to: 'planned' },
  // Of an approved one `returned` follows: what a person changed is approved anew.
  edited: { from: ['planned', 'approved', 'needs-fix'], to: 'planned' },
  approved: { from: ['planned', 'failed', 'unconfirmed'], to: 'approved' },
  // By another person; it changes nothing but whether it may leave.
  seconded: { from: ['approved'], to: 'approved' },
  returned: { from: ['approved', 'snoozed', 'needs-fix'], to: 'planned' },
  snoozed: { from: ['planned', 'approved'], to: 'snoozed' },
  skipped: { from: ['planned', 'approved'], to: 'skipped' },
  // From needs-fix itself: another thing is missing now.
  'needs-fix': { from: ['planned', 'approved', 'failed', 'needs-fix'], to: 'needs-fix' },
  cancelled: { from: ['planned', 'approved', 'snoozed', 'needs-fix', 'failed'], to: 'cancelled' },
  sending: { from: ['approved'], to: 'sending' },
  sent: { from: ['sending', 'unconfirmed'], to: 'sent' },
  failed: { from: ['sending'], to: 'failed' },
  unconfirmed: { from: ['sending'], to: 'unconfirmed' },
  done: { from: ['approved'], to: 'done' },
  voided: { from: ['sent', 'done'], to: 'voided' },
};

/** The states in which a reminder still stands in the queue. */
export const WAITING: readonly ReminderState[] = [
  'planned',
  'approved',
  'snoozed',
  'needs-fix',
  'sending',
  'failed',
  'unconfirmed',
];

/** The states in which its stages count as completed. */
export const COMPLETING: readonly ReminderState[] = ['sent', 'done', 'skipped'];

/** How often a certain failure may be retried. */
export const MAX_ATTEMPTS = 3;

/** Whether a reminder in a state may take an event. @example mayTake('sent', 'approved') // false */
export function mayTake(state: ReminderState, kind: EventKind): boolean {
  return TRANSITIONS[kind]?.from.includes(state) ?? false;
}

/** Whether an event is one that leads from state to state. @example changesState('test-sent') // false */
export function changesState(kind: EventKind): boolean {
  return TRANSITIONS[kind] !== undefined;
}

/**
 * Whether an event of the log counts. One that the state forbids does not: nothing brings an ended reminder back. But
 * what tells that the customer was reached counts always.
 * @example isHeard('sent', 'approved') // false
 */
export function isHeard(state: ReminderState, kind: EventKind): boolean {
  return TRANSITIONS[kind] === undefined || mayTake(state, kind) || kind === 'sent' || kind === 'done';
}

/**
 * The state after an event. `refreshed` keeps approved, snoozed and planned as they are: only figures changed. `edited`
 * changes words, and no state.
 * @example stateAfter('approved', 'refreshed') // 'approved'
 */
export function stateAfter(state: ReminderState, kind: EventKind): ReminderState {
  if (kind === 'edited') return state;
  if (kind === 'refreshed') return state === 'needs-fix' ? 'planned' : state;
  return TRANSITIONS[kind]?.to ?? state;
}
