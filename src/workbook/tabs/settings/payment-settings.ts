// The settings that tell customers how to pay, by currency: account holder, IBAN and BIC, or instructions in free words.
import type { PayAccount } from '../../../dunning/letter/letter-input';
import { bicFault, compact, ibanFault } from '../../../receivables/cash/iban';
import {
  choice,
  type Family,
  further,
  longText,
  type PaymentStart,
  perCurrency,
  type Setting,
  type Start,
  text,
} from './setting';

const PAYMENTS = { group: 'Payments' } as const;

/** What the person said in Set-up. */
const said =
  (code: string, part: keyof PaymentStart) =>
  ({ payment }: Start): string | undefined =>
    payment?.[code]?.[part];

/** How the names of the settings begin; the code of the currency follows. */
export const PAYMENT_PREFIXES = {
  instructions: 'Payment instructions: ',
  holder: 'Account holder: ',
  iban: 'IBAN: ',
  bic: 'BIC: ',
} as const;

/** The holder of the account, letter for letter as the bank has it. */
export const ACCOUNT_HOLDERS: Family<Record<string, string>> = perCurrency((code) =>
  text({
    ...PAYMENTS,
    name: `${PAYMENT_PREFIXES.holder}${code}`,
    initial: said(code, 'holder'),
    meaning: `Whose account it is that ${code} are paid to, letter for letter as your bank has it: banks compare it with the IBAN.`,
    moves: 'next mail',
  }),
);

/** A number that is checked before a customer reads it: one that is not right counts as none. */
function checked(
  part: { name: string; meaning: string; initial: Setting['initial'] },
  faultOf: (typed: string) => string,
): Setting<string> {
  const refused = (typed: string): string => (typed === '' ? '' : faultOf(typed));
  return further(text({ ...PAYMENTS, ...part, moves: 'plan', refused }), (typed) => {
    const fault = refused(typed);
    return { value: fault === '' ? compact(typed) : '', fault };
  });
}

/** Without blanks, its check digits right. */
export const IBANS: Family<Record<string, string>> = perCurrency((code) =>
  checked(
    {
      name: `${PAYMENT_PREFIXES.iban}${code}`,
      initial: said(code, 'iban'),
      meaning: `The account that ${code} are paid to. It stands in every mail that asks for ${code}.`,
    },
    ibanFault,
  ),
);

export const BICS: Family<Record<string, string>> = perCurrency((code) =>
  checked(
    {
      name: `${PAYMENT_PREFIXES.bic}${code}`,
      initial: said(code, 'bic'),
      meaning: `The code of the bank (BIC, SWIFT) with that account; payments from abroad may need it.`,
    },
    bicFault,
  ),
);

/** How to pay where an IBAN does not tell it, or beside it. */
export const INSTRUCTIONS: Family<Record<string, string>> = perCurrency((code) =>
  longText({
    ...PAYMENTS,
    name: `${PAYMENT_PREFIXES.instructions}${code}`,
    initial: said(code, 'instructions'),
    meaning: `How to pay an invoice in ${code} where an IBAN does not tell it: bank, account, a web address to pay at.`,
    moves: 'plan',
  }),
);

const NOT_NEEDED = 'not needed';

/** Whether somebody said that customers know how to pay; any other word is no such answer. */
export const NO_PAYMENT_DETAILS: Setting<boolean> = further(
  choice(
    {
      ...PAYMENTS,
      name: 'Payment details in mails',
      initial: ({ noPayment }) => (noPayment === undefined ? undefined : noPayment ? NOT_NEEDED : ''),
      meaning:
        'Whether mails tell how to pay. Until details are given, or you say that yours need none, Today asks for them.',
      moves: 'plan',
    },
    ['', 'asked for until they are given'],
    [NOT_NEEDED, 'our mails need none'],
  ),
  (word) => ({ value: word.toLowerCase() === NOT_NEEDED, fault: '' }),
);

/** What the settings say about paying, by currency. */
interface PaymentSettings {
  accountHolders: Readonly<Record<string, string>>;
  ibans: Readonly<Record<string, string>>;
  bics: Readonly<Record<string, string>>;
  bankDetails: Readonly<Record<string, string>>;
}

/** The accounts of the settings, by currency; none where nothing but instructions is set. */
export function paymentAccounts({ accountHolders, ibans, bics }: PaymentSettings): Record<string, PayAccount> {
  return Object.fromEntries(
    Object.keys(ibans).map((code) => [
      code,
      { holder: accountHolders[code] ?? '', iban: ibans[code] ?? '', bic: bics[code] ?? '' },
    ]),
  );
}

/**
 * All that mails tell about paying in a currency, as one text: what an approval is bound to; '' where nothing is told.
 * @example paymentDetails(settings, 'EUR') // 'Nordlicht GmbH\nDE89370400440532013000\nCOBADEFFXXX'
 */
export function paymentDetails(
  { bankDetails, accountHolders, ibans, bics }: PaymentSettings,
  currency: string,
): string {
  // Instructions alone give the same text as before there was anything else.
  return [bankDetails, accountHolders, ibans, bics]
    .map((told) => told[currency] ?? '')
    .filter((part) => part !== '')
    .join('\n');
}
