// What a firm mail says of interest and compensation for late payment: nothing, the right to them, or a claim beside the sum.
import { lateCompensation, type Regime } from '../../receivables/charges/late-compensation';
import { lateInterest } from '../../receivables/charges/late-interest';
import { type LateRate, lateRateFor } from '../../receivables/charges/late-rates';
import { type FirstDue, originalDue } from '../../receivables/figures/original-due';
import type { Invoice } from '../../receivables/invoice';
import { toDecimal, toMinor } from '../../receivables/money';
import type { Facts } from '../decision/facts';
import { isOverdue } from '../decision/owed';
import { promiseStandings } from '../decision/promises';
import type { ReminderFacts } from '../history/events';
import type { LateCharges, LateClaim } from '../letter/letter-input';
import { isFinal, isFirm } from '../policy/tones';

/** What the settings say of late charges. */
export interface LateRule {
  /** '' says nothing; `claim` claims in final reminders, and mentions in the other firm ones. */
  say: '' | 'mention' | 'claim';
  /** Whose fixed compensation; '' for none. */
  regime: Regime | '';
  rates: readonly LateRate[];
}

const CURRENCY: Readonly<Record<Regime, string>> = { EU: 'EUR', UK: 'GBP', IE: 'EUR' };

/**
 * What a reminder says of late charges. They are no part of any balance, sum or figure: only the mail shows them.
 * Nothing is said to consumers, or to who pays for one. Nothing is claimed on an invoice with something in dispute or under a promise that runs or
 * was kept, nor in a currency in which credits are open. Interest runs from the due date that the first reminder named, where a later one was
 * given since.
 * @param lines of the reminder, with its tone and its customer
 * @example lateChargesOf(final, facts, { say: 'claim', regime: 'EU', rates }) // [{ invoice: '1001', interest: 2403, ... }]
 */
export function lateChargesOf(reminder: ReminderFacts, facts: Facts, rule: LateRule): LateCharges | null {
  const { tone, customerKey, lines } = reminder;
  const invoices = new Map(facts.invoices.map((invoice) => [invoice.key, invoice]));
  // Who pays may pay for a consumer: the mail is about what that one owes.
  const about = [customerKey, ...lines.map(({ key }) => invoices.get(key)?.debtorKey ?? customerKey)];
  const isOfConsumer = about.some((key) => facts.customers.get(key)?.kind === 'consumer');
  if (rule.say === '' || !isFirm(tone) || isOfConsumer) return null;
  if (rule.say === 'mention' || !isFinal(tone)) return 'reserved';
  const spared = new Set(
    promiseStandings(facts)
      .filter(({ state }) => state === 'open' || state === 'kept')
      .flatMap(({ covered }) => covered.map(({ key }) => key)),
  );
  const credited = new Set(lines.flatMap(({ open, currency }) => (open < 0 ? [currency] : [])));
  const claims = lines.flatMap(({ key, open, disputed, currency }) => {
    const invoice = invoices.get(key);
    const isClear = open > 0 && disputed <= 0 && !spared.has(key) && !credited.has(currency);
    return invoice && isClear && isOverdue(invoice)
      ? (claimOf(invoice, facts.history.firstDue, facts.asOf, rule) ?? [])
      : [];
  });
  return claims.length > 0 ? claims : 'reserved';
}

function claimOf(of: Invoice, first: FirstDue, asOf: number, rule: LateRule): LateClaim | null {
  const { invoice, key, open, currency } = of;
  const due = originalDue(of, first);
  if (due === null) return null;
  const balance = toDecimal(open, currency);
  const annualRate = lateRateFor(rule.rates, rule.regime, { due, asOf });
  const interest = annualRate === null ? 0 : toMinor(lateInterest({ balance, due, asOf }, { annualRate }), currency);
  const fixed = rule.regime !== '' && CURRENCY[rule.regime] === currency ? lateCompensation(balance, rule.regime) : 0;
  const compensation = toMinor(fixed, currency);
  return interest + compensation > 0
    ? { invoice: invoice || key, currency, days: asOf - due, interest, compensation }
    : null;
}
