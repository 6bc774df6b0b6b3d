// What the kind of a document makes of a row: owed, a credit, a payment, our own debt, or nothing yet.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { kindOf } from '../../../src/sheet/read/document-kinds';
import { date, detected, mapped, read } from '../grids';

const due = date('2026-03-31');

describe('the kind of a document', () => {
  it.each([
    ...[
      'Quote',
      'Quotation',
      'Sales quote',
      'Estimate',
      'Proforma',
      'Pro-forma invoice',
      'Pro Forma',
      'Sales Order',
      'Order',
      'Purchase order',
    ],
    ...[
      'Order confirmation',
      'Delivery note',
      'Packing slip',
      'Opportunity',
      'Delayed charge',
      'Time charge',
      'Reminder',
      'Statement',
      'Draft invoice',
    ],
    ...[
      'Angebot',
      'Auftragsbestätigung',
      'Auftrag',
      'Lieferschein',
      'Proformarechnung',
      'Proforma-Rechnung',
      'Kostenvoranschlag',
      'Mahnung',
    ],
    ...[
      'Devis',
      'Bon de commande',
      'Bon de livraison',
      'Facture proforma',
      'Facture pro forma',
      'Presupuesto',
      'Pedido',
      'Albarán',
      'Factura proforma',
    ],
    ...[
      'Cotización',
      'Orçamento',
      'Encomenda',
      'Guia de remessa',
      'Fatura pró-forma',
      'Preventivo',
      'Ordine',
      'DDT',
      'Fattura proforma',
    ],
    ...[
      'Offerte',
      'Opdrachtbevestiging',
      'Pakbon',
      'Oferta',
      'Zamówienie',
      'Faktura proforma',
      'Offert',
      'Tilbud',
      'Ordre',
      '見積書',
      '納品書',
      '注文書',
    ],
    ...['Quote #12', 'QUO', 'EST', 'SO', 'Sales receipt', 'Cash sale', 'Fatura-recibo', 'Fatura simplificada'],
  ])('"%s" is not owed', (word) => {
    expect(kindOf(word)).toMatch(/^(offer|settled)$/);
  });

  it.each([
    ...[
      'Bill',
      'Vendor bill',
      'Supplier invoice',
      'Purchase invoice',
      'Purchase credit note',
      'Vendor Credit',
      'Bill payment',
      'PI',
      'PC',
      'PP',
      'PA',
    ],
    ...[
      'KR',
      'KG',
      'KZ',
      'in_invoice',
      'in_refund',
      'ACCPAY',
      'ACCPAYCREDIT',
      'Payable invoice',
      'Eingangsrechnung',
      'Lieferantenrechnung',
    ],
    ...[
      'Facture fournisseur',
      "Facture d'achat",
      'Factura de compra',
      'Factura proveedor',
      'Fattura fornitore',
      'Inkoopfactuur',
      'Faktura zakupu',
      'Faktura kosztowa',
    ],
  ])('"%s" is our own debt', (word) => {
    expect(kindOf(word)).toBe('payable');
  });

  it.each([
    ...[
      'Credit Note',
      'Credit memo',
      'CreditNote',
      'Sales credit note',
      'Customer Credit Note',
      'SC',
      'CN',
      'CRN',
      'CM',
      'SCN',
      'DG',
      '381',
      'ACCRECCREDIT',
    ],
    ...[
      'out_refund',
      'Refund',
      'Sales return',
      'Return',
      'Credit invoice',
      'Invoice credit',
      'Cr',
      'Gutschrift',
      'Rechnungskorrektur',
      'Stornorechnung',
    ],
    ...[
      'Avoir',
      "Facture d'avoir",
      'Note de crédit',
      'Nota de crédito',
      'Abono',
      'Devolución',
      'Nota di credito',
      'TD04',
      'Creditnota',
      'Creditfactuur',
    ],
    ...['Nota kredytowa', 'Kreditnota', 'Kreditfaktura', '返品', 'Credit note (partial)', 'Delayed credit'],
  ])('"%s" is a credit', (word) => {
    expect(kindOf(word)).toMatch(/^(credit|payment)$/);
  });

  it.each([
    ...[
      'Payment',
      'Customer payment',
      'Receipt',
      'Payment entry',
      'Receive payment',
      'SA',
      'SR',
      'DZ',
      'PMT',
      'Prepayment',
      'Overpayment',
      'Unapplied payment',
    ],
    ...[
      'Customer deposit',
      'Payment received',
      'Sales overpayment',
      'Zahlung',
      'Zahlungseingang',
      'Règlement',
      'Pago',
      'Cobro',
      'Pagamento',
      'Recibo',
      'Betaling',
    ],
    ...['Wpłata', '入金'],
  ])('"%s" is money that came in', (word) => {
    expect(kindOf(word)).toBe('payment');
  });

  it.each([
    ...[
      'Invoice',
      'Tax invoice',
      'Sales Invoice',
      'Customer invoice',
      'INV',
      'SI',
      'RV',
      'DR',
      'IN',
      '380',
      'TD01',
      'ACCREC',
      'out_invoice',
      'Receivable invoice',
    ],
    ...[
      'Recurring invoice',
      'Invoice (recurring)',
      'Deposit invoice',
      'Prepayment invoice',
      'Retainer invoice',
      'Sales order invoice',
      'Debit note',
      'Debit memo',
    ],
    ...[
      'Finance charge',
      'Statement charge',
      'Opening balance',
      'Dr',
      'Rechnung',
      'Anzahlungsrechnung',
      'Schlussrechnung',
      'Abschlagsrechnung',
      'Teilrechnung',
    ],
    ...[
      'Facture',
      "Facture d'acompte",
      'Factura',
      'Fatura',
      'Nota de débito',
      'Fattura',
      'Parcella',
      'Factuur',
      'Verkoopfactuur',
      'Faktura',
      'Faktura VAT',
    ],
    ...['Faktura zaliczkowa', 'Nota odsetkowa', '請求書', 'Journal entry', 'Sales'],
  ])('"%s" is owed, by its own sign', (word) => {
    expect(kindOf(word)).toBe('invoice');
  });

  it.each(['Retail', 'Consulting', 'Credit card', 'XY', '17', 'Orderly', 'Net 30', 'Bills paid late', 'Factoring'])(
    '"%s" is not known',
    (word) => {
      expect(kindOf(word)).toBeNull();
    },
  );
});

