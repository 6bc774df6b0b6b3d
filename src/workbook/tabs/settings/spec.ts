// Every setting of AR Settings, said once and in the order of the tab; its type, rows, reading, page and saving follow from here.
import { countryCode, languageCode } from '../../../dunning/letter/languages';
import {
  FALLBACK_LANGUAGE,
  LETTER_LANGUAGES,
  LETTER_TAGS,
  LETTER_TAGS_IN_WORDS,
} from '../../../dunning/letter/letter-languages';
import { addressFault } from '../../../dunning/mail/address';
import type { DateOrder } from '../../../sheet/fields';
import { CALL_MINIMUMS, CASH_GOALS, MINIMUMS, TOLERANCE } from './amount-settings';
import { ANSWER_FORM } from './answer-settings';
import { COLUMN_SETTINGS } from './column-settings';
import { BENCHMARKS, MONTH_END, TARGETS } from './figure-settings';
import { EARLIER_FOR_RISK, HOLD_FROM_DAYS, HOLD_FROM_SHARE, NEAR_PAYMENT_SETTING } from './forecast-settings';
import { HOW_FIRM } from './ladder-setting';
import { LATE_CHARGES, LATE_LAW, LATE_RATES } from './late-settings';
import { COLOUR, LOGO } from './look-settings';
import { ACCOUNT_HOLDERS, BICS, IBANS, INSTRUCTIONS, NO_PAYMENT_DETAILS } from './payment-settings';
import {
  BLIND_COPY,
  CONSUMERS,
  DEPUTY,
  OWN_COMPANIES,
  SECOND_FOR,
  SECOND_FROM,
  SEND_AS,
  WEEKLY_NOTE_TO,
} from './people-settings';
import { SEGMENT_SETTINGS } from './segment-settings';
import { choice, date, further, limit, longText, number, text, time, wholeUpTo } from './setting';
import { COLLECTING_SHARE, WEEK_HOURS, WORK_MINUTES } from './work-settings';

/** Business days after a promised day: more is a slip of the pen. */
const MOST_GRACE = 60;

const nobodySends = ({ windowFrom, windowTo }: { windowFrom: number; windowTo: number }): string =>
  windowFrom < windowTo ? '' : 'mails would never leave; Send from must be earlier than Send until';

