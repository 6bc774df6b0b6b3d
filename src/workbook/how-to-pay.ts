// Whether mails say how to pay: in which currencies they do, and the sentence that asks for the others.
import { NO_CURRENCY } from '../receivables/money';
import type { WorkbookSession } from './session';
import { paymentDetails } from './tabs/settings/payment-settings';
import type { Settings } from './tabs/settings/settings';

/**
 * The currencies of which the settings say how to pay.
 * @returns null where nobody is asked for it: no currency has details, or somebody said that mails need none
 */
export function payableCurrencies(settings: Settings): ReadonlySet<string> | null {
  const named = [...Object.keys(settings.ibans), ...Object.keys(settings.bankDetails)];
  const payable = new Set(named.filter((currency) => paymentDetails(settings, currency) !== ''));
  return settings.noPaymentDetails || payable.size === 0 ? null : payable;
}

/**
 * Asks for what mails do not say, a sentence; '' where they say it, have a payment link, or need none.
 * @param currencies those that mails ask for
 * @example howToPayMissing(settings, ['EUR', 'GBP']) // 'Mails do not say how to pay in EUR and GBP. ...'
 */
export function howToPayMissing(settings: Settings, currencies: Iterable<string>): string {
  const payable = payableCurrencies(settings) ?? new Set();
  const missing = [...new Set(currencies)].filter((currency) => !payable.has(currency)).sort();
  if (settings.noPaymentDetails || settings.mapping.paymentLink || missing.length === 0) return '';
  const names = missing.map((currency) => (currency === NO_CURRENCY ? 'invoices without a currency' : currency));
  const last = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}` : names.join('');
  return `Mails do not say how to pay in ${last}. Fill in account holder and IBAN under Set-up, or say there that your mails need none.`;
}

/** The currencies of the reminders that wait. */
export function waitingCurrencies({ log }: WorkbookSession): string[] {
  return [...log.history.waiting.values()].flatMap(({ facts }) => facts.lines.map(({ currency }) => currency));
}
