// The first reminder as it would look with what is typed, written about a row of the person's own table.
import { firstTexts } from '../../dunning/letter/first-text.prepared';
import { composeLetter, isLetterProblem, type Letter } from '../../dunning/letter/letter';
import type { LetterLanguage } from '../../dunning/letter/letter-languages';
import { REPLY_DAYS } from '../../dunning/letter/letter-values';
import { compact, ibanFault } from '../../receivables/cash/iban';
import { type Day, dayFromIso } from '../../receivables/day';
import { toMinor } from '../../receivables/money';
import { amountOf } from '../../sheet/read/read-amounts';
import { dayOfText } from '../../sheet/read/read-dates';
import { currencyOfCell } from '../../sheet/vocabulary/currencies';

/** What the mail is made of. */
export interface Example {
  /** ISO day. */
  today: string;
  language: LetterLanguage;
  company: string;
  senderName: string;
  payment: Readonly<Record<string, { holder: string; iban: string; bic: string; instructions: string }>>;
  /** The rows of the table, each by the field of its column. */
  rows: readonly Readonly<Record<string, string>>[];
}

/** So many days an invoice is late where no row of the table is. */
const LATE = 8;

interface ExampleLine {
  customer: string;
  invoice: string;
  due: Day;
  currency: string;
  balance: number;
}

/**
 * Composes the mail.
 * @returns null where it cannot be made of what is typed
 */
export function exampleMail(example: Example): Letter | null {
  const asOf = dayFromIso(example.today) ?? 0;
  const currencies = Object.keys(example.payment);
  const lines = example.rows.map((row) => lineOf(row, currencies[0] ?? 'EUR', asOf));
  const isPayable = ({ currency }: ExampleLine): boolean => {
    const { iban = '', instructions = '' } = example.payment[currency] ?? {};
    return iban.trim() !== '' || instructions.trim() !== '';
  };
  const late = lines.filter(({ due }) => due < asOf);
  const line = late.find(isPayable) ?? late[0] ?? lines[0] ?? lineOf({}, currencies[0] ?? 'EUR', asOf);
  const due = line.due < asOf ? line.due : asOf - LATE;
  const { holder = '', iban = '', bic = '', instructions = '' } = example.payment[line.currency] ?? {};
  const isRight = iban.trim() !== '' && ibanFault(iban) === '';
  const letter = composeLetter({
    template: { name: 'Friendly', ...firstTexts()[example.language] },
    language: example.language,
    customer: line.customer,
    contact: '',
    company: example.company.trim() || 'Your company',
    sender: example.senderName.trim() || 'Your name',
    signature: '',
    lines: [{ ...line, due, orderNumber: '', role: 'overdue', disputed: 0, lead: true }],
    bankDetails: instructions.trim() === '' ? {} : { [line.currency]: instructions },
    pay: {
      accounts: isRight ? { [line.currency]: { holder: holder.trim(), iban: compact(iban), bic: compact(bic) } } : {},
      unchanged: true,
      look: { colour: '', logo: '' },
    },
    asOf,
    reference: 'DS-7F3K2',
    about: { replyBy: asOf + REPLY_DAYS },
  });
  return isLetterProblem(letter) ? null : letter;
}

function lineOf(row: Readonly<Record<string, string>>, usual: string, asOf: Day): ExampleLine {
  const written = [row['balance'], row['amount']].find((text) => text !== undefined && text !== '') ?? '';
  const currency = currencyOfCell(row['currency'] ?? '', usual) ?? usual;
  const amount = amountOf(written.replace(/[^\d.,-]/g, ''), null) ?? 0;
  return {
    customer: row['customer'] || row['customerId'] || 'Your customer',
    invoice: row['invoice'] ?? '',
    due: dayOfText((row['due'] ?? '').trim(), 'day-first') ?? asOf - LATE,
    currency,
    balance: toMinor(amount > 0 ? amount : 1200, currency),
  };
}
