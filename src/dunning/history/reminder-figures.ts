// The figures of a reminder: what it asks for, and how late the oldest of its invoices is.

import { type Day, dayFromIso } from '../../receivables/day';
import { formatTotals } from '../../receivables/money';
import { askedTotals } from './events';
import type { Reminder } from './reminder';

/** What is asked for, in words. */
export function askedInWords(reminder: Reminder): string {
  return formatTotals(askedTotals(reminder.facts.lines));
}

/** Days past due of the oldest invoice on a reminder. */
export function oldestDaysPastDue(reminder: Reminder, asOf: Day): number {
  const dues = reminder.facts.lines.flatMap((line) => {
    const due = dayFromIso(line.due);
    return due === null || line.open <= 0 ? [] : [due];
  });
  return dues.length > 0 ? asOf - Math.min(...dues) : 0;
}
