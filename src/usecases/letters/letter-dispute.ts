// What a letter may say of a dispute that was closed: of which invoice, how it ended, and the new date where a person gave one.

import { blocksOf } from '../../dunning/decision/blocks';
import type { Dispute, Facts } from '../../dunning/decision/facts';
import { numberKey } from '../../dunning/decision/promises';
import type { Reminder } from '../../dunning/history/reminder';
import { wordsOf } from '../../dunning/letter/letter-words';
import { DISPUTE_OUTCOMES } from '../../dunning/policy/outcomes';
import { type Day, dayFromIso } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';

/** A closed dispute about an invoice of a mail. */
export interface ClosedDispute {
  /** Key of its invoice. */
  key: string;
  /** How it ended, in the words the customer is to hear. */
  outcome: string;
  /** Whether the due date is the one the customer was last told, as far as that is known. */
  dueKept: boolean;
  /** The day up to which they are given time; null where the due date stands, or that day has passed. */
  newDue: Day | null;
}

/** The new date of an invoice, where a person agreed to one when its dispute was closed. */
export function newDates(facts: Facts): (invoice: Invoice) => Day | null {
  const isAny = facts.disputes.some(({ resolved, newDate }) => resolved !== null && newDate !== null);
  return isAny ? blocksOf(facts).newDate : () => null;
}

/**
 * The dispute closed last among those about the invoices of a mail; null where none was.
 * @param reminder its lines are looked through, the oldest first
 * @param facts the disputes, and what the customer was last told of due dates
 * @param language of the mail: `accepted` and the like, as Duesheet writes them, are told in it
 */
export function closedDispute(reminder: Reminder, facts: Facts, language: string): ClosedDispute | null {
  const { lines, customerKey } = reminder.facts;
  const asked = new Set(lines.flatMap(({ key, open }) => (open > 0 ? [key] : [])));
  const invoices = facts.invoices.filter(({ key }) => asked.has(key));
  let last: { dispute: Dispute; invoice: Invoice; on: number } | null = null;
  for (const line of lines) {
    const invoice = invoices.find(({ key }) => key === line.key);
    if (!invoice) continue;
    for (const dispute of facts.disputes) {
      const { resolved, unreadable } = dispute;
      if (resolved === null || resolved > facts.asOf || unreadable !== '') continue;
      if (isAbout(dispute, invoice, customerKey) && resolved > (last?.on ?? Number.NEGATIVE_INFINITY))
        last = { dispute, invoice, on: resolved };
    }
  }
  if (!last) return null;
  const { dispute, invoice } = last;
  const newDate = newDates(facts)(invoice);
  return {
    key: invoice.key,
    outcome: outcomeInWords(dispute.outcome, language),
    dueKept: isDueKept(invoice, facts),
    newDue: newDate !== null && newDate >= facts.asOf ? newDate : null,
  };
}

/** By its number, where no other customer is named; without a number the dispute is about all of the customer. */
function isAbout(dispute: Dispute, invoice: Invoice, customerKey: string): boolean {
  if (dispute.invoice === '') return dispute.customerKey === customerKey;
  const isTheirs = dispute.customerKey === '' || dispute.customerKey === customerKey;
  return isTheirs && numberKey(dispute.invoice) === numberKey(invoice.invoice);
}

function isDueKept({ key, customerKey, due }: Invoice, { history }: Facts): boolean {
  const told = dayFromIso(history.lastAsked.get(customerKey)?.find((line) => line.key === key)?.due ?? '');
  return due !== null && (told === null || told === due);
}

/**
 * The cell Outcome in the mail's language: the word that the sidebar chose is told in a sentence, what a person wrote
 * stays as it is.
 * @example outcomeInWords('rejected: delivered in full', 'en') // 'The invoice stands as it is: delivered in full'
 */
function outcomeInWords(written: string, language: string): string {
  const text = written.trim();
  const words = wordsOf(language);
  const chosen = DISPUTE_OUTCOMES.find((known) => text === known || text.startsWith(`${known}:`));
  return words && chosen ? `${words.disputes[chosen]}${text.slice(chosen.length)}` : text;
}
