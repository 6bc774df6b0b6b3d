// What kind of document a row is, where the sheet has a column for it: credit notes, payments on account, supplier bills.
import { isReceivable, type StatusWord } from '../../receivables/invoice-status';
import type { Detection } from '../fields';
import type { Cell } from '../grid';
import { headerKey } from '../vocabulary/header-words';
import { plainText } from '../vocabulary/language';
import { debitAndCredit } from './debit-credit';
import { statusOf } from './read-words';

/** 0-based columns; -1 where there is none. */
export interface DocumentColumns {
  /** Invoice, Credit memo, Payment, ... */
  type: number;
  /** Debit or credit. */
  sign: number;
  /** Amounts on the credit side of a ledger whose debit side is the invoice amount. */
  credit: number;
}

const TYPE_HEADERS = new Set(['document type', 'document invoice type', 'invoice type']);
const SIGN_HEADERS = new Set([
  'shkzg',
  'credit debit',
  'h',
  'credit debit kennzeichen',
  'credit debit kz',
  'credit debit indicator',
]);

/** Finds the columns that tell the kind of a row, among those that mean nothing else; the credit side may be what was paid. */
export function documentColumns({ headers, columns }: Detection): DocumentColumns {
  const taken = new Set(Object.values(columns).map(({ index }) => index));
  const find = (names: ReadonlySet<string>): number =>
    headers.findIndex((header, i) => header !== '' && !taken.has(i) && names.has(headerKey(header)));
  const pair = debitAndCredit(headers);
  const credit = pair && pair.debit === columns.amount?.index ? pair.credit : -1;
  return { type: find(TYPE_HEADERS), sign: find(SIGN_HEADERS), credit };
}

const PAYABLE = new Set(
  (
    'payable,accounts payable,ap,accpay,bill,vendor bill,supplier bill,supplier invoice,purchase,purchase invoice,expense,in invoice,' +
    'a pagar,pagar,conta a pagar,despesa,por pagar,gasto,compra,eingangsrechnung,ausgabe,kreditor,depense,achat,facture fournisseur,' +
    'fattura passiva,acquisto,passiva,inkoop,inkoopfactuur,uitgave,zakup,koszt,wydatek,支払,買掛'
  ).split(','),
);

/** Whether a row is what the firm itself owes: a sheet may hold both sides. @example isPayable('A Pagar') // true */
export function isPayable(cell: Cell): boolean {
  return typeof cell === 'string' && cell !== '' && PAYABLE.has(plainText(cell));
}

const ON_ACCOUNT = new Set(
  (
    'payment,deposit,prepayment,overpayment,customer deposit,advance,advance payment,unapplied payment,receipt,receive payment,' +
    'zahlung,anzahlung,vorauszahlung,zahlungseingang,paiement,acompte,reglement,avance,pago,anticipo,abono,cobro,pagamento,adiantamento,' +
    'sinal,incasso,acconto,anticipo cliente,betaling,vooruitbetaling,aanbetaling,wplata,zaliczka,przedplata,platnosc,入金,前受金,前払'
  ).split(','),
);

const CREDIT_SIGNS = new Set(['h', 'haben', 'c', 'cr', 'credit', 'k']);

/**
 * The status of a row once its kind is known: a credit note or a payment on account lowers what the customer owes, whatever its sign.
 * @param status what the status column says; paid, draft and void stay as they are
 * @example creditByKind('open', 'Credit memo', '') // 'credit'
 */
export function creditByKind(status: StatusWord, type: Cell, sign: Cell): StatusWord {
  if ((type === '' && sign === '') || status === 'paid' || !isReceivable({ status })) return status;
  const word = typeof type === 'string' ? plainText(type) : '';
  const credits = word !== '' && (ON_ACCOUNT.has(word) || statusOf(word) === 'credit');
  const signed = typeof sign === 'string' && CREDIT_SIGNS.has(plainText(sign));
  return credits || signed ? 'credit' : status;
}
