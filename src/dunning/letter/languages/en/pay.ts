// The English words of the boxes that say what is asked for and how it is paid.
import type { PayWords } from '../language-pack';

/** What stands in the boxes above the table. */
export const ENGLISH_PAY: PayWords = {
  amount: 'Amount to pay',
  balance: 'Balance to confirm',
  how: (currency) => (currency === '' ? 'How to pay' : `How to pay in ${currency}`),
  colon: ': ',
  online: 'Pay online',
  holder: 'Account holder (as your bank will check it)',
  reference: 'Reference to quote',
  scan: 'Scan this code with your banking app.',
  unchanged:
    'Our bank details have not changed. If in doubt, call the number you already have for us, not one given in a mail.',
  further: (lines) => `and ${lines} more, listed in the plain text of this mail`,
};
