// The settings about interest and compensation for late payment: off until somebody chooses what firm mails say of them.
import { REGIMES, type Regime } from '../../../receivables/charges/late-compensation';
import { type LateRate, parseLateRates } from '../../../receivables/charges/late-rates';
import { choice, further, longText, type Setting } from './setting';

const GROUP = 'Company and mails';

/** What firm and final mails say; a word that is not known says nothing. */
export const LATE_CHARGES: Setting<'' | 'mention' | 'claim'> = further(
  choice(
    {
      name: 'Late charges',
      group: GROUP,
      initial: '',
      meaning:
        'What firm and final mails say of interest and compensation for late payment; empty: nothing. A claim stands in final reminders only, beside the sum asked for, and enters no balance. Consumers are told nothing. Ask your lawyer first.',
      moves: 'next mail',
    },
    ['', 'nothing'],
    ['mention', 'mention the right to them'],
    ['claim', 'mention, and claim them in final reminders'],
  ),
  (word) => {
    const said = word.toLowerCase();
    return { value: said === 'mention' || said === 'claim' ? said : '', fault: '' };
  },
);

/** Whose fixed compensation is claimed; '' for none. */
export const LATE_LAW: Setting<Regime | ''> = further(
  choice(
    {
      name: 'Late charges: law',
      group: GROUP,
      initial: '',
      meaning: 'Whose fixed compensation a claim adds to the interest; empty: none.',
      moves: 'next mail',
    },
    ['', 'none'],
    ['EU', 'EU: 40 EUR'],
    ['UK', 'United Kingdom: 40, 70 or 100 GBP'],
    ['IE', 'Ireland: 40, 70 or 100 EUR'],
  ),
  (word) => ({ value: REGIMES.find((regime) => regime === word.toUpperCase()) ?? '', fault: '' }),
);

/** The yearly rates, each from a day on. */
export const LATE_RATES: Setting<readonly LateRate[]> = further(
  longText({
    name: 'Late charges: rates',
    group: GROUP,
    initial: '',
    meaning:
      'Yearly rate of interest on late payment, a line for each day from which another counts: 2026-07-01 10.15 %. No interest is claimed for days before the first line.',
    moves: 'next mail',
    refused: (typed) => rateFault(typed),
  }),
  (written) => ({ value: parseLateRates(written).rates, fault: rateFault(written) }),
);

function rateFault(written: string): string {
  const { unread } = parseLateRates(written);
  return unread === '' ? '' : `"${unread}" is no day with a rate; write it like 2026-07-01 10.15 %`;
}
