// A rehearsal of days to come, or gone: the decision of each day on a history of its own, everything planned done on its day.
import { type Day, isoOf } from '../../receivables/day';
import type { Totals } from '../../receivables/money';
import { type DecisionContext, decisionContext, endedEpisodes } from '../decision/customer-context';
import { decide, type Plan } from '../decision/decide';
import type { Facts } from '../decision/facts';
import { notePromises } from '../decision/promises';
import { segmentEvents } from '../decision/standing-segment';
import { briefEvent, type NewEvent, type ReminderFacts, workbookEvent } from '../history/events';
import { applyEvent, type History } from '../history/history';
import type { Reminder, ReminderState } from '../history/reminder';
import { askedOn } from '../letter/headline';
import { type Channel, type ContactCount, channelSpec, countsOf, isSentByUs } from '../policy/channels';
import { placeOf } from '../policy/policy';
import { reconcile } from '../reminder/reconcile';

/** How the days are played. */
export interface ForecastOptions {
  /** How many mails may leave on one day; null for any number. The rest goes on the next business day. */
  mailsPerDay: number | null;
}

/** A business day of the forecast. */
export interface ForecastDay extends Record<ContactCount, number> {
  day: Day;
  /** Customers with a contact or a task. */
  customers: number;
}

/** A contact or task that would happen. */
export interface ForecastContact {
  day: Day;
  customerKey: string;
  customer: string;
  channel: Channel;
  /** As the log names it: `Timely 3 (firm)`. */
  stage: string;
  tone: string;
  /** What it asks for, minor units by currency. */
  amounts: Totals;
  /** Whether nobody at the customer was contacted before. */
  isFirst: boolean;
  /** All that it was decided on. */
  about: ReminderFacts;
}

/** A customer whom a reminder cannot reach before something is mended. */
export interface ForecastFix {
  customerKey: string;
  customer: string;
  code: string;
  message: string;
}

/** What a person approves, and the next run tries again. */
const GOES: readonly ReminderState[] = ['planned', 'approved', 'failed'];

/** Days lived through on a history of their own: each planned as the hourly run plans, and what is proposed done on its day. */
export class Rehearsal {
  readonly days: ForecastDay[] = [];
  readonly contacts: ForecastContact[] = [];
  readonly fixes = new Map<string, ForecastFix>();

  /** @param history what happened before; it goes on here */
  constructor(
    readonly history: History,
    private readonly options: ForecastOptions,
  ) {}

  /**
   * Plans a day as the hourly run would, then carries out what waits.
   * @param facts of the day, over this history
   * @param settle is told what was decided
   * @param beside what would be proposed about customers who are left out of the facts
   */
  play(
    facts: Facts,
    settle?: (context: DecisionContext, plan: Plan) => void,
    beside: readonly ReminderFacts[] = [],
  ): void {
    const { asOf } = facts;
    const context = decisionContext(facts);
    const decided = decide(facts, context, true);
    settle?.(context, decided);
    const plan = { ...decided, proposals: [...decided.proposals, ...beside] };
    this.happens(asOf, reconcile(facts, plan, { actor: '', seed: `forecast ${asOf}`, inBrief: true }));
    const waiting = [...this.history.waiting.values()];
    // What waits without being proposed is kept for another day: over a Friday, say, or the day of going live.
    const proposed = new Set(plan.proposals.map(placeOf));
    for (const reminder of waiting) if (reminder.state === 'needs-fix') this.noteFix(reminder);
    const done = this.withinMails(
      asOf,
      waiting.filter(({ state, facts: one }) => GOES.includes(state) && proposed.has(placeOf(one))),
    );
    this.days.push(tally(asOf, done));
    for (const reminder of done) this.carryOut(asOf, reminder);
  }

  /** Writes down what a planning run notes before it decides: rounds that ended, segments, promises. */
  note(facts: Facts): void {
    const ended = endedEpisodes(facts).map((customerKey) => workbookEvent('episode-ended', '', '', { customerKey }));
    this.happens(facts.asOf, [...ended, ...notePromises(facts, '')]);
    this.happens(facts.asOf, segmentEvents(facts, ''));
  }

  /** Folds events into the history. */
  happens(asOf: Day, events: readonly NewEvent[]): void {
    const at = `${isoOf(asOf)} 09:00:00`;
    for (const event of events) applyEvent(this.history, { seq: 0, at, hash: '', ...event });
  }

  private noteFix({ facts, code, note }: Reminder): void {
    const { customerKey, customer } = facts;
    if (!this.fixes.has(customerKey)) this.fixes.set(customerKey, { customerKey, customer, code, message: note });
  }

  /** What goes on a day: calls and tasks all, mails as many as may leave, what waits longest first. */
  private withinMails(asOf: Day, ready: readonly Reminder[]): readonly Reminder[] {
    const { mailsPerDay } = this.options;
    if (mailsPerDay === null) return ready;
    const today = isoOf(asOf);
    const gone = this.history.recipients.filter(([at]) => at.startsWith(today)).length;
    const mails = ready
      .map((reminder, index) => ({ reminder, index }))
      .filter(({ reminder }) => isSentByUs(reminder.facts.channel))
      .sort((a, b) =>
        a.reminder.plannedOn < b.reminder.plannedOn
          ? -1
          : a.reminder.plannedOn > b.reminder.plannedOn
            ? 1
            : a.index - b.index,
      );
    const late = new Set(mails.slice(Math.max(0, mailsPerDay - gone)).map(({ reminder }) => reminder));
    return ready.filter((reminder) => !late.has(reminder));
  }

  private carryOut(asOf: Day, { id, facts }: Reminder): void {
    const { customerKey, customer, channel, tone } = facts;
    const isFirst = !this.history.firstContact.has(customerKey);
    const spec = channelSpec(channel);
    const event =
      spec.sentBy === 'us' ? briefEvent('sent', id, facts) : briefEvent('done', id, facts, { outcome: spec.usual });
    this.happens(asOf, [event]);
    const { stage } = event;
    this.contacts.push({
      day: asOf,
      customerKey,
      customer,
      channel,
      stage,
      tone,
      // Told of a few among thousands.
      get amounts() {
        return askedOn(facts, asOf);
      },
      isFirst,
      about: facts,
    });
  }
}

function tally(day: Day, done: readonly Reminder[]): ForecastDay {
  const counts = countsOf((channel) => done.filter(({ facts }) => facts.channel === channel).length);
  return { day, ...counts, customers: done.length };
}
