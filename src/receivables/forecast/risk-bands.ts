// Risk in words: four bands by how often such invoices were very late, each with its reason; none where too few ever were.
import type { Day } from '../day';
import { daysFromDue, FEW } from './forecast-words';
import type { PaymentRecord } from './payment-record';

/** The bands, the mildest first; each begins where the one before it ends. Shares of such invoices that were late. */
export const RISK_BANDS = [
  { band: 'low', word: 'Low', upTo: 0.1 },
  { band: 'watch', word: 'Watch', upTo: 0.3 },
  { band: 'high', word: 'High', upTo: 0.6 },
  { band: 'very high', word: 'Very high', upTo: 1 },
] as const;

export type RiskBand = (typeof RISK_BANDS)[number]['band'];

/** So many invoices have to have been late before anything is told of the next: with fewer it is chance. */
export const FEWEST_EVENTS = 20;

/**
 * The band of a chance: low below 10 %, watch to 30 %, high to 60 %, very high above.
 * @param chance of being late, 0 to 1
 * @example riskBand(0.3) // 'high'
 */
export function riskBand(chance: number): RiskBand {
  // What is exactly on an edge is of the upper band, but for the last edge: above 60 %.
  const found = RISK_BANDS.find(({ upTo }) => chance < upTo || (upTo === 0.6 && chance <= upTo));
  return found?.band ?? 'very high';
}

/**
 * How many invoices of a book were more than some days late, paid by now or not.
 * @param records of the day, as `recordsOn` gives them
 * @example lateInvoices(records, asOf, 30) // 7: too few for a band
 */
export function lateInvoices(records: readonly PaymentRecord[], asOf: Day, days: number): number {
  return records.filter(({ due, paidOn }) => (paidOn ?? asOf) - due > days).length;
}

/** What is open of somebody in a currency, as risk looks at it. */
export interface RiskOf {
  /** How much of what is not late already may be, 0 to 1; null where nothing is left of that. */
  chance: number | null;
  /** The share of all that is open, what is late already included. */
  score: number;
  /** How many invoices are open, and how many of them are late already. */
  invoices: number;
  late: number;
  /** Days past due of the oldest that is not late already; negative before its due date, null without one. */
  pastDue: number | null;
  usualDays: number | null;
  paidCount: number;
}

/**
 * A band with its frequency and its reason, never a bare score.
 * @param days what counts as late
 * @example riskInWords({ chance: 0.6, score: 0.6, invoices: 1, late: 0, pastDue: 18, usualDays: 20, paidCount: 9 }, 30)
 * // 'High: about 6 in 10 such invoices were over 30 days late. Usually 20 days after due; this one is 18 days past due.'
 */
export function riskInWords(of: RiskOf, days: number): string {
  const { score, chance, invoices, late } = of;
  const word = RISK_BANDS.find(({ band }) => band === riskBand(score))?.word ?? '';
  const all = invoices === 1 ? 'it is' : invoices === 2 ? 'both are' : `all ${invoices} are`;
  if (chance === null) return `${word}: ${all} over ${days} days late already. ${habitInWords(of)}.`;
  const often = `${frequency(chance)} such invoices were over ${days} days late`;
  const already = `${late} of ${invoices} are over ${days} days late already; of the rest ${often}`;
  return `${word}: ${late === 0 ? often : already}. ${habitInWords(of)}; ${ageInWords(of)}.`;
}

/** A chance as people count. @example frequency(0.62) // 'about 6 in 10' */
export function frequency(chance: number): string {
  if (chance < 0.05) return 'fewer than 1 in 20';
  if (chance > 0.95) return 'nearly all';
  return `about ${Math.max(1, Math.min(9, Math.round(chance * 10)))} in 10`;
}

function habitInWords({ usualDays, paidCount }: RiskOf): string {
  if (usualDays === null) return 'Nothing was paid here yet';
  const usually = daysFromDue(usualDays);
  return paidCount >= FEW ? `Usually ${usually}` : `New to us; this book pays ${usually}`;
}

function ageInWords({ invoices, late, pastDue }: RiskOf): string {
  const left = invoices - late;
  const which = left === 1 ? (late === 0 ? 'this one' : 'that one') : 'the oldest of them';
  if (pastDue === null) return `${which} has no due date`;
  const count = Math.abs(pastDue) === 1 ? '1 day' : `${Math.abs(pastDue)} days`;
  if (pastDue === 0) return `${which} is due today`;
  return pastDue > 0 ? `${which} is ${count} past due` : `${which} is due in ${count}`;
}

/** So many days after due on average, and terms are worth a word. */
const LATE_HABIT = 10;
/** Terms that were given so long ago tell nothing of those to come. */
const LATELY = 90;

/**
 * Whether the terms of a customer should be looked at, a sentence with the reason; '' where not: high risk, paid well after due by a
 * habit of their own, and still given time.
 * @param lately when the last invoice was written, and the days it was given; null without one
 * @example termsToReview({ ...risk, score: 0.7, usualDays: 25, paidCount: 8 }, { issued: 20770, days: 60 }, 20780)
 * // 'Terms to review: given 60 days, paid usually 25 days after that. Shorter terms, a part in advance or a security are worth a word with sales.'
 */
export function termsToReview(
  { score, usualDays, paidCount }: Pick<RiskOf, 'score' | 'usualDays' | 'paidCount'>,
  lately: { issued: Day; days: number } | null,
  asOf: Day,
): string {
  if (!lately || usualDays === null || paidCount < FEW || usualDays < LATE_HABIT || lately.days <= 0) return '';
  if (asOf - lately.issued > LATELY || score < RISK_BANDS[1].upTo) return '';
  return `Terms to review: given ${lately.days} days, paid usually ${Math.round(usualDays)} days after that. Shorter terms, a part in advance or a security are worth a word with sales.`;
}
