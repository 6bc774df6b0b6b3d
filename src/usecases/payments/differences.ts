// Invoices of which the sheet shows another amount than the accepted payments explain, and a person's answer to what it is.
import type { Facts } from '../../dunning/decision/facts';
import { differenceSettled } from '../../dunning/history/payment-events';
import { liveLines, type PaymentLine, partKey } from '../../dunning/history/payments';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { nameOf } from '../money/line-decisions';
import { sheetOpen } from '../money/matching';
import type { ChangeResult } from '../waiting/change-result';
import { changeMoney } from './money-change';
import type { DifferenceView } from './view';

/** Payments accepted for an invoice that the sheet does not show yet. */
function unbookedFor({ history }: Facts, key: string): PaymentLine[] {
  return liveLines(history.payments).filter(({ decision }) =>
    decision?.parts.some((part) => part.bookedOn === null && partKey(part) === key),
  );
}

/** What waits for an answer. */
export function differencesOf(facts: Facts): DifferenceView[] {
  const { asked, bases } = facts.history.payments;
  const invoices = new Map(facts.invoices.map((one) => [one.key, one]));
  return [...asked.keys()].flatMap((key) => {
    const lines = unbookedFor(facts, key);
    const part = lines.flatMap(({ decision }) => decision?.parts ?? []).find((one) => partKey(one) === key);
    if (!part) return [];
    const row = invoices.get(key);
    const { currency, invoice, customerKey } = part;
    return [
      {
        ...{ key, invoice, currency, customer: nameOf(facts, customerKey) },
        ...{ inSheet: row ? sheetOpen(row) : null, before: bases.get(key) ?? 0 },
        payments: lines.map(({ amount, currency: of, on }) => [amount, of, on] as const),
      },
    ];
  });
}

/**
 * Answers what a difference is; what the sheet shows counts as explained from then on.
 * @param key of the invoice
 * @param isBooked whether the sheet holds the payments now; else it was something else, and they are still to be booked
 * @throws Refusal `state-changed` when nothing is asked any more, `row-changed` when the row is gone and nothing else can be meant
 */
export function settleDifference(ports: Ports, key: string, isBooked: boolean): ChangeResult {
  return changeMoney(ports, ({ facts, user }) => {
    const found = differencesOf(facts).find((one) => one.key === key);
    if (!found) throw new Refusal('state-changed', 'This difference is explained by now. Look again.');
    if (!isBooked && found.inSheet === null)
      throw new Refusal(
        'row-changed',
        `${found.invoice} is no longer in your sheet under this customer. Say that it holds the payments, or take them back.`,
      );
    const sheet = found.inSheet ?? 0;
    const lines = isBooked ? unbookedFor(facts, key).map(({ id }) => id) : [];
    const note = isBooked ? 'The sheet holds these payments.' : 'The sheet changed for another reason.';
    return {
      events: [differenceSettled([key, sheet, lines], found.invoice, user, note)],
      message: `${found.invoice || found.customer}: noted. ${note}`,
    };
  });
}
