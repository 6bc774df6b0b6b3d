// The French words of the boxes that say what is asked for and how it is paid.
import type { PayWords } from '../language-pack';

/** What stands in the boxes above the table. */
export const FRENCH_PAY: PayWords = {
  amount: 'Montant à régler',
  balance: 'Solde à confirmer',
  how: (currency) => (currency === '' ? 'Comment régler' : `Comment régler en ${currency}`),
  colon: '\u00a0: ',
  online: 'Payer en ligne',
  holder: 'Titulaire du compte (tel que votre banque le vérifie)',
  reference: 'Référence à indiquer',
  scan: 'Scannez ce code avec votre application bancaire.',
  unchanged:
    'Nos coordonnées bancaires n’ont pas changé. En cas de doute, appelez-nous au numéro que vous connaissez déjà, pas à un numéro indiqué dans un e-mail.',
  further: (lines) => `et ${lines} de plus, dans la version texte de cet e-mail`,
};
