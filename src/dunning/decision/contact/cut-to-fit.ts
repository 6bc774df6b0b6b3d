// How many invoices a reminder lists: what fits a mail and a cell of the log.
import type { Invoice } from '../../../receivables/invoice';

/** A mail lists so many invoices at most, the oldest first: more fit neither a reader nor a cell of the log. */
const MAX_LINES = 300;
/** What the lines may take of a cell, in characters. */
const MOST_CHARACTERS = 40_000;
/** A character takes so many in JSON at most: `\u0007`. */
const MOST_AS_JSON = 6;
/** What the figures of a line take. */
const LINE_FIGURES = 60;

/**
 * The invoices that fit, the lead always among them.
 * @param listed in the order in which they stand
 * @example cutToFit(invoices, 'acme|LR-1').length // at most 300
 */
export function cutToFit(listed: readonly Invoice[], leadKey: string): readonly Invoice[] {
  const most = howManyFit(listed);
  if (listed.length <= most) return listed;
  // The lead may be younger than hundreds of residues.
  const lead = listed.findIndex(({ key }) => key === leadKey);
  return lead < most ? listed.slice(0, most) : [...listed.slice(0, most - 1), ...listed.slice(lead, lead + 1)];
}

/** How many of the first lines fit a mail and a cell; some people write a whole sentence as an invoice number. */
function howManyFit(listed: readonly Invoice[]): number {
  let most = 0;
  for (const { key, invoice } of listed) most += MOST_AS_JSON * (key.length + invoice.length) + 2 * LINE_FIGURES;
  if (listed.length <= MAX_LINES && most <= MOST_CHARACTERS) return listed.length;
  let size = 0;
  const end = listed.findIndex(({ key, invoice }) => {
    size += JSON.stringify([key, invoice]).length + LINE_FIGURES;
    return size > MOST_CHARACTERS;
  });
  return Math.max(1, Math.min(MAX_LINES, end < 0 ? listed.length : end));
}
