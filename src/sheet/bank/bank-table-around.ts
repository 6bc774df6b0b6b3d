// What stands above and below a bank's table: account, currency, period, balances.
import type { Day } from '../../receivables/day';
import { NO_CURRENCY, toMinor } from '../../receivables/money';
import type { DateOrder } from '../fields';
import { isBlank } from '../grid';
import { type DecimalMark, readAmountText } from '../read/read-amounts';
import { currencyOfCell, currencyOfHeader, currencyOfText, isCurrencyCode } from '../vocabulary/currencies';
import type { Rows } from './bank-lines';
import { datesIn, dayIn } from './bank-table-dates';
import { type BankHeader, balanceKind, bankColumn, bankWords, isPeriodLabel } from './bank-words';

/** What is said around a table. */
export interface Around {
  /** Id of the account, '' where none is named. */
  account: string;
  /** The currency that labels or balances name, '' without one. */
  currency: string;
  /** The currency that the header of the money names, or that goes with its language; '' without one. */
  columnCurrency: string;
  /** Minor units. */
  opening: number | null;
  closing: number | null;
  /** The last day of the stated period, or the day of the closing balance. */
  end: Day | null;
}

/** How dates and amounts are written in the file. */
interface Writing {
  order: DateOrder | null;
  mark: DecimalMark | null;
}

/** A label and what stands behind it. */
interface Said {
  label: string;
  value: string;
}

/** Reads what stands around a table. */
export function aroundTable(rows: Rows, header: BankHeader, writing: Writing): Around {
  const above = saidIn(rows.slice(0, header.index));
  const { date, balance, text, kind } = header.columns;
  // Below the header only what is no line: a row without a date, or a balance carried on.
  const rest = rows.slice(header.index + 1).filter((row) => {
    const words = `${row[text ?? -1] ?? ''} ${row[kind ?? -1] ?? ''}`;
    return date === undefined || dayIn(row[date], writing.order) === null || balanceKind(words) !== null;
  });
  const below = rest.flatMap((row): Said[] => {
    const cells = row.filter((cell) => !isBlank(cell)).map(String);
    const label = cells.find((cell) => balanceKind(cell) !== null);
    const amounts = cells.filter((cell) => cell !== label && amountSaid(cell, writing) !== null);
    const value = balance !== undefined && !isBlank(row[balance]) ? String(row[balance]) : amounts[amounts.length - 1];
    return label === undefined || value === undefined ? [] : [{ label, value }];
  });
  const columnCurrency = currencyOfColumns(rows, header);
  const currency = currencySaid(above) || columnCurrency || currencyOfBalances([...above, ...below], writing);
  const balances = balancesIn([...above, ...below], currency, writing);
  const account = accountSaid(above, writing);
  const glued = /^(.*\d)\s*([A-Z]{3})$/.exec(account);
  const isGlued = isCurrencyCode(glued?.[2] ?? '');
  return {
    account: isGlued ? (glued?.[1] ?? '') : account,
    currency: currency || (isGlued ? (glued?.[2] ?? '') : ''),
    columnCurrency,
    opening: balances.opening,
    closing: balances.closing,
    end: periodEnd(above, writing) ?? balances.end,
  };
}

