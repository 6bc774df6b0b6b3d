// The kinds of documents in a list of invoices, as people and programs write them.

/** What a kind of document makes of its row; `settled` was paid when it was written, `offer` is not owed yet. */
export type DocumentKind = 'invoice' | 'credit' | 'payment' | 'payable' | 'offer' | 'settled';

/** Whole texts, in lower case, without accents and signs: programs' codes and words that only alone mean this. */
export const WHOLE: Readonly<Record<DocumentKind, string>> = {
  invoice:
    'inv, si, rv, dr, in, debit, d, s, 380, 383, 386, td01, td02, td05, td06, td24, td25, accrec, out invoice, dm, db, cb, it, ft, nd, fv, ' +
    'sales, sale, charge, journal, journal entry, general journal, je, entry, opening balance, chargeback, finance charge, statement charge, ' +
    'interest, interest charge, late fee, receivable, ar, accounts receivable, ticket, boleto, nf, nfe, nf e, debit memo, debit note, debitnote, ' +
    'note de debit, nota de debito, nota debito, nota di debito, nota odsetkowa, lastschrift, verkoop, umsatz, vente, venta, vendita, ' +
    'a receber, receber, conta a receber, por cobrar, out receipt, soll, debe, dare, parcella, 請求書, 請求, 売上, 売掛',
  credit:
    'sc, cn, crn, cm, scn, dg, cr, c, h, k, credit, 381, td04, accreccredit, out refund, nc, gutschrift, haben, haber, avere, avoir, abono, ' +
    'rabatt, refund, return, returns, sales return, devolucion, devolucao, reso, retoure, retour, zwrot, rueckgabe, delayed credit, storno, ' +
    '返品, 値引, 赤伝, マイナス請求',
  payment:
    'sa, sr, sd, dz, pmt, py, pay, rct, rec, rc, rg, arprepayment, aroverpayment, payment, payments, receipt, receipts, deposit, prepayment, ' +
    'overpayment, advance, customer deposit, unapplied payment, payment entry, zahlung, anzahlung, vorauszahlung, zahlungseingang, ueberzahlung, ' +
    'paiement, acompte, reglement, encaissement, avance, trop percu, pago, anticipo, cobro, recibo, pagamento, recebimento, adiantamento, sinal, ' +
    'incasso, acconto, ricevuta, betaling, vooruitbetaling, aanbetaling, wplata, zaliczka, przedplata, platnosc, innbetaling, inbetalning, ' +
    'indbetaling, 入金, 前受金, 前払, 領収書',
  payable:
    'pi, pc, pp, pa, pd, kr, kg, kz, in invoice, in refund, in receipt, accpay, accpaycredit, ap, payable, accounts payable, bill, bills, ' +
    'purchase, purchases, expense, a pagar, pagar, conta a pagar, despesa, por pagar, gasto, compra, eingangsrechnung, ausgabe, kreditor, ' +
    'depense, achat, acquisto, passiva, inkoop, uitgave, zakup, koszt, wydatek, 支払, 買掛, 仕入',
  offer:
    'qt, quo, est, so, po, pf, 325, order, orders, devis, ddt, wz, statement, opportunity, delayed charge, time charge, reminder, ' +
    'return authorization, auftrag, bestellung, mahnung, zahlungserinnerung, commande, pedido, encomenda, ordine, bestelling, herinnering, ' +
    'aanmaning, oferta, offerte, offert, tilbud, ordre, ordrebekreftelse, bestallning, 見積, 見積書, 納品書, 注文書, 発注書',
  settled:
    'sales receipt, cash sale, cash invoice, fr, fs, fatura recibo, fatura simplificada, barverkauf, paragon, kassenbon, pos receipt',
};

/** Words within a longer text, `*` for any beginning or end of them, in the order in which they decide: a proforma invoice is no invoice. */
export const WITHIN: readonly (readonly [DocumentKind, string])[] = [
  ['offer', 'proforma, pro forma, draft, entwurf, brouillon, borrador, rascunho, bozza, concept, proforma*'],
  ['settled', 'sales receipt, cash sale, fatura recibo, fatura simplificada, barverkauf'],
  [
    'payable',
    'vendor, supplier, purchase invoice, purchase credit, purchase bill, bill payment, bill credit, payable, eingangs*, lieferanten*, kreditoren*, fournisseur, ' +
      'd achat, proveedor, de compra, fornitore, fornecedor, passiva, inkoop*, zakupu, kosztowa, leverandor, leverantor, 仕入',
  ],
  [
    'credit',
    'credit note, credit memo, creditnote, credit invoice, invoice credit, customer credit, sales credit, gutschrift, rechnungskorrektur, storno*, ' +
      'd avoir, avoir, note de credit, nota de credito, nota credito, nota di credito, creditnota, creditfactuur, nota kredytowa, kreditnota, ' +
      'kreditfaktura, kreditnote, hyvityslasku, refund, sales return, 返品',
  ],
  [
    'invoice',
    'invoice, invoices, rechnung, rechnungen, *rechnung, facture, factures, factura, facturas, fatura, fattura, factuur, *factuur, faktura, ' +
      '*faktura, lasku, debit note, debit memo, finance charge, statement charge, nota fiscal, 請求書',
  ],
  [
    'payment',
    'payment, prepayment, overpayment, receipt, deposit, zahlung, zahlungseingang, *zahlung, anzahlung, paiement, reglement, acompte, pago, cobro, ' +
      'pagamento, recebimento, incasso, acconto, betaling, *betaling, wplata, platnosc, 入金',
  ],
  [
    'offer',
    'quote, quotes, quotation, estimate, order, delivery note, packing slip, angebot, auftrag, *bestaetigung, *bestatigung, lieferschein, ' +
      'kostenvoranschlag, bestellung, devis, commande, bon de livraison, presupuesto, pedido, albaran, cotizacion, remision, orcamento, encomenda, ' +
      'guia, preventivo, ordine, offerte, opdrachtbevestiging, pakbon, order, oferta, zamowienie, reminder, statement, 見積, 納品',
  ],
];
