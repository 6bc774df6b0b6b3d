// The two sides of a ledger: the pair of columns in which an account statement keeps what is charged and what is credited.
import { headerKey } from '../vocabulary/header-words';

/** 0-based columns of what is charged and what is credited. */
export interface DebitCredit {
  debit: number;
  credit: number;
}

/** Words that may stand beside "debit" and "credit" without making something else of them. */
const BESIDE = new Set('debit credit amount total turnover local currency document value entry'.split(' '));

/** "Charges" and "Payments", "Cargos" and "Abonos" are such a pair too. */
const PAYMENTS = new Set(['payments', 'amount paid', 'payments received']);

/**
 * The pair of columns in which a ledger keeps its two sides.
 * @returns null where there is no such pair, or more than one
 * @example debitAndCredit(['Datum', 'Umsatz Soll', 'Umsatz Haben']) // { debit: 1, credit: 2 }
 */
export function debitAndCredit(headers: readonly string[]): DebitCredit | null {
  const debits = sideOf(headers, 'debit');
  const named = sideOf(headers, 'credit');
  const credits =
    named.length > 0 ? named : headers.flatMap((header, i) => (PAYMENTS.has(headerKey(header)) ? [i] : []));
  const [debit, credit] = [debits[0], credits[0]];
  return debits.length === 1 && credits.length === 1 && debit !== undefined && credit !== undefined
    ? { debit, credit }
    : null;
}

function sideOf(headers: readonly string[], side: 'debit' | 'credit'): number[] {
  const other = side === 'debit' ? 'credit' : 'debit';
  return headers.flatMap((header, i) => {
    const words = headerKey(header).split(' ');
    return words.includes(side) && !words.includes(other) && words.every((word) => BESIDE.has(word)) ? [i] : [];
  });
}
