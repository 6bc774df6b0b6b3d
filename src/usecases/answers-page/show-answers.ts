// What the page Answers shows: what came in, what was made of it, what waits for a person, and what changes nothing.
import type { Facts } from '../../dunning/decision/facts';
import { isChaseable, nameOf } from '../../dunning/decision/owed';
import { type Answer, isAsked } from '../../dunning/history/answers';
import { type Day, isoOf } from '../../receivables/day';
import { rememberedTabs } from '../../workbook/answer-tabs';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { REASONS_TAB } from '../../workbook/tab-specs';
import { readReasons } from '../../workbook/tabs/reasons';
import { isLate, judgedAnswers, waitingAnswers } from '../answers/take-answers';
import { textsWithoutLink } from './texts-without-link';
import type { AnswersView, AnswerView } from './view';

/** Decided answers are shown for so many days, and so many at most. */
const SHOWN_DAYS = 90;
const MOST = 200;

/** The page Answers. @throws Refusal with the stop that forbids showing it */
export function showAnswers(ports: Ports): AnswersView {
  const { ws, gathered, day } = openForShowing(ports);
  const { facts } = gathered;
  const { taken, left } = judgedAnswers(ws, facts);
  const { answers } = facts.history;
  const waiting = new Set(waitingAnswers(answers, facts));
  const known = [...answers.values()].filter((one) => waiting.has(one) || one.takenOn + SHOWN_DAYS >= day);
  const order = (one: Answer): number => (waiting.has(one) ? 0 : 1);
  const sorted = known.sort((a, b) => order(a) - order(b) || b.takenOn - a.takenOn);
  return {
    asOf: isoOf(day),
    form: ws.settings().answerForm,
    tabs: rememberedTabs(ws).map(({ name }) => name),
    fresh: taken.length,
    answers: sorted.slice(0, MOST).map((one) => viewOf(one, facts, waiting.has(one))),
    left: left
      .reverse()
      .slice(0, MOST)
      .map(({ on, sheet, at, message }) => ({ on: on === null ? '' : isoOf(on), sheet, at, why: message })),
    reasons: readReasons(ws.tabs.table(REASONS_TAB)).reasons.map(({ reason }) => reason),
    withoutLink: textsWithoutLink(ws, facts.policy),
  };
}

function viewOf(answer: Answer, facts: Facts, waits: boolean): AnswerView {
  const { row, reference, customerKey, what, on, day, made, until, quietTo, words, address, decision } = answer;
  const isSettled = isAsked(answer) && !waits;
  const why = isSettled ? 'What the mail asked for is settled.' : answer.why;
  const open = facts.invoices.filter((one) => answer.keys.includes(one.key) && isChaseable(one));
  const end = Math.max(quietTo ?? 0, decision?.as === 'rejected' ? 0 : (until ?? 0));
  return {
    ...{ row, reference, customerKey, what, words, address, why },
    customer: facts.customers.has(customerKey) ? nameOf(facts, customerKey) : answer.customer,
    on: isoOf(on),
    day: isoOrBlank(day),
    state: decision?.as ?? (isSettled ? 'left' : made),
    invoices: open.map(({ invoice, key }) => invoice || key),
    pausedTo: end >= facts.asOf ? isoOf(end) : '',
    by: decision ? decision.by : '',
    isLate: waits && isLate(answer, facts.asOf, facts.settings.holidays),
  };
}

function isoOrBlank(day: Day | null): string {
  return day === null ? '' : isoOf(day);
}
