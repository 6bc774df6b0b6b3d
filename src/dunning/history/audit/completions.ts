// Which stages of which invoices were completed, by what: a stage comes once, and none below one that was reached.
import type { LogEvent, ReminderFacts } from '../events';
import { anchoredStepKey, subjectsOf } from '../history-state';
import { type Finding, findingAt } from './finding';

/** A stage that an entry completed. */
interface Completion {
  segment: string;
  stage: number;
  days: number;
  seq: number;
  /** '' for what was taken over at the beginning. */
  reminder: string;
  byMail: boolean;
}

/** The completed stages by invoice, promise, month or discount. */
export class Completions {
  private readonly done = new Map<string, Completion[]>();

  /** Notes what a reminder completed. */
  add(event: LogEvent, facts: ReminderFacts): void {
    for (const { key, stage, days } of stagesOf(facts)) {
      const byMail = event.kind === 'sent';
      this.push(key, { segment: facts.segment, stage, days, seq: event.seq, reminder: event.reminder, byMail });
    }
  }

  /** Notes stages that were taken over at the beginning. */
  takeOver({ seq, facts: { segment = '', steps = [] } }: LogEvent): void {
    for (const { key, stage, days } of steps)
      this.push(key, { segment, stage, days, seq, reminder: '', byMail: false });
  }

  /** What a reminder completed is to be done again. */
  takeBack(reminder: string): void {
    for (const [key, stages] of this.done)
      this.done.set(
        key,
        stages.filter((stage) => stage.reminder !== reminder),
      );
  }

  /** What a mail repeats, or falls behind. */
  check(event: LogEvent, facts: ReminderFacts): Finding[] {
    const again = new Set(facts.again ?? []);
    return stagesOf(facts).flatMap((asked) => {
      const before = (this.done.get(asked.key) ?? []).filter(({ reminder }) => reminder !== event.reminder);
      const higher = before.find((one) => isAbove(one, asked, facts));
      if (higher) {
        const message = `${event.reminder} asks ${facts.customer} for ${asked.name} at step ${asked.stage}, after step ${higher.stage} was done already.`;
        return [findingAt('stage-below', event, message, [higher.seq])];
      }
      const same = before.find((one) => isSame(one, asked, facts));
      if (!same || again.has(asked.key)) return [];
      return [repeated(event, facts, asked, same)];
    });
  }

  private push(key: string, completion: Completion): void {
    const stages = this.done.get(key);
    if (stages) stages.push(completion);
    else this.done.set(key, [completion]);
  }
}

interface Asked {
  key: string;
  name: string;
  stage: number;
  days: number;
}

/** What a reminder completes: the stages of its invoices, or its step around a promise, a month or a discount. */
function stagesOf(facts: ReminderFacts): Asked[] {
  const { anchor, customerKey, stage, days, lines } = facts;
  if (anchor !== 'due')
    return subjectsOf(facts).map((about) => ({
      ...{ key: anchoredStepKey(anchor, customerKey, about), name: WHAT[anchor] ?? anchor, stage, days },
    }));
  return lines.flatMap((line) =>
    line.stage ? [{ key: line.key, name: `invoice ${line.invoice || line.key}`, ...line.stage }] : [],
  );
}

const WHAT: Readonly<Record<string, string>> = {
  promise: 'a promise',
  month: 'the statement of the month',
  discount: 'a discount',
  issue: 'an invoice that goes out',
};

/** Stages of another segment are compared by their days, as the decision does. */
function isAbove(one: Completion, asked: Asked, { anchor, segment }: ReminderFacts): boolean {
  return anchor !== 'due' || one.segment === segment ? one.stage > asked.stage : one.days > asked.days;
}

function isSame(one: Completion, asked: Asked, { anchor, segment }: ReminderFacts): boolean {
  return anchor !== 'due' || one.segment === segment ? one.stage === asked.stage : one.days === asked.days;
}

function repeated(event: LogEvent, { customer }: ReminderFacts, { stage, name }: Asked, same: Completion): Finding {
  const by = same.reminder === '' ? 'when the work began' : `by ${same.reminder}`;
  if (same.byMail) {
    const message = `Step ${stage} for ${name} went to ${customer} twice: ${by} before, and by ${event.reminder}.`;
    return findingAt('stage-twice', event, message, [same.seq]);
  }
  const message = `Step ${stage} for ${name} of ${customer} had been completed ${by}, and ${event.reminder} went out for it all the same.`;
  return findingAt('stage-done-before', event, message, [same.seq]);
}
