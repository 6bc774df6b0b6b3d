// Statements in XML of ISO 20022: camt.053 (a day's statement), camt.052 (within the day), camt.054 (notifications).
// Source: ISO 20022 message definitions BankToCustomerStatement, AccountReport and DebitCreditNotification, versions 02 to 08.
import { type Day, dayFromIso } from '../../receivables/day';
import { bankFile, type Statement } from './accounts';
import {
  type BankFile,
  BankFileRefused,
  type BankLine,
  type BankProblem,
  bankLine,
  bareReference,
  inOneLine,
  type Money,
  minorOfText,
} from './bank-lines';
import { messageOf, nameOf, type Part, part, parts, textAt } from './xml';

const KINDS = [
  { message: 'BkToCstmrStmt', statement: 'Stmt', format: 'camt.053' },
  { message: 'BkToCstmrAcctRpt', statement: 'Rpt', format: 'camt.052' },
  { message: 'BkToCstmrDbtCdtNtfctn', statement: 'Ntfctn', format: 'camt.054' },
] as const;

/**
 * Reads a message of ISO 20022.
 * @param text the XML
 * @throws BankFileRefused when it is unsound, cut off, or no message about an account
 */
export function readCamt(text: string): BankFile {
  const root = messageOf(text);
  for (const { message, statement, format } of KINDS) {
    const found = nameOf(root) === message ? [root] : parts(root, message);
    if (found.length === 0) continue;
    const reading: Reading = { place: 0, problems: [] };
    const statements = found.flatMap((one) =>
      parts(one, statement).map((each) => statementOf(each, format === 'camt.053', reading)),
    );
    return bankFile(format, statements, format === 'camt.053', reading.problems);
  }
  throw new BankFileRefused(
    'no-statement',
    'The file is XML, but no statement of a bank account (camt.052, camt.053 or camt.054). Nothing was read.',
  );
}

/** What grows while a file is read. */
interface Reading {
  /** Entries so far. */
  place: number;
  problems: BankProblem[];
}

function statementOf(from: Part, hasBalances: boolean, reading: Reading): Statement {
  const id = textAt(from, 'Acct', 'Id', 'IBAN') || textAt(from, 'Acct', 'Id', 'Othr', 'Id');
  const entries = parts(from, 'Ntry');
  const currency =
    textAt(from, 'Acct', 'Ccy') || currencyOf(part(from, 'Bal', 'Amt')) || currencyOf(part(entries[0], 'Amt'));
  const balance = (codes: readonly string[]): Part | undefined =>
    parts(from, 'Bal').find((each) => codes.includes(textAt(each, 'Tp', 'CdOrPrtry', 'Cd')));
  const [opening, closing] = hasBalances ? [balance(['OPBD', 'PRCD']), balance(['CLBD'])] : [];
  return {
    id,
    currency,
    opening: opening ? (signedAmount(opening)?.minor ?? null) : null,
    closing: closing ? (signedAmount(closing)?.minor ?? null) : null,
    end: closing ? dayAt(closing, 'Dt') : null,
    lines: entries.flatMap((entry) => linesOf(entry, id, reading)),
  };
}

function currencyOf(amount: Part | undefined): string {
  return amount?.attributes['Ccy'] ?? '';
}

function moneyOf(amount: Part | undefined): Money | null {
  if (!amount) return null;
  const currency = currencyOf(amount);
  const minor = minorOfText(amount.text, currency);
  return minor === null ? null : { minor, currency };
}

/** The amount of a balance, an entry or a detail, negative where it is a debit. */
function signedAmount(
  of: Part,
  amount: Part | undefined = part(of, 'Amt'),
  sign = textAt(of, 'CdtDbtInd'),
): Money | null {
  const money = moneyOf(amount);
  if (!money) return null;
  return { ...money, minor: sign === 'DBIT' && money.minor !== 0 ? -money.minor : money.minor };
}

// The day as the bank wrote it: a time of day and its zone are left out.
function dayAt(of: Part, name: string): Day | null {
  const date = textAt(of, name, 'Dt') || textAt(of, name, 'DtTm');
  return dayFromIso(date.slice(0, 10));
}

function linesOf(entry: Part, account: string, reading: Reading): BankLine[] {
  reading.place += 1;
  const row = reading.place + 1;
  const amount = signedAmount(entry);
  const booking = dayAt(entry, 'BookgDt');
  const day = dayAt(entry, 'ValDt') ?? booking;
  if (!amount || day === null) {
    const missing = amount ? 'no date that can be read' : `an amount that cannot be read ("${textAt(entry, 'Amt')}")`;
    reading.problems.push({
      row,
      code: amount ? 'date-unreadable' : 'amount-unreadable',
      message: `Entry ${reading.place} has ${missing}. It was left out: look it up at the bank.`,
    });
    return [];
  }
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts');
  const bankId = textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef');
  const whole: BankLine = {
    ...bankLine({ ...amount, row, account, day }),
    booking,
    bankId,
    pending: status === 'PDNG',
    infoOnly: status === 'INFO',
  };
  const details = parts(entry, 'NtryDtls').flatMap((each) => parts(each, 'TxDtls'));
  const announced = parts(entry, 'NtryDtls').reduce(
    (sum, each) => sum + Number(textAt(each, 'Btch', 'NbOfTxs') || 0),
    0,
  );
  const amounts = details.map((detail) => partAmount(detail, entry, amount));
  if (details.length > 1 && sumOf(amounts) === amount.minor) {
    return details.map((detail, i): BankLine => {
      const ownId = textAt(detail, 'Refs', 'AcctSvcrRef');
      const money = amounts[i] ?? amount;
      return {
        ...withDetail({ ...whole, ...money }, detail, entry),
        bankId: ownId || (bankId === '' ? '' : `${bankId}/${i + 1}`),
        batchOf: details.length,
      };
    });
  }
  const read = details.map((detail) => withDetail(whole, detail, entry));
  const one = read[0] ?? withDetail(whole, entry, entry);
  if (read.length < 2) return [{ ...one, batchOf: announced > 1 ? announced : 0 }];
  return [
    {
      ...whole,
      payer: distinct(read.map(({ payer }) => payer)).join('; '),
      text: distinct(read.map(({ text }) => text)).join(' '),
      batchOf: Math.max(details.length, announced),
    },
  ];
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}

