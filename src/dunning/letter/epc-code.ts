// What a banking app reads from a code: a SEPA credit transfer, filled in.
import { minorDigits } from '../../receivables/money';

/** The guideline allows so many characters of a name, and this sum at most, in cents. */
const MOST_NAME = 70;
const MOST_CENTS = 99_999_999_999;

/** A transfer in euro to be filled in by a banking app. */
export interface Transfer {
  holder: string;
  iban: string;
  /** '' where it is not known: within the EEA it is not needed. */
  bic: string;
  /** In cents. */
  cents: number;
  /** A creditor reference (RF). */
  reference: string;
}

/**
 * The text of the code (EPC069-12, version 002, UTF-8).
 * @returns '' where there is no such code: without holder or account, or for a sum that no transfer can have
 * @example epcCode({ holder: 'Nordlicht GmbH', iban: 'DE89370400440532013000', bic: '', cents: 480000, reference: 'RF16DS7F3K2' })
 * // 'BCD\n002\n1\nSCT\n\nNordlicht GmbH\nDE89370400440532013000\nEUR4800.00\n\nRF16DS7F3K2'
 */
export function epcCode({ holder, iban, bic, cents, reference }: Transfer): string {
  if (holder === '' || iban === '' || cents < 1 || cents > MOST_CENTS) return '';
  const sum = `EUR${(cents / 100).toFixed(minorDigits('EUR'))}`;
  const name = [...holder].slice(0, MOST_NAME).join('').trim();
  return ['BCD', '002', '1', 'SCT', bic, name, iban, sum, '', reference].join('\n');
}
