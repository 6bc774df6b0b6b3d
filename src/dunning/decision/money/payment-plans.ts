// Payment plans: instalments in rows of one name, each kept in its turn by what comes in; one that is missed ends the plan.
import type { Day } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { NO_CURRENCY, type Totals, toMinor } from '../../../receivables/money';
import type { PromiseState, PromiseToPay } from '../facts';

/** A promise as it stands on its own, with what an instalment is judged by. */
export interface Instalment {
  promise: PromiseToPay;
  customerKey: string;
  covered: readonly Invoice[];
  received: Totals;
  protectedTo: Day;
  state: PromiseState;
  /** Whether nothing of what it covers is left to pay. */
  isSettled: boolean;
  /** Whether a debit for what it covers came back for want of funds. */
  cameBack: boolean;
}

/** Whether two promises are instalments of one plan. */
export function isSamePlan(one: PromiseToPay, other: PromiseToPay): boolean {
  return planKey(one) !== '' && planKey(one) === planKey(other);
}

function planKey({ customerKey, plan }: PromiseToPay): string {
  const name = plan.trim().toLowerCase();
  return name === '' ? '' : `${customerKey}|${name}`;
}

/**
 * Judges the instalments of each plan together: what came in pays them in the order of their days, and after one that was missed
 * the later ones protect nothing any more (cancelled: neither kept nor broken), so that reminders go on where they stood.
 * @param standings every promise as it stands on its own
 * @param asOf the day
 * @returns the same in the same order, instalments with their own share of what came in
 * @example asPlans([first, second], asOf)[1].state // 'cancelled', where the first instalment is broken
 */
export function asPlans<T extends Instalment>(standings: readonly T[], asOf: Day): T[] {
  const plans = new Map<string, T[]>();
  for (const one of standings) {
    const key = one.promise.state === 'cancelled' ? '' : planKey(one.promise);
    if (key !== '') plans.set(key, [...(plans.get(key) ?? []), one]);
  }
  if (plans.size === 0) return [...standings];
  const judged = new Map([...plans.values()].flatMap((plan) => inTurn(plan, asOf)));
  return standings.map((one) => judged.get(one) ?? one);
}

/** Each instalment of a plan with what it has become, the earliest first. */
function inTurn<T extends Instalment>(plan: readonly T[], asOf: Day): [T, T][] {
  const code = plan.map(currencyOf).find((one) => one !== NO_CURRENCY) ?? NO_CURRENCY;
  // An instalment written anew was seen later than the others, and less came in since.
  let rest = Math.max(...plan.map(({ received }) => received[code] ?? received[NO_CURRENCY] ?? 0));
  let isOver = false;
  return [...plan].sort(byDay).map((one) => {
    const due = one.promise.amount === null ? null : toMinor(one.promise.amount, code);
    const part = due === null ? rest : Math.min(rest, due);
    rest -= part;
    const state = one.promise.state === 'open' ? becomeOf(one, due, part, isOver, asOf) : one.state;
    isOver ||= state === 'broken' || state === 'partly kept';
    return [one, { ...one, received: part > 0 ? { [code]: part } : {}, state }];
  });
}

function becomeOf(one: Instalment, due: number | null, part: number, isOver: boolean, asOf: Day): PromiseState {
  if (one.isSettled || (due !== null && due > 0 && part >= due)) return 'kept';
  if (isOver) return 'cancelled';
  if (asOf <= one.protectedTo && !one.cameBack) return 'open';
  return part > 0 ? 'partly kept' : 'broken';
}

function currencyOf({ promise, covered }: Instalment): string {
  return promise.currency || (covered[0]?.currency ?? NO_CURRENCY);
}

function byDay(a: Instalment, b: Instalment): number {
  return (a.promise.promisedOn ?? 0) - (b.promise.promisedOn ?? 0);
}
