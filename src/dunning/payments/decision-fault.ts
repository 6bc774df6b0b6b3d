// What may be decided about a line of the bank: no more than its money, no more than an invoice has open, in one currency.
import { formatMoney } from '../../receivables/money';
import { type AllocationFacts, closes, type LineDecisionFacts } from '../history/payment-facts';
import type { PaymentLine } from '../history/payments';

type Money = Pick<PaymentLine, 'amount' | 'currency' | 'original'>;

/**
 * The money of a line in a currency: its own, or that in which it was sent.
 * @returns minor units; null where the line says nothing in that currency
 * @example moneyIn({ amount: 9_000, currency: 'EUR', original: [10_000, 'USD'] }, 'USD') // 10000
 */
function moneyIn({ amount, currency, original }: Money, wanted: string): number | null {
  if (currency === wanted) return amount;
  return original && original[1] === wanted ? original[0] : null;
}

/**
 * What of a line's money is put nowhere, minor units of the parts' currency, of the line's where there are none.
 * @example leftOf({ amount: 100000, currency: 'EUR' }, [{ ...part, amount: 90000 }]) // 10000
 */
export function leftOf(line: Money, parts: readonly Pick<AllocationFacts, 'amount' | 'currency'>[]): number {
  const money = moneyIn(line, parts[0]?.currency ?? line.currency) ?? 0;
  return parts.reduce((left, { amount }) => left - amount, money);
}

/** What is open of an invoice for every decision, and in which currency; undefined where it is not in the sheet. */
export type OpenOf = (key: string) => { open: number; currency: string } | undefined;

/**
 * Why a decision about a line cannot be: to be asked under the lock, on what was read there.
 * @returns a sentence with a stable code; null where it may be
 */
export function decisionFault(
  line: PaymentLine,
  { as, parts }: LineDecisionFacts,
  openOf: OpenOf,
): { code: string; message: string } | null {
  if (line.decision) return fault('state-changed', 'Somebody decided about this line already. Look at it again.');
  if ((as === 'ignored') !== (parts.length === 0))
    return fault('line-parts', 'Say for which invoices the money is, or that it is not ours.');
  const [first] = parts;
  if (!first) return null;
  const money = moneyIn(line, first.currency);
  if (money === null || parts.some(({ currency }) => currency !== first.currency))
    return fault('line-currency', `The bank states no amount in ${first.currency}: another currency is never added.`);
  if (new Set(parts.map(({ key, customerKey }) => key || `~${customerKey}`)).size < parts.length)
    return fault('line-twice', 'An invoice stands there twice. Name each once, with all that is for it.');
  const left = leftOf(line, parts);
  if (money > 0 ? left < 0 : left > 0) {
    const of = formatMoney(Math.abs(money), first.currency);
    return fault('line-too-much', `More is put on invoices than the line has: ${of}.`);
  }
  for (const part of parts) {
    const found = part.key === '' ? null : partFault(part, as, money, openOf);
    if (found) return found;
  }
  return null;
}

function partFault(part: AllocationFacts, as: LineDecisionFacts['as'], money: number, openOf: OpenOf) {
  const { key, invoice, currency, amount } = part;
  const known = openOf(key);
  const name = invoice || key;
  if (as === 'returned')
    return amount < 0 && money < 0 ? null : fault('line-return', 'Only money that went out takes a payment back.');
  if (!known) return fault('invoice-unknown', `Invoice ${name} is no longer in the invoice sheet.`);
  if (known.currency !== currency)
    return fault('line-currency', `Invoice ${name} is in ${known.currency}: another currency is never added.`);
  const taken = closes(part);
  // Nothing put on an invoice could be found in the books in two ways.
  if (taken === 0) return fault('line-parts', `Say how much of the line is for ${name}.`);
  const fits = known.open < 0 ? taken <= 0 && taken >= known.open : taken >= 0 && taken <= known.open;
  return fits ? null : fault('invoice-too-much', `Invoice ${name} has only ${formatMoney(known.open, currency)} open.`);
}

function fault(code: string, message: string): { code: string; message: string } {
  return { code, message };
}
