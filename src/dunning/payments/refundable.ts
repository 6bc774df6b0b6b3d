// Core direct debits that we collected: they count as paid, and the payer may have them back for eight weeks.
import { type Day, shortDay } from '../../receivables/day';
import { formatMoney } from '../../receivables/money';
import type { PaymentLine, Payments } from '../history/payments';

/** Days in which a payer may have a core direct debit refunded without a reason: the rulebook's eight weeks. */
const REFUND_DAYS = 56;

/** The last day on which the payer may have it back; null where it is no core direct debit that we collected. */
export function refundableUntil({ decision, on }: PaymentLine): Day | null {
  return decision?.collected ? on + REFUND_DAYS : null;
}

/**
 * What a customer may still have back on a day, in words.
 * @example refundables(history.payments, 'acme', today) // ['1,000.00 EUR of LR-1 until Mon 28 Dec']
 */
export function refundables({ lines }: Payments, customerKey: string, today: Day): string[] {
  return [...lines.values()].flatMap((line) => {
    const until = refundableUntil(line);
    if (until === null || until < today) return [];
    return (line.decision?.parts ?? []).flatMap(({ customerKey: of, amount, currency, invoice }) =>
      of === customerKey && amount > 0
        ? [`${formatMoney(amount, currency)}${invoice === '' ? '' : ` of ${invoice}`} until ${shortDay(until, today)}`]
        : [],
    );
  });
}
