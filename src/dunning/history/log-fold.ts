// All that a run needs of the log's past: the history, the stops that stand, and the few events that are looked up one by one.
import type { LogEvent } from './events';
import { emptyHistory, foldInto, type History } from './history';
import { applyToStops, type Stops } from './stops';

/** The log folded up to some event. */
export interface LogFold {
  history: History;
  stops: Stops;
  /** Events by which people decided something about customers, payment details, settings and month ends, in order. */
  decisions: LogEvent[];
  /** When each actor last did something, `YYYY-MM-DD HH:mm:ss`. */
  lastActs: Map<string, string>;
}

const DECISIONS: readonly LogEvent['kind'][] = [
  ...(['customers-apart', 'details-changed', 'details-confirmed'] as const),
  ...(['month-closed', 'written-off', 'write-off-undone'] as const),
];

/** Whether an event is looked up one by one later on. */
function isDecision({ kind, facts }: LogEvent): boolean {
  if (kind === 'erased') return facts.month !== undefined;
  return DECISIONS.includes(kind) || (kind === 'setting-changed' && facts.code !== undefined);
}

/** The fold of a log without events. @param aliases keys under which a customer was known before */
export function emptyFold(aliases?: ReadonlyMap<string, string>): LogFold {
  return { history: emptyHistory(aliases), stops: new Map(), decisions: [], lastActs: new Map() };
}

/**
 * Folds events, in order of Seq, into a fold of those before them.
 * @example foldOn(emptyFold(), events).history.reminders.size
 */
export function foldOn(fold: LogFold, events: readonly LogEvent[]): LogFold {
  foldInto(fold.history, events);
  for (const event of events) noteBeside(fold, event);
  return fold;
}

/** Takes what an event says beside the history, which follows by `applyEvent`. */
export function noteBeside({ stops, decisions, lastActs }: LogFold, event: LogEvent): void {
  applyToStops(stops, event);
  if (isDecision(event)) decisions.push(event);
  lastActs.set(event.actor, event.at);
}
