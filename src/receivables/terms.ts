// Payment terms in their plain form: so many days after the invoice date.
import type { Day } from './day';

const AT_ONCE = /^(due (up)?on receipt|(up)?on receipt|immediate(ly)?|cod|net ?0)$/i;
const NET_DAYS = /^(?:net\s*|n\s*\/\s*)?(\d{1,3})(?:\.0)?\s*(?:days?|d)?(?:\s*net)?$/i;

/**
 * The due date that plain terms give: `Net 30`, `N/30`, `30 days`, `30`, `Due on receipt`.
 * @returns null for terms that say more than that: they are not guessed
 * @example dueFromTerms(dayFromIso('2026-01-31'), 'Net 30') // 2 March 2026
 */
export function dueFromTerms(issued: Day, terms: string): Day | null {
  const text = terms.trim();
  if (AT_ONCE.test(text)) return issued;
  const match = NET_DAYS.exec(text);
  return match ? issued + Number(match[1]) : null;
}