function sumOf(amounts: readonly (Money | null)[]): number | null {
  let sum = 0;
  for (const amount of amounts) {
    if (!amount) return null;
    sum += amount.minor;
  }
  return sum;
}

/** What one payment of a batch was, in the currency of its entry; null where the file does not say. */
function partAmount(detail: Part, entry: Part, { currency }: Money): Money | null {
  const sign = textAt(detail, 'CdtDbtInd') || textAt(entry, 'CdtDbtInd');
  const candidates = [
    part(detail, 'Amt'),
    part(detail, 'AmtDtls', 'TxAmt', 'Amt'),
    part(detail, 'AmtDtls', 'InstdAmt', 'Amt'),
  ];
  const found = candidates.find((amount) => amount && currencyOf(amount) === currency);
  return found ? signedAmount(detail, found, sign) : null;
}

/** A line with what its detail tells: who, for what, and what became of the amount on the way. */
function withDetail(line: BankLine, detail: Part, entry: Part): BankLine {
  const remittance = part(detail, 'RmtInf');
  const structured = parts(remittance, 'Strd');
  const reference = structured.map((each) => textAt(each, 'CdtrRefInf', 'Ref')).find((each) => each !== '') ?? '';
  const written = [
    ...parts(remittance, 'Ustrd').map(({ text }) => text),
    ...structured.flatMap((each) => parts(each, 'AddtlRmtInf').map(({ text }) => text)),
  ];
  const text = inOneLine(written.join(' '));
  const posting = textAt(entry, 'AddtlNtryInf') || textAt(detail, 'AddtlTxInf');
  const { payer, payerAccount, onBehalfOf } = partyOf(line, detail, entry);
  const endToEndId = textAt(detail, 'Refs', 'EndToEndId');
  return {
    ...line,
    payer,
    payerAccount,
    onBehalfOf,
    text: text === '' && reference === '' ? posting : text,
    structuredReference: bareReference(reference),
    returnReason: textAt(detail, 'RtrInf', 'Rsn', 'Cd'),
    endToEndId: endToEndId === 'NOTPROVIDED' ? '' : endToEndId,
    ...keptOnTheWay(line, detail, entry),
  };
}

/** The other party: who paid, whom we paid, and for a payment that came back the one it had to do with. */
function partyOf(line: BankLine, detail: Part, entry: Part): Pick<BankLine, 'payer' | 'payerAccount' | 'onBehalfOf'> {
  const parties = part(detail, 'RltdPties');
  const isReturned = textAt(entry, 'RvslInd') === 'true' || part(detail, 'RtrInf') !== undefined;
  // Of what came back the roles are those of the payment as it was first made.
  const other = line.minor < 0 === isReturned ? 'Dbtr' : 'Cdtr';
  const account = part(parties, `${other}Acct`, 'Id');
  return {
    payer: partyName(part(parties, other)),
    payerAccount: textAt(account, 'IBAN') || textAt(account, 'Othr', 'Id'),
    onBehalfOf: partyName(part(parties, `Ultmt${other}`)),
  };
}

function partyName(party: Part | undefined): string {
  return textAt(party, 'Nm') || textAt(party, 'Pty', 'Nm');
}

/** Charges that the bank took off, and the amount as it was sent. */
function keptOnTheWay(line: BankLine, detail: Part, entry: Part): Pick<BankLine, 'charges' | 'original'> {
  const charges = chargesIn(detail, line.currency) || chargesIn(entry, line.currency);
  const sent =
    moneyOf(part(detail, 'AmtDtls', 'InstdAmt', 'Amt')) ?? moneyOf(part(entry, 'AmtDtls', 'InstdAmt', 'Amt'));
  const came = Math.abs(line.minor);
  if (sent && (sent.currency !== line.currency || sent.minor !== came)) return { charges, original: sent };
  if (charges === 0) return { charges, original: null };
  // A credit came without the charges; a returned debit took them as well.
  const minor = line.minor < 0 ? came - charges : came + charges;
  return { charges, original: { minor, currency: line.currency } };
}

function chargesIn(of: Part, currency: string): number {
  let sum = 0;
  for (const charge of parts(of, 'Chrgs')) {
    const records = parts(charge, 'Rcrd');
    for (const each of records.length > 0 ? records : [charge]) {
      const money = moneyOf(part(each, 'Amt') ?? part(each, 'TtlChrgsAndTaxAmt'));
      // What is announced for information only was not taken from the amount.
      if (money?.currency === currency && textAt(each, 'ChrgInclInd') !== 'false') sum += money.minor;
    }
  }
  return sum;
}
