// The German words of the boxes that say what is asked for and how it is paid.
import type { PayWords } from '../language-pack';

/** What stands in the boxes above the table. */
export const GERMAN_PAY: PayWords = {
  amount: 'Zu zahlender Betrag',
  balance: 'Zu bestätigender Saldo',
  how: (currency) => (currency === '' ? 'So können Sie zahlen' : `So können Sie in ${currency} zahlen`),
  colon: ': ',
  online: 'Online bezahlen',
  holder: 'Kontoinhaber (wie Ihre Bank ihn prüft)',
  reference: 'Verwendungszweck',
  scan: 'Diesen Code mit Ihrer Banking-App scannen.',
  unchanged:
    'Unsere Bankverbindung hat sich nicht geändert. Im Zweifel rufen Sie uns unter der Nummer an, die Ihnen bereits vorliegt, nicht unter einer aus einer E-Mail.',
  further: (lines) => `und ${lines} weitere, aufgeführt im reinen Text dieser E-Mail`,
};
