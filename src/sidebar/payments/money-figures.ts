// Figures of money in: how much was matched without a question, what was wrong, how long booking takes, what was given away.
import { closes } from '../../dunning/history/payment-facts';
import type { MoneyFiguresView } from '../../entry/sidebar-calls';

/** The figures, over the lines of a year. */
export interface MoneyFigures {
  /** Lines put on invoices or on account, and those of them that were accepted as proposed. */
  decided: number;
  unasked: number;
  /** Invoices that those settled. */
  settled: number;
  /** Proposals that were accepted and taken back. */
  wrong: number;
  /** Days from the bank to the books, the middle one; null while nothing is booked. */
  days: number | null;
  /** What was paid less, by reason and currency: how often, and minor units. */
  given: { as: string; currency: string; count: number; sum: number }[];
}

/** @example moneyFigures(view.lines).unasked // 412 */
export function moneyFigures(lines: MoneyFiguresView['lines']): MoneyFigures {
  const figures: MoneyFigures = { decided: 0, unasked: 0, settled: 0, wrong: 0, days: null, given: [] };
  const days: number[] = [];
  for (const { decision, takenBack, on } of lines) {
    if (takenBack) figures.wrong += 1;
    const parts = decision?.parts ?? [];
    if (parts.length > 0) figures.decided += 1;
    if (decision?.proposed) figures.unasked += 1;
    for (const part of parts) {
      if (decision?.proposed && part.key !== '' && closes(part) >= part.open) figures.settled += 1;
      if (part.bookedOn !== null) days.push(part.bookedOn - on);
      for (const [as, gap] of part.gaps ?? []) {
        const { currency } = part;
        const known = figures.given.find((one) => one.as === as && one.currency === currency);
        if (!known) figures.given.push({ as, currency, count: 1, sum: gap });
        else {
          known.count += 1;
          known.sum += gap;
        }
      }
    }
  }
  figures.days = days.sort((a, b) => a - b)[Math.floor(days.length / 2)] ?? null;
  return figures;
}
