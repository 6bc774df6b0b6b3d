// What the words of a document type or of a debit/credit sign say of a row: credit notes, payments on account, supplier bills.
import { isReceivable, type StatusWord } from '../../receivables/invoice-status';
import type { Cell } from '../grid';
import { plainText } from '../vocabulary/language';
import { statusOf } from './read-words';

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
