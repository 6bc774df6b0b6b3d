// Payment plans: instalments in rows of one name, each kept in its turn by what comes in; one that is missed ends the plan.
import type { Day } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { addTo, NO_CURRENCY, type Totals, toMinor } from '../../../receivables/money';
import type { NotedPromise } from '../../history/events';
import type { PromiseState, PromiseToPay } from '../facts';

/** What came in on an invoice since a promise was first seen. */
export type Received = readonly [key: string, currency: string, amount: number];

/** A promise as it stands on its own, with what an instalment is judged by. */
export interface Instalment {
  promise: PromiseToPay;
  /** Whose it is, by its invoice where its row names nobody. */
  customerKey: string;
  covered: readonly Invoice[];
  received: Totals;
  /** The same by invoice, and what came on account. */
  came: { lines: readonly Received[]; account: Totals };
  /** Since when it is known what came in on it; null where it was not noted. */
  notedOn: Day | null;
  protectedTo: Day;
  state: PromiseState;
  /** Whether nothing of what it covers is left to pay. */
  isSettled: boolean;
  /** Whether a debit for what it covers came back for want of funds. */
  cameBack: boolean;
}

/** Whether two promises are instalments of one plan. */
export function isSamePlan(one: InPlan, other: InPlan): boolean {
  return planKey(one) !== '' && planKey(one) === planKey(other);
}

type InPlan = Pick<PromiseToPay, 'customerKey' | 'plan'>;

/** By whom and what a promise is part of a plan: a row that names nobody is its invoice's customer's. */
export function inPlan({ promise: { customerKey, plan }, customerKey: found }: Instalment): InPlan {
  return { customerKey: customerKey || found, plan };
}

function planKey({ customerKey, plan }: InPlan): string {
  const name = plan.trim().toLowerCase();
  return name === '' ? '' : `${customerKey}|${name}`;
}

/**
 * Judges the instalments of each plan together: what came in pays them in the order of their days, and after one that was missed
 * the later ones protect nothing any more (cancelled: neither kept nor broken), so that reminders go on where they stood.
 * @param standings every promise as it stands on its own
 * @param gone promises that were kept and stand in no row any more: what they took pays no other instalment
 * @param asOf the day
 * @param tolerance what may be missing, decimal
 * @returns the same in the same order, instalments with their own share of what came in
 * @example asPlans([first, second], [], asOf, 0)[1].state // 'cancelled', where the first instalment is broken
 */
export function asPlans<T extends Instalment>(
  standings: readonly T[],
  gone: readonly NotedPromise[],
  asOf: Day,
  tolerance: number,
): T[] {
  const plans = new Map<string, T[]>();
  for (const one of standings) {
    const key = one.promise.state === 'cancelled' ? '' : planKey(inPlan(one));
    if (key !== '') plans.set(key, [...(plans.get(key) ?? []), one]);
  }
  if (plans.size === 0) return [...standings];
  const judged = new Map([...plans.values()].flatMap((plan) => inTurn(plan, gone, asOf, tolerance)));
  return standings.map((one) => judged.get(one) ?? one);
}

/** Each instalment of a plan with what it has become, the earliest first. */
function inTurn<T extends Instalment>(
  plan: readonly T[],
  gone: readonly NotedPromise[],
  asOf: Day,
  tolerance: number,
): [T, T][] {
  const usual = plan.map(currencyOf).find((one) => one !== NO_CURRENCY) ?? NO_CURRENCY;
  const rest = cameInOn(plan);
  const since = Math.min(...plan.map(({ notedOn }) => notedOn ?? Number.POSITIVE_INFINITY));
  for (const [code, taken] of takenBefore(plan, gone, since)) addTo(rest, code, -Math.min(taken, rest[code] ?? 0));
  const judged: T[] = [];
  let isOver = false;
  return [...plan].sort(byDay).map((one) => {
    const own = currencyOf(one);
    const code = own === NO_CURRENCY ? usual : own;
    const twin = judged.find((other) => isTwin(one.promise, other.promise));
    if (twin) {
      const state = one.promise.state === 'open' ? twin.state : one.state;
      return [one, { ...one, received: twin.received, state }];
    }
    const due = one.promise.amount === null ? null : toMinor(one.promise.amount, code);
    const from = rest[code] === undefined ? NO_CURRENCY : code;
    const left = rest[from] ?? 0;
    // What a kept one took before the rows were written anew is in no sum that began later.
    const isTaken = one.promise.state === 'kept' && one.notedOn === null && since > (one.promise.recorded ?? 0);
    const part = isTaken ? 0 : due === null ? left : Math.min(left, due);
    rest[from] = left - part;
    const isPaid = due !== null && due > 0 && part > 0 && part + toMinor(tolerance, code) >= due;
    const state = one.promise.state === 'open' ? becomeOf(one, isOver, asOf, isPaid, part) : one.state;
    isOver ||= state === 'broken' || state === 'partly kept';
    const now = { ...one, received: part > 0 ? { [code]: part } : {}, state };
    judged.push(now);
    return [one, now];
  });
}

/** Whether a row of a plan is there twice; one of the two may name the invoice. */
function isTwin(one: PromiseToPay, other: PromiseToPay): boolean {
  const isSame = one.promisedOn === other.promisedOn && one.amount === other.amount && one.currency === other.currency;
  return isSame && (one.invoice === other.invoice || one.invoice === '' || other.invoice === '');
}

/** What kept ones whose rows were deleted took of it, as they were noted: by their invoices and as they were named, day and amount last. */
function takenBefore(plan: readonly Instalment[], gone: readonly NotedPromise[], since: Day): [string, number][] {
  const own = new Set(plan.flatMap(({ covered }) => covered.map(({ key }) => key)));
  const days = new Set(plan.map(({ promise: { promisedOn } }) => String(promisedOn)));
  return gone.flatMap(({ id, lines, on = 0, endedOn = on }): [string, number][] => {
    const line = lines.find(([key]) => own.has(key));
    const [amount = '', day = ''] = id.split('|').reverse();
    // A row on its day is this one written anew. What was kept before the plan was noted is in no sum of it.
    if (!line || days.has(day) || (on < since && endedOn <= since)) return [];
    return [[line[1], toMinor(Number(amount), line[1])]];
  });
}

/** What came in on all that a plan covers. An instalment written anew was seen later than the others, and less came in since. */
function cameInOn(plan: readonly Instalment[]): Totals {
  const most = new Map<string, Received>();
  const sums: Totals = {};
  for (const { came } of plan) {
    for (const line of came.lines) if (line[2] > (most.get(line[0])?.[2] ?? 0)) most.set(line[0], line);
    for (const [code, amount] of Object.entries(came.account)) sums[code] = Math.max(sums[code] ?? 0, amount);
  }
  for (const [, code, amount] of most.values()) addTo(sums, code, amount);
  return sums;
}

function becomeOf(one: Instalment, isOver: boolean, asOf: Day, isPaid: boolean, part: number): PromiseState {
  if (one.isSettled || isPaid) return 'kept';
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