const of = (kind: string, amount: number): Cell[] => ['Alder Ltd', kind, `N-${amount}`, due, amount];
const sheet = (header: string, ...rows: Cell[][]): Cell[][] => [
  ['Customer', header, 'Number', 'Due date', 'Total'],
  ...rows,
];

describe('rows by the kind of their document', () => {
  it('leaves out what is not owed and what we owe ourselves, and says which', () => {
    const { rows, skipped } = read(
      sheet(
        'Document Type',
        of('Invoice', 500),
        of('Quote', 900),
        of('Proforma', 800),
        of('Vendor bill', 70),
        of('Sales receipt', 5),
      ),
    );
    expect(rows.map(({ invoice }) => invoice)).toEqual(['N-500']);
    expect(skipped).toEqual([
      { row: 3, why: 'quote, order or the like, not owed' },
      { row: 4, why: 'quote, order or the like, not owed' },
      { row: 5, why: 'payable, not a receivable' },
      { row: 6, why: 'paid at once, not owed' },
    ]);
  });

  it('lowers the debt by credits and payments, in the codes of a program too', () => {
    const { rows } = read(sheet('Type', of('SI', 300), of('SC', 60), of('SA', 30), of('PI', 84)));
    expect(rows.map(({ invoice, status }) => [invoice, status])).toEqual([
      ['N-300', ''],
      ['N-60', 'credit'],
      ['N-30', 'credit'],
    ]);
  });

  it('names a kind that is not known once, and counts its rows as invoices', () => {
    const { rows, problems } = read(sheet('Document Type', of('Invoice', 500), of('Zettel', 900), of('Zettel ', 70)));
    expect(rows).toHaveLength(3);
    expect(problems.map(({ row, column, code, message }) => [row, column, code, message])).toEqual([
      [
        3,
        'Document Type',
        'kind-unknown',
        'Row 3, Document Type: the kind of document "Zettel" is not known, here and in every row that has it; it counts as an invoice. Use Invoice, Credit note, Payment, Quote or Supplier bill.',
      ],
    ]);
  });

  it('does not take a column of other types for kinds of documents', () => {
    const values = sheet('Type', of('Retail', 500), of('Wholesale', 900));
    expect(mapped(values)['documentType']).toBeUndefined();
    expect(read(values).problems).toEqual([]);
  });

  it.each(['Beleg', 'Doc.', 'What', 'Vch Type', 'Soort boeking', 'Voucher'])(
    'finds kinds of documents under the name "%s" too',
    (header) => {
      const values = sheet(header, of('Invoice', 500), of('Quote', 900), of('Credit note', 50));
      expect(mapped(values)['documentType']).toBe(header);
      expect(read(values).rows.map(({ status }) => status)).toEqual(['', 'credit']);
    },
  );

  it('asks nothing and takes nothing where every row is an invoice under a name that says nothing', () => {
    expect(mapped(sheet('What', of('Invoice', 500), of('Invoice', 900)))['documentType']).toBeUndefined();
  });
});

describe('a column that marks debit and credit', () => {
  it.each([
    ['Dr/Cr', 'Dr', 'Cr'],
    ['DR CR', 'DR', 'CR'],
    ['D/C', 'D', 'C'],
    ['Sens', 'D', 'C'],
    ['Soll/Haben', 'S', 'H'],
    ['Debe/Haber', 'D', 'H'],
    ['Dare/Avere', 'D', 'A'],
    ['Segno', 'D', 'A'],
    ['D/H', 'D', 'H'],
    ['Balance type', 'Dr', 'Cr'],
    ['Side', 'Debit', 'Credit'],
    ['Type', 'Dr', 'Cr'],
    ['S/H-Kennz.', 'S', 'H'],
  ])('"%s" with %s and %s makes a credit of the latter', (header, debit, credit) => {
    const { rows } = read(sheet(header, of(debit, 500), of(credit, 90)));
    expect(rows.map(({ status }) => status)).toEqual(['', 'credit']);
  });

  it('beats the code of a program where it says debit', () => {
    const values: Cell[][] = [
      ['Customer', 'Document type', 'S/H', 'Number', 'Due date', 'Total'],
      ['Alder Ltd', 'RV', 'S', '1', due, 500],
      ['Alder Ltd', 'SA', 'S', '2', due, 30],
      ['Alder Ltd', 'SA', 'H', '3', due, 20],
    ];
    expect(detected(values).columns.sign?.header).toBe('S/H');
    expect(read(values).rows.map(({ status }) => status)).toEqual(['', '', 'credit']);
  });

  it('is no column of grades', () => {
    expect(mapped(sheet('Rating', of('A', 500), of('D', 90), of('A', 5)))['sign']).toBeUndefined();
    expect(mapped(sheet('Class', of('C', 500), of('D', 90), of('C', 5)))['sign']).toBeUndefined();
  });
});
