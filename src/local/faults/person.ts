// The person after a fault: undoes what can be undone, presses the buttons that are offered, looks in Sent, approves; truthfully.
import { HOUR } from '../hourly-run';
import type { SetupView } from '../set-up';
import { dayIn, wallClock } from '../wall-clock';
import { addressOf, momentOf, ZONE } from './book';
import { BOB, type Desk, type Ended, TRIGGER } from './desk';
import { isInSent } from './outbox';
import { waitingOf } from './tabs';

/** How many hours a person gives it until what should leave must have left: two business days from 9 to 18. */
const HOURS = 18;

interface Today {
  stops: { code: string; message: string; actions: { call: string; typed?: string }[] }[];
  alerts: { code: string }[];
  waiting: Record<'toReview' | 'needsFix' | 'failed' | 'unconfirmed', number>;
  switches: { live: boolean; automatic: boolean };
  sender: { isYou: boolean };
}

interface Line {
  id: string;
  state: string;
  channel: string;
  customer: string;
  look: string;
}

/** What came of the hours after a fault. */
export interface Aftermath {
  /** What a person was told or asked, and what went wrong in nobody's words, in order, each once. */
  told: string[];
  /** Raw exceptions once the fault was over. */
  raw: string[];
  /** Whether nothing waits any more and nothing is asked. */
  isSettled: boolean;
  /** Stops after the first hour, before anybody did anything. */
  firstStops: string[];
  /** States of what waited then. */
  firstStates: string[];
}

/** A person's own changes that Undo takes back, the latest last. */
export type Undo = (() => void)[];

/**
 * Lets the hours after a fault pass: the trigger fires, a person answers what is asked, until nothing waits.
 *
 * @param desk at the end of the fault
 * @param undo what can be taken back, once something is found to be wrong
 */
export function settle(desk: Desk, undo: Undo = []): Aftermath {
  const after: Aftermath = { told: [], raw: [], isSettled: false, firstStops: [], firstStates: [] };
  const person = new Person(desk, undo, after);
  for (let hour = 0; hour < HOURS && !after.isSettled; hour += 1) {
    nextHour(desk);
    person.see('the hourly run', desk.run(TRIGGER));
    if (hour === 0) after.firstStates = waitingOf(desk.world).map((row) => row['State'] ?? '');
    after.isSettled = !person.answer(hour === 0);
  }
  // One hour more: what is settled stays so, and nothing leaves once more.
  nextHour(desk);
  person.see('the hourly run', desk.run(TRIGGER));
  return after;
}

/** The clock goes on by an hour; after the office hours to nine in the morning of the next day. */
function nextHour(desk: Desk): void {
  desk.now += HOUR;
  const hour = Number(wallClock(desk.now, ZONE).slice(11, 13));
  if (hour >= 18) desk.now = momentOf(dayIn(desk.now + 12 * HOUR, ZONE), '09:00');
}

class Person {
  constructor(
    private readonly desk: Desk,
    private readonly undo: Undo,
    private readonly after: Aftermath,
  ) {}

  /** Takes note of how an execution ended. */
  see(what: string, ended: Ended): void {
    if (ended.kind === 'raw') this.note(this.after.raw, `${what}: ${ended.message}`);
    else if (ended.kind === 'refused') this.note(this.after.told, `${ended.code}: ${ended.message}`);
  }

  private note(list: string[], words: string): void {
    if (!list.includes(words)) list.push(words);
  }

  /** Presses a button; what only the sender may do, a colleague who is that does when asked. @returns whether it did what it says */
  private press(name: string, ...args: unknown[]): boolean {
    const own = this.desk.run({ name, args });
    const isSenders = own.kind === 'refused' && own.code === 'not-sender';
    const ended = isSenders ? this.desk.run({ name, args, user: BOB }) : own;
    this.see(name, ended);
    return ended.kind === 'value';
  }

  private look<T>(name: string): T | null {
    const ended = this.desk.run({ name });
    this.see(name, ended);
    return ended.kind === 'value' ? (ended.value as T) : null;
  }

