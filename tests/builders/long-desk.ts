// A desk for long stories: the events of the workbook, numbered but not chained by hashes, so that years pass in moments.
import { endedEpisodes } from '../../src/dunning/decision/customer-context';
import { decide, type Plan } from '../../src/dunning/decision/decide';
import type { Facts } from '../../src/dunning/decision/facts';
import { liftedStops } from '../../src/dunning/decision/lifted-stops';
import { endedPromises } from '../../src/dunning/decision/promise-endings';
import { notePromises } from '../../src/dunning/decision/promises';
import { segmentEvents } from '../../src/dunning/decision/standing-segment';
import {
  type EventFacts,
  type EventKind,
  type LogEvent,
  type NewEvent,
  reminderEvent,
  workbookEvent,
} from '../../src/dunning/history/events';
import { applyEvent, emptyHistory, type History } from '../../src/dunning/history/history';
import type { Reminder } from '../../src/dunning/history/reminder';
import { applyToStops, type Stops } from '../../src/dunning/history/stops';
import { reconcile } from '../../src/dunning/reminder/reconcile';
import { type Day, isoOf } from '../../src/receivables/day';

/** What a plan of a day came to. */
export interface PlannedDay {
  plan: Plan;
  /** Everything that was written down, the notes before the decision included. */
  events: NewEvent[];
}

/** Plans days and takes what people do, as the workbook does, without the chain of hashes. */
export class LongDesk {
  readonly history: History = emptyHistory();
  /** All that was written, in order. */
  readonly events: LogEvent[] = [];
  private readonly stops: Stops = new Map();

  /** Writes events at nine o'clock of a day. */
  append(on: Day, events: readonly NewEvent[]): void {
    if (events.length === 0) return;
    const at = `${isoOf(on)} 09:00:00`;
    for (const event of events) {
      const placed = { ...event, seq: this.events.length + 1, at, hash: '' };
      this.events.push(placed);
      applyEvent(this.history, placed);
      applyToStops(this.stops, placed);
    }
  }

  /**
   * Plans a day from facts that carry this desk's history.
   * @example desk.plan(facts).events.map(({ kind }) => kind) // ['planned']
   */
  plan(facts: Facts): PlannedDay {
    const ended = endedEpisodes(facts).map((customerKey) =>
      workbookEvent('episode-ended', 'plan', '', { customerKey }),
    );
    const seen = [...ended, ...segmentEvents(facts, 'plan'), ...notePromises(facts, 'plan')];
    seen.push(...liftedStops(facts, this.stops));
    this.append(facts.asOf, seen);
    // A promise ends once; the row that would say so is the workbook's.
    const kept = endedPromises(facts, 'plan').filter(({ id }) => this.stops.has(`promise|${id}`));
    this.append(
      facts.asOf,
      kept.map(({ event }) => event),
    );
    const plan = decide(facts);
    const events = reconcile(facts, plan, { actor: 'plan', seed: `w|${this.events.length}` });
    this.append(facts.asOf, events);
    return { plan, events: [...seen, ...events] };
  }

  /** Something happens to a reminder. */
  act(on: Day, { id, facts }: Reminder, kind: EventKind, extra: EventFacts = {}): void {
    this.append(on, [reminderEvent(kind, id, facts, 'ann@ourfirm.example', '', extra)]);
  }
}
