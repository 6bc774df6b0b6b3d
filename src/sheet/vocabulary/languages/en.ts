// English: words of headers, statuses and answers, and the field codes of programs; the names that mean a column stand beside it.
import type { Language } from '../language';

/** English words and the short forms, signs and field codes that stand for them. */
export const ENGLISH: Language = {
  headers: {
    customer: 'client, clients, customers, debtor, buyer, cust, purchaser, clientname customer',
    'customer name': 'cardname, customername',
    'customer number': 'kunnr, cardcode, debtor no',
    name: 'name1',
    number: '#, no, nr, num, nbr, nos, numb',
    invoice: 'inv, invoices, sales invoice',
    'invoice number': 'docnum, docno, invoiceno, invno, vbeln, belnr',
    'document reference': 'xblnr',
    'posting date': 'budat',
    'document date': 'bldat, docdate',
    'due date': 'faedt, docduedate, dued, duedt, netdt, date due by, payment expected by date, net due dt',
    'payment terms': 'zterm, pymnt terms',
    'payment date': 'augdt, date paid, date of payment, paid when',
    'amount document currency': 'wrbtr, amount in doc curr, amount in document currency, amount in doc currency',
    'amount local currency': 'dmbtr, dmbe2, amount in local currency, amount in lc, amount in local cur',
    'company code': 'bukrs, cocd',
    currency: 'waers, curr, cur, currencies, doccur, crcy, lcurr, currcode',
    amount: 'amt, amnt, amounts, total amt',
    debit: 'debits, charges',
    credit: 'credits',
    running: 'cumulative, accumulated',
    balance: 'bal',
    'balance due': 'baldue, balance still due',
    payment: 'pymt, pmt',
    account: 'acct',
    date: 'dt, dte',
    email: 'emailid, emailaddress, emails',
    incl: 'including, inc, inclusive, with, inkl, con',
    excl: 'excluding, ex, exclusive, without, exkl, exl',
    tax: 'vat, gst, hst, taxes',
    'amount residual': 'amount residual signed, amount residual currency signed, amount residual',
    'total amount': 'amount total signed, amount total in currency signed, amount total currency signed, doctotal',
    'amount paid': 'paidtodate',
    net: 'untaxed, amount untaxed signed, pretax, pre tax',
    'partner name': 'partner id name',
    'open amount total': 'total open amount',
    disputed: 'isdisputed',
    debtorkind: 'kind of debtor, debtor kind, debtor type, type of debtor',
    taxid:
      'vat number, vat no, vat nr, vat id, vat registration number, gstin, tax id, tax number, tax identification number, tin, ein, abn',
    last: 'most recent',
    currencysign: 'currency symbol, currency sign',
    quantity: 'qty, quantities, pcs',
    'document type': 'type, transaction type, doc type, record type, kind, move type, trans type, txn type',
    outstanding: 'o s, os amount',
    'applied credit': 'credits applied, credit applied, applied credits',
    'deducted tax': 'tax deducted',
  },
  months: 'january,february,march,april,may,june,july,august,september|sept,october,november,december',
  status: {
    stopped:
      'do not chase, dont chase, do not remind, do not contact, no reminders, no reminder, stop, stopped, on hold, hold, held, suspended, paused, legal, legal action, legal stop, legal hold, with legal, lawyer, with lawyer, solicitor, attorney, litigation, court, in court, in collections, in collection, collections, collection, sent to collections, with collections, collection agency, with agency, debt collection, handed over, insolvent, insolvency, bankrupt, bankruptcy, in administration, administration, liquidation, in liquidation, receivership, payment plan, on payment plan, instalment plan, installment plan, instalments agreed, payment arrangement, promised, promise to pay, ptp, on portal, in portal, short paid, short payment, underpaid, query, queried, under query, in query, on query, awaiting credit note, credit note pending, awaiting credit, credit pending, write off pending, to be written off, factored, factoring, assigned, sold, pledged, deceased, dead, dissolved, struck off, ceased trading, forgiven, waived, replaced, superseded, abandoned, chargeback',
    returned:
      'debit returned, returned debit, direct debit returned, returned direct debit, dd returned, debit failed, direct debit failed, debit refused, direct debit rejected, returned unpaid, nsf',
    'in-process':
      'payment in process, in process, in payment, processing, payment processing, being paid, approved for payment, authorised for payment, authorized for payment, scheduled, payment scheduled, scheduled for payment, payment initiated, payment sent, cheque received, check received, cheque in post, debit submitted, direct debit submitted, transfer under way, transfer sent, in transit, remitted',
    paid: 'paid, paid in full, fully paid, settled, closed, complete, completed, cleared, collected, payment received, paid late, paid on time',
    'part-paid':
      'partial, partially paid, partly paid, part paid, partial payment, partially settled, part payment, partially applied',
    open: 'open, unpaid, not paid, outstanding, overdue, past due, late, due, current, not due, active, sent, viewed, authorised, authorized, approved, submitted, awaiting payment, pending, posted, issued, invoiced, billed, new, unpaid overdue, delinquent, awaiting, partially overdue, final, invoice, not yet due, reminder sent, open overdue, delivered, unsettled, autopay',
    disputed: 'disputed, in dispute, dispute, under dispute, contested, on dispute',
    draft:
      'draft, unsent, saved, proforma, pro forma, awaiting approval, unbilled, not billed, not yet billed, not invoiced, not yet invoiced, uninvoiced, to be billed, to be invoiced, to bill, to invoice, work in progress, wip, accrued, accrued revenue, unbilled revenue',
    void: 'void, voided, cancelled, canceled, deleted, written off, write off, bad debt, uncollectible, reversed, rejected, archived, refunded, credited, reimbursed, credited in full, fully refunded, fully credited, chargeback refunded',
    credit:
      'credit, credit note, credit memo, refund, creditnote, out refund, customer credit note, accreccredit, invoice credit',
  },
  yes: 'yes, y, true, x, 1, ✓, ✔, ☑, ✅, √, 🗸, 🗹',
  no: 'no, n, false, 0, -, none, n a, ☐, ✗, ✘, ❌, ✖, ⬜',
  totals: 'total, sub total, subtotal, grand total, sum, overall total, totals, balance total, report total',
};