  /** Answers everything that is asked. @returns whether something was asked, or still waits */
  answer(isFirst: boolean): boolean {
    const today = this.look<Today>('getToday');
    if (!today) return this.takeBack() || true;
    if (isFirst) this.after.firstStops = today.stops.map(({ code }) => code);
    for (const { code, message } of today.stops) this.note(this.after.told, `${code}: ${message}`);
    const [stop] = today.stops;
    // A sheet that is not as it should be is put right before any button is pressed.
    if (stop && stop.code !== 'stale-payments' && this.takeBack()) return true;
    // A button that does nothing makes a person wonder what was changed.
    if (stop && !this.pressOneOf(stop)) return this.takeBack() || true;
    if (!today.sender.isYou && !stop) this.press('becomeSender');
    if (today.sender.isYou && !today.switches.live) this.press('setLive', true);
    if (today.sender.isYou && !today.switches.automatic) this.press('setAutomatic', true);
    const { toReview, needsFix, failed, unconfirmed } = today.waiting;
    // Nobody here asked for two approvals: a cell says so that should not.
    if (today.alerts.some(({ code }) => code === 'second-missing') && this.takeBack()) return true;
    if (needsFix > 0 && this.takeBack()) return true;
    if (failed + unconfirmed > 0) this.lookIntoProblems();
    if (toReview > 0) this.review();
    return stop !== undefined || !today.switches.live || !today.switches.automatic || this.waits();
  }

  /** Undo, for everything that can be undone. @returns whether there was anything */
  private takeBack(): boolean {
    const all = this.undo.splice(0).reverse();
    for (const one of all) one();
    return all.length > 0;
  }

  private pressOneOf({ message, actions }: Today['stops'][number]): boolean {
    const [action] = actions;
    if (action?.typed !== undefined) return this.press(action.call, endOf(message));
    if (action?.call === 'confirmPayments') return this.press('confirmPayments', dayIn(this.desk.now, ZONE));
    if (action?.call === 'openSetup') return this.setUpAgain();
    return action ? this.press(action.call) : false;
  }

  /** Set up again, as somebody who agrees with what was found. */
  private setUpAgain(): boolean {
    const found = this.look<SetupView>('getSetup');
    if (!found) return false;
    const { sheet, headerRow, company, senderName, replyTo } = found;
    const columns = Object.fromEntries(found.fields.map(({ field, header }) => [field, header]));
    return this.press('applySetup', { sheet, headerRow, columns, company, senderName, replyTo });
  }

  private lookIntoProblems(): void {
    const problems = this.look<{ failed: Line[]; unconfirmed: Line[] }>('getProblems');
    for (const { id } of problems?.failed ?? []) this.press('retryFailed', id);
    for (const { id } of problems?.unconfirmed ?? [])
      this.press('resolveUnconfirmed', id, isInSent(this.desk.world, id) ? 'sent' : 'approved');
  }

  /** Approves what waits; who is told to look in Sent first looks there for the customer. */
  private review(): void {
    const lines = this.look<{ lines: Line[] }>('getReview')?.lines ?? [];
    const planned = lines.filter(({ state, channel }) => state === 'planned' && channel === 'email');
    const isThere = ({ look, customer }: Line) =>
      look.includes('look in Sent') && isInSent(this.desk.world, addressOf(customer));
    for (const line of planned.filter(isThere)) this.press('treatAsDone', line.id, 'Found in Sent.');
    const rest = planned.filter((line) => !isThere(line)).map(({ id }) => id);
    if (rest.length > 0) this.press('approveReminders', rest);
  }

  private waits(): boolean {
    return waitingOf(this.desk.world).some(({ State: state }) => state !== 'snoozed');
  }
}

/** The end of what has to be confirmed, as the sentence says it. @example endOf('... changed: none. Nothing is sent ...') // 'none' */
function endOf(message: string): string {
  return /(?:ends in|:) ([^:.]*)\. Nothing is sent/.exec(message)?.[1] ?? '';
}
