// Earlier contacts and promises as lines of a letter or a call sheet, in the letter's language.

import type { PromiseStanding } from '../../dunning/decision/promises';
import type { Contact } from '../../dunning/history/history';
import type { LetterWords } from '../../dunning/letter/letter-words';
import { CONTACT_OUTCOMES } from '../../dunning/policy/outcomes';
import { NO_CURRENCY, toMinor } from '../../receivables/money';

/** A contact as a line. @example '10 Nov 2026: call, no answer' */
export function contactLine({ on, channel, outcome }: Contact, words: LetterWords): string {
  // What is no outcome of the list stands as it was written down; that an e-mail was sent goes without saying.
  const known = CONTACT_OUTCOMES.find((one) => one === outcome);
  const came = outcome === '' ? '' : `, ${known ? words.outcomes[known] : outcome}`;
  return `${words.shortDate(on)}: ${words.channels[channel]}${came}`;
}

/** A promise as a line. @example '13 Nov 2026: 6,400.00 EUR, partly kept' */
export function promiseLine({ promise, state }: PromiseStanding, words: LetterWords): string {
  const code = promise.currency || NO_CURRENCY;
  const what = promise.amount === null ? words.payment : words.money(toMinor(promise.amount, code), code);
  const day = promise.promisedOn === null ? '' : `${words.shortDate(promise.promisedOn)}: `;
  return `${day}${what}, ${words.promises[state]}`;
}
