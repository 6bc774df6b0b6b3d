// The next days if nobody pays: the decision of each day on a copy of the history, everything planned done on its day.
import { type Day, isBusinessDay, isoOf } from '../../receivables/day';
import type { Totals } from '../../receivables/money';
import { decisionContext, endedEpisodes } from '../decision/customer-context';
import { decide } from '../decision/decide';
import type { Facts } from '../decision/facts';
import { notePromises } from '../decision/promises';
import { segmentEvents } from '../decision/standing-segment';
import { type NewEvent, reminderEvent, workbookEvent } from '../history/events';
import { applyEvent, type History } from '../history/history';
import type { Reminder, ReminderState } from '../history/reminder';
import { askedOn } from '../letter/headline';
import { type Channel, type ContactCount, channelSpec, countsOf, isSentByUs } from '../policy/channels';
import { placeOf } from '../policy/policy';
import { reconcile } from '../reminder/reconcile';
import { type Crowd, crowdsOf } from './forecast-crowds';
import { Roster } from './forecast-roster';
import { copyHistory } from './history-copy';

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
}

/** A customer whom a reminder cannot reach before something is mended. */
export interface ForecastFix {
  customerKey: string;
  customer: string;
  code: string;
  message: string;
}

/** What would happen. */
export interface Forecast {
  /** The business days, none left out. */
  days: ForecastDay[];
  /** In order of their days. */
  contacts: ForecastContact[];
  /** Customers who cannot be reached, each once. */
  fixes: ForecastFix[];
  /** Who is contacted most within seven days; null when nobody is. */
  busiest: Crowd | null;
  /** Customers with more than two contacts within seven days, the most contacted first. */
  crowded: Crowd[];
}

/**
 * What would happen in the coming days if nobody paid and everything planned were approved and done on its day. Invoices
 * age, the stages go on; stops, segments and amounts stay as they are. The given facts are not changed.
 * @param facts of the first day
 * @param count how many calendar days, the first included
 * @example forecast(facts, 30, { mailsPerDay: null }).days[0]?.mails
 */
export function forecast(facts: Facts, count: number, options: ForecastOptions): Forecast {
  const rehearsal = new Rehearsal(facts, options);
  const closed = new Set([...facts.settings.holidays, ...facts.settings.quiet]);
  for (let day = facts.asOf; day < facts.asOf + count; day += 1) if (isBusinessDay(day, closed)) rehearsal.play(day);
  const { days, contacts, fixes } = rehearsal;
  const crowds = crowdsOf(contacts, facts.history.contacts, facts.asOf);
  return { days, contacts, fixes: [...fixes.values()], busiest: crowds[0] ?? null, crowded: crowds.filter(isCrowded) };
}

/** More than two contacts in a week are more than a customer takes kindly. */
function isCrowded({ days }: Crowd): boolean {
  return days.length > 2;
}

/** What a person approves, and the next run tries again. */
const GOES: readonly ReminderState[] = ['planned', 'approved', 'failed'];

/** The days played so far. */
class Rehearsal {
  readonly days: ForecastDay[] = [];
  readonly contacts: ForecastContact[] = [];
  readonly fixes = new Map<string, ForecastFix>();
  private readonly history: History;
  private readonly roster: Roster;

  constructor(
    private readonly facts: Facts,
    private readonly options: ForecastOptions,
  ) {
    this.history = copyHistory(facts.history);
    this.roster = new Roster(facts, this.history);
  }

  /** Plans a day as the hourly run would, then carries out what waits. */
  play(asOf: Day): void {
    this.before(asOf);
    const facts: Facts = { ...this.facts, asOf, invoices: this.roster.invoicesOn(asOf), history: this.history };
    const context = decisionContext(facts);
    const plan = decide(facts, context);
    this.roster.settle(context, plan);
    this.happens(asOf, reconcile(facts, plan, { actor: '', seed: `forecast ${asOf}` }));
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

  /** What a planning run notes first. Where nobody pays, rounds of reminders end and promises appear on the first day only. */
  private before(asOf: Day): void {
    const facts: Facts = { ...this.facts, asOf, history: this.history };
    if (this.days.length === 0) {
      const ended = endedEpisodes(facts).map((customerKey) => workbookEvent('episode-ended', '', '', { customerKey }));
      this.happens(asOf, [...ended, ...notePromises(facts, '')]);
    } else if (![...this.history.segments.values()].some(({ pending }) => pending !== '')) return;
    this.happens(asOf, segmentEvents(facts, ''));
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
      spec.sentBy === 'us'
        ? reminderEvent('sent', id, facts, '', '')
        : reminderEvent('done', id, facts, '', '', { outcome: spec.usual });
    this.happens(asOf, [event]);
    const { stage } = event;
    this.contacts.push({
      day: asOf,
      customerKey,
      customer,
      channel,
      stage,
      tone,
      amounts: askedOn(facts, asOf),
      isFirst,
    });
  }

  private happens(asOf: Day, events: readonly NewEvent[]): void {
    const at = `${isoOf(asOf)} 09:00:00`;
    for (const event of events) applyEvent(this.history, { seq: 0, at, hash: '', ...event });
  }
}

function tally(day: Day, done: readonly Reminder[]): ForecastDay {
  const counts = countsOf((channel) => done.filter(({ facts }) => facts.channel === channel).length);
  return { day, ...counts, customers: done.length };
}
