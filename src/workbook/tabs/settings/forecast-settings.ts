// The settings about what risk and the payment curve change: mails that wait, steps that come sooner, when a credit hold is asked about.
import { NEAR_PAYMENT, type NearPayment } from '../../../dunning/decision/facts';
import { choice, further, limit, number, wholeUpTo } from './setting';

const MOST_SOONER = 14;
const MOST_PERCENT = 100;

/** Which mails wait where half of such invoices are paid within three days anyway. */
export const NEAR_PAYMENT_SETTING = further(
  choice(
    {
      name: 'Mails when payment is near',
      group: 'Sending',
      initial: NEAR_PAYMENT[0],
      meaning:
        'Which mails wait where half of such invoices are paid within 3 days anyway: those before the due date, friendly ones too, or none. Where due dates were as good a guess over your last six months, none waits.',
      moves: 'plan',
    },
    ['before due', 'mails before the due date wait'],
    ['friendly too', 'friendly mails wait as well'],
    ['never', 'they leave all the same'],
  ),
  (word) => {
    const value = NEAR_PAYMENT.find((one) => one === word.trim().toLowerCase());
    const fault = `"${word}" is none of: ${NEAR_PAYMENT.join(', ')}`;
    return { value: value ?? NEAR_PAYMENT[0], fault: value || word === '' ? '' : fault };
  },
) satisfies { read: (cell: never) => { value: NearPayment } };

/** How much sooner a step after the due date comes about what is likely to be very late. */
export const EARLIER_FOR_RISK = further(
  number({
    name: 'Sooner for high risk',
    group: 'Sending',
    initial: 0,
    meaning:
      'Days by which a step after the due date comes sooner for an invoice of which 3 in 10 or more such are over 30 days late; 0: none. Not for natural persons.',
    moves: 'plan',
    refused: wholeUpTo(MOST_SOONER, 'needed'),
  }),
  (days) => ({ value: Math.min(MOST_SOONER, Math.max(0, Math.round(days))), fault: '' }),
);

/** From which share of a limit on people are asked about a credit hold; a fraction. */
export const HOLD_FROM_SHARE = further(
  number({
    name: 'Ask about a hold from % of limit',
    group: 'Amounts and tolerance',
    initial: MOST_PERCENT,
    meaning:
      'From how many per cent of a customer’s Credit limit on a task asks whether new orders go on hold; 100: only over the limit. Nobody is put on hold by itself.',
    moves: 'plan',
    refused: wholeUpTo(MOST_PERCENT, 'needed'),
  }),
  (percent) => ({ value: Math.min(MOST_PERCENT, Math.max(1, percent)) / MOST_PERCENT, fault: '' }),
);

/** From how many days past due on people are asked about a credit hold; null: the ladder alone asks. */
export const HOLD_FROM_DAYS = limit({
  name: 'Ask about a hold from days past due',
  group: 'Amounts and tolerance',
  initial: '',
  meaning:
    'From how many days past due of the oldest invoice on a task asks whether new orders go on hold; empty: only the steps of AR Policy ask.',
  moves: 'plan',
  refused: wholeUpTo(3650, 'may be empty'),
});
