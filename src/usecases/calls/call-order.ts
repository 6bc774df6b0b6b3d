// In which order calls are made: by a plain rule of points, what a call is likely to bring first, and why in one line.
import { type Day, shortDay } from '../../receivables/day';
import type { Totals } from '../../receivables/money';

/** What is known of a call before it is made. */
export interface Candidate {
  id: string;
  name: string;
  /** What it asks for, minor units by currency. */
  asked: Totals;
  /** Days past due of what it is mainly about. */
  daysLate: number;
  /** Day of the promise missed last, null without one. */
  missed: Day | null;
  /** Day of the last call that somebody answered, null when nobody did. */
  reached: Day | null;
  /** Calls since then that nobody answered. */
  unanswered: number;
  hasPhone: boolean;
}

/** Points for a missed promise: who promised can be asked what came in between. */
const MISSED = 3;
/** The largest calls that make up half of what all ask for in a currency have 3 points, up to four fifths 2, up to 95 % 1. */
const SHARES: readonly [upTo: number, points: number][] = [
  [0.5, 3],
  [0.8, 2],
  [0.95, 1],
];
/** Between one and three months late a call brings most; money that is older comes more rarely. */
const AGES: readonly [from: number, points: number][] = [
  [91, 1],
  [31, 2],
  [1, 1],
];
/** Tries without an answer, from which on somebody else is called first. */
const TRIES = 2;

/**
 * The calls in the order in which they are made. Points are added: a missed promise 3; its place among what today's calls
 * ask for in its own currency up to 3 (amounts of two currencies are not compared); its age up to 2; reached by phone before
 * 1; not reached twice running -2. Of equal ones the larger part of its currency first; without a number last.
 * @param candidates in any order
 * @param today days are written beside this one
 * @example inCallOrder([missedPromise, small], today)[0].why // 'promise of Tue 24 Nov missed · 41 days late'
 */
export function inCallOrder<T extends Candidate>(candidates: readonly T[], today: Day): { call: T; why: string }[] {
  const totals: Totals = {};
  for (const { asked } of candidates)
    for (const [currency, amount] of Object.entries(asked)) totals[currency] = (totals[currency] ?? 0) + amount;
  const weights = weightsOf(candidates, totals);
  const told = candidates.map((call) => {
    const share = shareOf(call, totals);
    const weight = weights.get(call.id) ?? 0;
    return { call, why: reasonsOf(call, share, weight, today).join(' · '), share, points: pointsOf(call, weight) };
  });
  told.sort(
    (a, b) =>
      Number(b.call.hasPhone) - Number(a.call.hasPhone) ||
      b.points - a.points ||
      b.share - a.share ||
      (a.call.name < b.call.name ? -1 : 1),
  );
  return told.map(({ call, why }) => ({ call, why }));
}

/** The largest part of what all ask for in one currency, 0 to 1. */
function shareOf({ asked }: Candidate, totals: Totals): number {
  return Math.max(0, ...Object.entries(asked).map(([currency, amount]) => amount / (totals[currency] || 1)));
}

/** The points by size: per currency the largest first, until what is before one passes a limit. */
function weightsOf(candidates: readonly Candidate[], totals: Totals): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [currency, total] of Object.entries(totals)) {
    const own = candidates.filter(({ asked }) => (asked[currency] ?? 0) > 0);
    own.sort((a, b) => (b.asked[currency] ?? 0) - (a.asked[currency] ?? 0));
    let sum = 0;
    let before = 0;
    let last = 0;
    for (const { id, asked } of own) {
      const amount = asked[currency] ?? 0;
      // Equal ones have equal points, in whatever order they come.
      if (amount !== last) before = sum;
      last = amount;
      const points = SHARES.find(([upTo]) => before < upTo * total)?.[1] ?? 0;
      weights.set(id, Math.max(weights.get(id) ?? 0, points));
      sum += amount;
    }
  }
  return weights;
}

function pointsOf({ missed, daysLate, reached, unanswered }: Candidate, weight: number): number {
  const age = AGES.find(([from]) => daysLate >= from)?.[1] ?? 0;
  return (missed === null ? 0 : MISSED) + weight + age + (reached === null ? 0 : 1) - (unanswered >= TRIES ? 2 : 0);
}

function reasonsOf(call: Candidate, share: number, weight: number, today: Day): string[] {
  const { hasPhone, missed, daysLate, reached, unanswered } = call;
  return [
    ...(hasPhone ? [] : ['no number yet']),
    ...(missed === null ? [] : [`promise of ${shortDay(missed, today)} missed`]),
    ...(weight > 1 ? [`${Math.max(1, Math.round(share * 100))} % of what calls ask for in its currency`] : []),
    ...(daysLate > 0 ? [`${daysLate} ${daysLate === 1 ? 'day' : 'days'} late`] : ['not late yet']),
    ...(unanswered >= TRIES ? [`not reached ${unanswered} times`] : []),
    ...(reached !== null && unanswered < TRIES ? [`reached on ${shortDay(reached, today)}`] : []),
  ];
}
