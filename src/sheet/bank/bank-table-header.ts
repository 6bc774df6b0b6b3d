// The header row of a bank's table, and what its columns hold.
import { type Cell, isBlank } from '../grid';
import { amountOf } from '../read/read-amounts';
import type { Rows } from './bank-lines';
import { dayIn } from './bank-table-dates';
import { type BankColumn, type BankColumns, type BankHeader, bankColumn, bankWords, signOfWord } from './bank-words';

const LOOKED_AT = 40;

/** The header row of a bank's table: the one with most known words, a date and an amount among them; null without one. */
export function headerOf(rows: Rows): BankHeader | null {
  let best: BankHeader | null = null;
  for (const [index, row] of rows.slice(0, LOOKED_AT).entries()) {
    const columns = columnsOf(row, rows.slice(index + 1));
    const hasMoney = columns.amount !== undefined || columns.credit !== undefined || columns.debit !== undefined;
    if (columns.date === undefined || !hasMoney) continue;
    const known = Object.keys(columns).length;
    if (!best || known > best.known) best = { index, columns, known };
  }
  return best;
}

function columnsOf(header: readonly Cell[], below: Rows): BankColumns {
  const columns: BankColumns = {};
  header.forEach((cell, at) => {
    if (typeof cell !== 'string') return;
    const written = cell.replace(/^[#'’\s]+/, '');
    const said = bankColumn(written);
    if (!said) return;
    const column = byCells(
      said,
      below.map((row) => row[at]).filter((each): each is Cell => !isBlank(each)),
    );
    if (columns[column] === undefined) columns[column] = at;
    else if (column === 'date' && columns.booking === undefined) putSecondDate(columns, at, written);
    else if (column === 'account' && columns.payerAccount === undefined) columns.payerAccount = at;
  });
  if (columns.date === undefined && columns.valueDate !== undefined) {
    columns.date = columns.valueDate;
    delete columns.valueDate;
  }
  if (columns.text === undefined && columns.kind !== undefined) {
    columns.text = columns.kind;
    delete columns.kind;
  }
  notOwnAccount(columns, below);
  const isNamed = [columns.payer, columns.recipient].some(
    (at) => at !== undefined && below.some((row) => !isBlank(row[at])),
  );
  if (!isNamed && columns.owner !== undefined) columns.payer = columns.owner;
  if (columns.text === undefined && columns.reference !== undefined) {
    columns.text = columns.reference;
    delete columns.reference;
  }
  return columns;
}

const BOOKED = /complet|buch|book|post|ksieg|compt|contab|boek|bokf|zauct|zuct|konyvel|kirjaus|regist|lanca|勘定|记账/;

// Of a day of the payment and a day of its booking the second is the one a statement goes by.
function putSecondDate(columns: BankColumns, at: number, header: string): void {
  const isBooked = BOOKED.test(bankWords(header));
  columns.booking = isBooked ? at : columns.date;
  if (!isBooked) columns.date = at;
}

// The own account is one and the same in all lines; one that differs is the other party's.
function notOwnAccount(columns: BankColumns, below: Rows): void {
  const at = columns.account;
  if (at === undefined || columns.payerAccount !== undefined) return;
  const written = below.map((row) => row[at]).filter((cell) => !isBlank(cell));
  const [payer, recipient, owner] = [columns.payer, columns.recipient, columns.owner];
  const isBeside = [payer, recipient, owner].some((party) => party !== undefined && party === at - 1);
  const differs = new Set(written).size;
  const isOther = (isBeside && differs > 1) || (written.length > 2 && differs > written.length / 2);
  if (!isOther) return;
  columns.payerAccount = at;
  delete columns.account;
}

/** Words that mean one thing here and another there are told apart by what stands below them. */
function byCells(column: BankColumn, cells: readonly Cell[]): BankColumn {
  if (cells.length === 0) return column;
  const all = (holds: (cell: Cell) => boolean): boolean => cells.every(holds);
  const isDay = (cell: Cell): boolean => dayIn(cell, 'day-first') !== null || dayIn(cell, 'month-first') !== null;
  if (column === 'valueDate' || column === 'amount' || column === 'currency') {
    if (all((cell) => typeof cell === 'string' && /^[A-Z]{3}$/.test(cell.trim()))) return 'currency';
    if (column === 'currency' && all(isDay)) return 'valueDate';
    if (column === 'valueDate' && !cells.some(isDay) && all((cell) => amountOf(cell, null) !== null)) return 'amount';
  }
  const isSign = (cell: Cell): boolean => typeof cell === 'string' && signOfWord(cell) !== 0;
  if (['kind', 'text', 'debit', 'credit'].includes(column) && all(isSign)) return 'sign';
  return column;
}
