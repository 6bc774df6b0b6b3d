// The due date of an invoice whose sheet has terms but no due date.
import type { Day } from '../day';
import { parseTerms } from './parse-terms';
import { dueDate } from './payment-terms';

/**
 * The due date that terms give when they can be read in one way only.
 * @param issued the invoice date
 * @param terms as written, e.g. `Net 30`, `2/10 n/30`, `15 MFI`
 * @returns null for terms that are not understood or have two honest readings: a reminder must not rest on a guess
 * @example dueFromTerms(dayFromIso('2026-01-31'), 'Net 30') // 2 March 2026
 */
export function dueFromTerms(issued: Day, terms: string): Day | null {
  const parsed = parseTerms(terms);
  return 'problem' in parsed || parsed.ambiguous ? null : dueDate(parsed, issued);
}
