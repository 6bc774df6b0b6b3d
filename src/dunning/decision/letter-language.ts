// In which language a customer is written to, which languages are needed at all, and which is our own.
import type { Invoice } from '../../receivables/invoice';
import { languageCode } from '../letter/languages';
import { FALLBACK_LANGUAGE, languageOfCountry } from '../letter/letter-languages';
import type { Customer, Facts } from './facts';
import { isChaseable } from './owed';

/** The language of our own people: call sheets and task notes, and of mails where nothing else is known. */
export function ownLanguage({ settings }: Pick<Facts, 'settings'>): string {
  return languageCode(settings.language) || FALLBACK_LANGUAGE;
}

/**
 * The customer's language, else that of their country, else our own; a word nobody knows is shown as it is, so that it
 * is reported rather than replaced in silence.
 * @param customer as in AR Customers, if known there
 * @param invoice its own language serves where the customer has none
 * @param fallback our own language
 * @example languageOf({ ...customer, language: '', country: 'Austria' }, invoice, 'en') // 'de'
 */
export function languageOf(
  customer: Pick<Customer, 'language' | 'country'> | undefined,
  invoice: Pick<Invoice, 'language'>,
  fallback: string,
): string {
  const written = customer?.language || invoice.language;
  if (written) return languageCode(written) || written.toLowerCase();
  return languageOfCountry(customer?.country ?? '') || fallback;
}

/** The languages in which customers with open invoices are written to, our own included; sorted. */
export function languagesInUse(facts: Facts): string[] {
  const own = ownLanguage(facts);
  const languages = new Set([own]);
  for (const invoice of facts.invoices)
    if (isChaseable(invoice)) languages.add(languageOf(facts.customers.get(invoice.customerKey), invoice, own));
  return [...languages].sort();
}