/** Labels and values above a table: beside each other, in one cell, or one row below the other. */
function saidIn(rows: Rows): Said[] {
  const said: Said[] = [];
  const texts = rows.map((row) => row.filter((cell) => !isBlank(cell)).map((cell) => String(cell).trim()));
  rows.forEach((row, i) => {
    // Labels side by side, their values below them.
    row.forEach((cell, at) => {
      const value = rows[i + 1]?.[at];
      if (typeof cell === 'string' && bankColumn(cell) === 'account' && !isBlank(value))
        said.push({ label: cell, value: String(value) });
    });
  });
  texts.forEach((cells, i) => {
    const [first = '', ...values] = cells;
    if (first === '') return;
    if (values.length > 0) {
      said.push({ label: first.replace(/[:：]\s*$/, ''), value: values.join(' ') });
      for (const cell of cells) if (/[:：]./.test(cell)) said.push(inOneCell(cell));
      return;
    }
    said.push(inOneCell(first));
    if (/[:：]$|^#/.test(first))
      said.push({ label: first.replace(/[:：]\s*$/, ''), value: (texts[i + 1] ?? []).join(' ') });
  });
  return said;
}

function inOneCell(cell: string): Said {
  const match = /^([^:：]*?)\s*[:：]\s*(.+)$/.exec(cell) ?? /^(.*\bn[°ºo.]\s?)(\d[\d -]+)$/i.exec(cell);
  return match ? { label: match[1] ?? '', value: (match[2] ?? '').trim() } : { label: cell, value: cell };
}

const ACCOUNT =
  /account|konto|compte|cuenta|conto|rapporto|rekening|conta|rachun|tili|ucet|ucl|szamla|hesap|iban|口座|账号/;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/;

function accountSaid(said: readonly Said[], writing: Writing): string {
  for (const { label, value } of said) {
    const words = bankWords(label.replace(/^#/, ''));
    const isAccount = bankColumn(label.replace(/^#/, '')) === 'account' || ACCOUNT.test(words);
    if (!isAccount || balanceKind(label) !== null || label === value) continue;
    if (value.replace(/\D/g, '').length >= 4 && dayIn(value, writing.order) === null && datesIn(value).length < 2)
      return value.replace(/^['’]|['’]$/g, '').trim();
  }
  for (const { value } of said) {
    const iban = IBAN.exec(value)?.[0];
    if (iban !== undefined) return iban;
  }
  return '';
}

function currencySaid(said: readonly Said[]): string {
  for (const { label, value } of said) {
    if (bankColumn(label.replace(/^#/, '')) === 'currency') return currencyOfCell(value) ?? '';
  }
  return '';
}

function currencyOfColumns(rows: Rows, { index, columns }: BankHeader): string {
  const headers = [columns.amount, columns.credit, columns.debit, columns.balance].map((at) =>
    at === undefined ? '' : String(rows[index]?.[at] ?? ''),
  );
  for (const header of headers) {
    const named = currencyOfHeader(header) || (/\beuros?\b/i.test(header) ? 'EUR' : '');
    if (named !== '') return named;
  }
  // Amounts of money handed over or taken out, in Japanese: yen.
  return headers.some((header) => /(金額|預り|出金|入金)/.test(header)) &&
    headers.some((header) => /[お残高出入]/.test(header))
    ? 'JPY'
    : '';
}

function amountSaid(value: string, writing: Writing): { value: number; currency: string } | null {
  const text = datesIn(value).reduce((left, date) => left.replace(date, ' '), value);
  const figures = /[-−(]?\s?\p{Sc}?\s?\d[\d.,'’\s\u00a0\u202f]*(?:\)|-)?\s?(?:\p{Sc}|[A-Z]{3})?/u.exec(text)?.[0];
  const read = figures === undefined ? null : readAmountText(figures.trim(), writing.mark);
  return read && read.value !== null ? { value: read.value, currency: read.currency } : null;
}

function currencyOfBalances(said: readonly Said[], writing: Writing): string {
  for (const { label, value } of said) {
    const currency = balanceKind(label) === null ? '' : (amountSaid(value, writing)?.currency ?? '');
    if (currency !== '') return currencyOfText(currency) ?? '';
  }
  return '';
}

interface Balances {
  opening: number | null;
  closing: number | null;
  end: Day | null;
}

function balancesIn(said: readonly Said[], currency: string, writing: Writing): Balances {
  const found: Balances = { opening: null, closing: null, end: null };
  const dated: { day: Day; minor: number }[] = [];
  for (const { label, value } of said) {
    const kind = balanceKind(label.replace(/^#/, ''));
    const amount = kind === null ? null : amountSaid(value, writing);
    if (!amount) continue;
    const minor = toMinor(amount.value, currency || amount.currency || NO_CURRENCY);
    const written = datesIn(label)[0] ?? datesIn(value)[0];
    const day = written === undefined ? null : dayIn(written, writing.order);
    if (kind === 'opening') found.opening = found.opening ?? minor;
    else if (kind === 'closing') {
      found.closing = minor;
      found.end = day ?? found.end;
    } else if (day !== null) dated.push({ day, minor });
  }
  dated.sort((a, b) => a.day - b.day);
  const last = dated[dated.length - 1];
  if (last && found.closing === null) {
    found.closing = last.minor;
    found.end = last.day;
  }
  if (dated.length > 1 && found.opening === null) found.opening = dated[0]?.minor ?? null;
  return found;
}

function periodEnd(said: readonly Said[], writing: Writing): Day | null {
  for (const { label, value } of said) {
    if (balanceKind(label) !== null) continue;
    const days = [...new Set(datesIn(label === value ? value : `${label} ${value}`))].map((written) =>
      dayIn(written, writing.order),
    );
    const isPeriod = isPeriodLabel(label) || days.length === 2;
    if (isPeriod && days.length >= 2)
      return days.reduce((end, day) => (end === null || (day ?? 0) > end ? day : end), null);
  }
  return null;
}
