// Whether a reminder still says what was approved: the same, less than that, or something else.
import type { ReminderFacts, ReminderLineFacts } from '../history/events';
import { wordOf } from '../policy/purposes';

/** `same`; `fallen`: less is asked for, or other approvals are needed, it may go out refreshed; `changed`: a person must look again. */
export interface Comparison {
  kind: 'same' | 'fallen' | 'changed';
  /** What changed, a sentence; '' when nothing did. */
  what: string;
}

/**
 * Compares an approved reminder with the one that today's facts would make.
 * @param approved the facts it was approved on
 * @param fresh the facts now
 */
export function compareReminders(approved: ReminderFacts, fresh: ReminderFacts): Comparison {
  if (!isSameStage(approved, fresh))
    return changed(`It would now be step ${fresh.stage} (${fresh.tone}) of ${fresh.segment}.`);
  if (approved.to.join() !== fresh.to.join() || approved.cc.join() !== fresh.cc.join()) {
    return changed(`It would now go to ${[...fresh.to, ...fresh.cc].join(', ') || 'nobody'}.`);
  }
  if (approved.sending === 'auto' && fresh.sending === 'review') {
    return changed('It is to be read by a person before it goes out.');
  }
  if (othersAlong(approved) !== othersAlong(fresh)) return changed('Something else would now come along with it.');
  const [files = [], now = []] = [approved.files, fresh.files];
  if (now.some((one) => !files.includes(one))) return changed('Another document would now come along with it.');
  if (wordOf(fresh) && approved.reasons[0] !== fresh.reasons[0]) return changed('The promise changed.');
  const lines = becauseOf(compareLines(approved.lines, fresh.lines), approved, fresh);
  if (lines.kind !== 'same') return lines;
  if (now.length < files.length) return { kind: 'fallen', what: 'A document no longer comes along.' };
  if (approved.second === fresh.second) return lines;
  return { kind: 'fallen', what: fresh.second ? 'Two people have to approve it now.' : 'One approval is enough now.' };
}

/** What comes along beside documents, which are told one by one. */
function othersAlong({ attach = [] }: ReminderFacts): string {
  return attach.filter((one) => one !== 'documents').join();
}

/** Where a payment is what lowered it, that is said. */
function becauseOf(found: Comparison, approved: ReminderFacts, fresh: ReminderFacts): Comparison {
  if (found.kind !== 'fallen') return found;
  const came = fresh.reasons.find((reason) => reason.startsWith('A payment of ') && !approved.reasons.includes(reason));
  return came === undefined ? found : { ...found, what: came };
}

/** Whether two reminders are about the same: due invoices, or one and the same promise, month or discount. */
export function isSameOccasion(a: ReminderFacts, b: ReminderFacts): boolean {
  return a.anchor === b.anchor && a.subject === b.subject;
}

function isSameStage(a: ReminderFacts, b: ReminderFacts): boolean {
  return (
    a.segment === b.segment &&
    a.stage === b.stage &&
    a.days === b.days &&
    a.tone === b.tone &&
    a.channel === b.channel &&
    a.template === b.template &&
    a.language === b.language
  );
}

function compareLines(approved: readonly ReminderLineFacts[], fresh: readonly ReminderLineFacts[]): Comparison {
  const before = new Map(approved.map((line) => [line.key, line]));
  let fallen = approved.length !== fresh.length;
  for (const line of fresh) {
    const old = before.get(line.key);
    if (!old || old.currency !== line.currency) {
      if (line.open > 0) return changed(`Invoice ${line.invoice || line.key} came on top.`);
      fallen = true;
    } else if (asked(line) > asked(old)) {
      return changed(`Invoice ${line.invoice || line.key} asks for more than was approved.`);
    } else if (asked(line) < asked(old) || isShownOtherwise(line, old)) fallen = true;
  }
  // A credit that is gone means that more is asked for in all.
  const after = new Set(fresh.map(({ key }) => key));
  const lostCredit = approved.find((line) => line.open < 0 && !after.has(line.key));
  if (lostCredit) return changed(`The credit ${lostCredit.invoice || lostCredit.key} is no longer open.`);
  return fallen ? { kind: 'fallen', what: 'Less is open than when it was approved.' } : { kind: 'same', what: '' };
}

/** Whether a line that asks for no more would read otherwise: its stage, its due date, or how much of it is disputed. */
function isShownOtherwise(line: ReminderLineFacts, old: ReminderLineFacts): boolean {
  return line.open !== old.open || line.stage?.stage !== old.stage?.stage || line.due !== old.due;
}

/** What a line asks for; credits count against. */
function asked(line: ReminderLineFacts): number {
  return line.open - line.disputed;
}

function changed(what: string): Comparison {
  return { kind: 'changed', what };
}