/** The settings by the name they have in the code. */
export const SETTINGS = {
  invoiceSheet: text({
    name: 'Invoice sheet',
    group: 'Columns of the sheet',
    initial: ({ sheet }) => sheet,
    meaning: 'The tab with the invoices. Duesheet reads it and never writes to it.',
    moves: 'columns',
  }),
  /** 1-based; 0 when not set. */
  headerRow: number({
    name: 'Header row',
    group: 'Columns of the sheet',
    initial: ({ headerRow }) => headerRow,
    meaning: 'The row of that tab with the column headers.',
    moves: 'columns',
  }),
  mapping: COLUMN_SETTINGS,
  dateOrder: further(
    choice(
      {
        name: 'Date order',
        group: 'Columns of the sheet',
        initial: ({ dateOrder }) => dateOrder,
        meaning:
          'How dates written as text are read where the sheet cannot tell: day-first (31/12) or month-first (12/31).',
        moves: 'columns',
      },
      ['', 'as the sheet tells'],
      ['day-first', 'day first (31/12)'],
      ['month-first', 'month first (12/31)'],
    ),
    (word) => ({ value: dateOrderOf(word.toLowerCase()), fault: '' }),
  ),
  /** Headers of the invoice sheet. */
  callColumns: further(
    longText({
      name: 'Columns on call cards',
      group: 'Columns of the sheet',
      initial: '',
      meaning:
        'Further columns of the invoice sheet that stand with each invoice on the cards of calls and on the printed list: a header a line; empty: none.',
      moves: 'next mail',
    }),
    (written) => ({ value: [...new Set(linesOf(written))], fault: '' }),
  ),
  defaultCurrency: further(
    text({
      name: 'Default currency',
      group: 'Amounts and tolerance',
      initial: '',
      meaning: 'Currency of rows without one, as a three-letter code such as EUR.',
      moves: 'plan',
      refused: (typed) =>
        typed === '' || /^[A-Za-z]{3}$/.test(typed) ? '' : `"${typed}" is not a three-letter code such as EUR`,
    }),
    (code) => ({ value: code.toUpperCase(), fault: '' }),
  ),
  /** Code of our own country, '' when not set. */
  country: further(
    text({
      name: 'Country',
      group: 'Calendar',
      initial: '',
      meaning: 'Your own country, like DE or France: its days of AR Holidays are no business days.',
      moves: 'plan',
    }),
    (written) => {
      const code = countryCode(written);
      const isUnknown = written !== '' && !code;
      return {
        value: code,
        fault: isUnknown ? `"${written}" is no country that Duesheet knows; write a code like DE` : '',
      };
    },
  ),
  /** Language of mails where neither the customer's language nor country tells one. */
  language: further(
    choice(
      {
        name: 'Default language',
        group: 'Languages',
        initial: FALLBACK_LANGUAGE,
        meaning: `Language of mails to customers of whom neither language nor country tells one: ${LETTER_TAGS_IN_WORDS}.`,
        moves: 'plan',
        refused: (typed) => (languageCode(typed) ? '' : `"${typed}" is no language that Duesheet knows`),
      },
      ...LETTER_TAGS.map((tag): [string, string] => [tag, LETTER_LANGUAGES[tag].name]),
    ),
    (word) => ({ value: languageCode(word) || FALLBACK_LANGUAGE, fault: '' }),
  ),
  company: text({
    name: 'Company',
    group: 'Company and mails',
    initial: ({ company }) => company,
    meaning: 'Your firm’s name as customers know it; it stands in every mail.',
    moves: 'next mail',
  }),
  senderName: text({
    name: 'Sender name',
    group: 'Company and mails',
    initial: ({ senderName }) => senderName,
    meaning: 'The person or team that signs.',
    moves: 'next mail',
  }),
  replyTo: text({
    name: 'Reply-to',
    group: 'Company and mails',
    initial: ({ replyTo }) => replyTo,
    meaning: 'Where answers go; empty: to the address that mails leave from.',
    moves: 'next mail',
    refused: (typed) => (typed === '' ? '' : addressFault(typed)),
  }),
  answerForm: ANSWER_FORM,
  blindCopy: BLIND_COPY,
  sendAs: SEND_AS,
  signature: longText({
    name: 'Signature',
    group: 'Company and mails',
    initial: '',
    meaning: 'Lines below the name: title, phone, address.',
    moves: 'next mail',
  }),
  colour: COLOUR,
  logo: LOGO,
  /** Months after the last contact; null where there is no limit. */
  keepPersonal: limit({
    name: 'Keep personal details for',
    group: 'Company and mails',
    initial: 36,
    meaning:
      'Months after the last contact with a customer who owes nothing; then More > Personal details offers to erase them. Empty: for ever.',
    moves: 'next mail',
    refused: wholeUpTo(600, 'may be empty'),
  }),
  /** By currency. */
  accountHolders: ACCOUNT_HOLDERS,
  ibans: IBANS,
  bics: BICS,
  bankDetails: INSTRUCTIONS,
  noPaymentDetails: NO_PAYMENT_DETAILS,
  minimums: MINIMUMS,
  callMinimums: CALL_MINIMUMS,
  /** What should come in each week, decimal by currency. */
  cashGoals: CASH_GOALS,
  targets: TARGETS,
  benchmarks: BENCHMARKS,
  monthEnd: MONTH_END,
  tolerance: TOLERANCE,
  workMinutes: WORK_MINUTES,
  weekHours: WEEK_HOURS,
  collectingShare: COLLECTING_SHARE,
  promiseGrace: further(
    number({
      name: 'Promise grace',
      group: 'Payments',
      initial: 2,
      meaning: 'Business days after a promised day before the promise counts as broken.',
      moves: 'plan',
      refused: wholeUpTo(30, 'needed'),
    }),
    (days) => ({ value: Math.min(MOST_GRACE, Math.max(0, Math.round(days))), fault: '' }),
  ),
  /** Minutes since midnight. */
  windowFrom: time({
    name: 'Send from',
    group: 'Sending',
    initial: '08:00',
    meaning: 'Mails leave from this time on, in the workbook’s time zone.',
    moves: 'next mail',
    clash: nobodySends,
  }),
  windowTo: time({
    name: 'Send until',
    group: 'Sending',
    initial: '18:00',
    meaning: 'No mail leaves after this time.',
    moves: 'next mail',
    clash: nobodySends,
  }),
  paymentsUpTo: date({
    name: 'Payments are in up to',
    group: 'Payments',
    initial: '',
    meaning: 'The last day whose incoming payments are in the invoice sheet. Nothing is sent when it is too old.',
    moves: 'payments',
  }),
  paymentsMaxAge: number({
    name: 'Payments may be old by',
    group: 'Payments',
    initial: 3,
    meaning:
      'Business days after which the payments count as too old to send on. Firm mails and stronger ones wait after one day already.',
    moves: 'next mail',
    refused: wholeUpTo(30, 'needed'),
  }),
  ladder: HOW_FIRM,
  newCustomersPerDay: limit({
    name: 'New customers per day',
    group: 'Sending',
    initial: 20,
    meaning:
      'How many customers are contacted for the first time on one day at most, for five business days from the first of them on; then three times as many. Who owes much for long comes first. Empty: any number.',
    moves: 'plan',
    refused: wholeUpTo(10_000, 'may be empty'),
  }),
  mailsPerDay: limit({
    name: 'Mails per day',
    group: 'Sending',
    initial: '',
    meaning: 'How many mails leave on one day at most, so that a Monday is no burst; empty: any number.',
    moves: 'next mail',
    refused: wholeUpTo(10_000, 'may be empty'),
  }),
  /** Recipients per rolling 24 hours; null: by the kind of account. */
  dailyLimit: limit({
    name: 'Recipients per 24 hours',
    group: 'Sending',
    initial: '',
    meaning: 'Empty: 100 for gmail.com, 1,500 for Google Workspace accounts.',
    moves: 'next mail',
    refused: wholeUpTo(10_000, 'may be empty'),
  }),
  nearPayment: NEAR_PAYMENT_SETTING,
  earlierForRisk: EARLIER_FOR_RISK,
  holdFromShare: HOLD_FROM_SHARE,
  holdFromDays: HOLD_FROM_DAYS,
  invoicesConsumers: CONSUMERS,
  ownCompanies: OWN_COMPANIES,
  secondFor: SECOND_FOR,
  secondFrom: SECOND_FROM,
  deputy: DEPUTY,
  weeklyNoteTo: WEEKLY_NOTE_TO,
  releaseTerms: longText({
    name: 'Release terms',
    label: 'What lets stopped orders go again',
    group: 'Company and mails',
    initial: '',
    meaning: 'What a customer has to do so that you deliver again, for the text Hold notice.',
    moves: 'next mail',
  }),
  nextStep: text({
    name: 'Next step',
    group: 'Company and mails',
    initial: '',
    meaning:
      'What follows a final reminder, as its mail says: “before handing the account over for collection”. Write collection for that, or your own words without the “before”; several languages a line each: “en: ...”, “de: ...”. A dash names nothing. Empty: final reminders wait.',
    moves: 'next mail',
  }),
  lateCharges: LATE_CHARGES,
  lateLaw: LATE_LAW,
  lateRates: LATE_RATES,
  segmentation: SEGMENT_SETTINGS,
};

/** The name of the setting that a person confirms day by day. */
export const PAYMENTS_SETTING = SETTINGS.paymentsUpTo.name;

function dateOrderOf(word: string): DateOrder | undefined {
  return word === 'day-first' || word === 'month-first' ? word : undefined;
}

function linesOf(written: string): string[] {
  const lines = written.split(/\r\n?|\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '');
}
