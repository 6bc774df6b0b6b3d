// The English names that mean a column; the headers of all languages are brought to these.
import type { Field } from '../fields';

/** Field, how sure a name makes us (0 to 1), and the names; `(a|b|)` writes several in one, the order of words does not matter. */
export type HeaderNames = readonly [Field, number, string];

/** English names and those of the usual exports (Xero, QuickBooks, Zoho, FreshBooks, Stripe, Odoo, SAP, HighRadius). */
export const NAMES: readonly HeaderNames[] = [
  ['customer', 1, 'customer (name|full name|display name|company|company name|business name|name 1)'],
  ['customer', 1, 'invoice partner display name, company name, invoice partner name, customer account name'],
  [
    'customer',
    0.95,
    'customer, bill to (name|company|), billed to, sold to (name|), invoice to, sold to party, invoice recipient, customer invoice, customer project',
  ],
  ['customer', 0.8, '(counterparty|payer|payor|policyholder|subscriber) (name|), (billed|invoiced) party'],
  ['customer', 0.8, 'company, (organisation|organization|business) (name|), partner (name|), business partner (name|)'],
  ['customer', 0.75, 'contact name, account name, party (name|), full name, name 1, customer contact'],
  [
    'customer',
    0.65,
    'name, contact, tenant (name|), member (name|), student (name|), school (name|), parent name, patient (name|)',
  ],
  ['customer', 0.5, 'account, (vendor|supplier) (name|)'],
  ['customerId', 1, 'customer (id|number|code|key|account number|account id), contact id, partner id'],
  [
    'customerId',
    0.8,
    'account (id|number|ref|reference), customer account, company (id|number), (business partner|partner|contact|party) (number|code), customer reference number',
  ],
  [
    'invoice',
    1,
    'invoice (number|code), invoice (reference|ref) number, invoice document number, sales invoice number',
  ],
  [
    'invoice',
    0.9,
    'invoice, invoice (reference|ref), tax invoice number, bill number, sales invoice, document invoice number',
  ],
  [
    'invoice',
    0.85,
    'invoice (id|identifier), document (number|id), doc (number|id), bill (id|reference), sales invoice id, billing document (number|)',
  ],
  [
    'invoice',
    0.7,
    'number, transaction (number|id), voucher (number|), receipt number, invoice name, document reference, reference document, document',
  ],
  ['invoice', 0.5, 'reference, ref, reference (number|id), id, document name'],
  ['invoice', 0.45, 'name'],
  ['issued', 1, 'invoice date, invoice issue date, date invoice issued, invoice bill date, document issue date'],
  ['issued', 0.95, 'invoice tax date, invoice date tax point, emission date'],
  ['issued', 0.8, 'tax date, tax point, tax point date'],
  ['issued', 0.95, 'issue date, date issued, issued, issued on, invoiced on, date invoiced, issue, invoice issued'],
  ['issued', 0.85, 'billing date, bill date, document date, doc date, raised on, date raised'],
  ['issued', 0.7, 'posting date, transaction date, entry date, booking date'],
  ['issued', 0.6, 'date, date sent, invoice sent date, sent on'],
  ['due', 1, 'due date, invoice due date, payment due date, net due date, due date invoice payment, customer due date'],
  ['due', 0.98, '(new|revised|extended|current|adjusted|agreed) due date'],
  [
    'due',
    0.9,
    'due on, due by, pay by, pay by date, payment due, payment due by, maturity date, original due date, due date original',
  ],
  [
    'due',
    0.75,
    'due, payment deadline, deadline, invoice due, maturity, payable by, zahlungsziel, date deadline, deadline date',
  ],
  [
    'terms',
    1,
    'payment terms, terms, customer payment terms, invoice terms, terms payment days, invoice payment terms, payment terms name',
  ],
  [
    'terms',
    0.9,
    'credit terms, net terms, net term days, net terms days, payment term, terms days, term, credit period, credit days, days terms, payment days, terms code, terms name',
  ],
  ['terms', 0.75, 'zahlungsziel'],
  [
    'amount',
    1,
    'invoice (amount|total|value), total invoice (amount|value), invoice total amount, invoice amount (total|) gross, invoice amount incl (tax|), invoice gross',
  ],
  [
    'amount',
    0.95,
    'total amount, gross amount, amount gross, total gross, (total|amount) incl tax, amount incl, total transaction amount, total amount gross, total incl',
  ],
  [
    'amount',
    0.95,
    'original amount, invoiced amount, amount original, total value, total sum, original invoice amount',
  ],
  [
    'amount',
    0.9,
    'total, grand total, amount instalment, amount invoiced, document total, total document, billed, billed amount, amount billed, total billed, original balance, sales amount',
  ],
  [
    'amount',
    0.85,
    'amount, gross, invoiced, bill amount, document amount, transaction amount, invoice gross, total price, amount document currency',
  ],
  ['amount', 0.5, 'turnover, turnover gross'],
  ['amount', 0.7, 'value, charge, amount doc curr, amount transaction currency, currency amount, total currency'],
  ['amount', 0.65, 'amount local currency, amount local, total local, total company currency, amount company currency'],
  [
    'amount',
    0.6,
    'net amount, net, amount net, invoice net, invoice amount net, (total|amount) excl tax, total net, total amount net',
  ],
  [
    'amount',
    0.55,
    'amount payable, total payable, amount due, (quote|order|estimate) total, line (total|amount), converted, amount converted',
  ],
  [
    'paid',
    1,
    'amount paid, invoice amount paid, total paid, paid to date, amount received, total amount paid, amount paid to date',
  ],
  [
    'paid',
    0.9,
    'payments, payments received, amount settled, amount collected, total payments, paid amount total, total received, payments credits, receipts, cash received, invoice paid',
  ],
  [
    'paid',
    0.75,
    'paid, received, collected, payment amount, payment received amount, settled, payment, payment received, payment made, credited',
  ],
  [
    'balance',
    1,
    '(open|outstanding|remaining|unpaid) balance, balance due, balance (outstanding|remaining|open), invoice balance due',
  ],
  [
    'balance',
    1,
    'amount (outstanding|remaining|unpaid|open), outstanding, amount still due, remaining due, amount outstanding gross, invoice amount outstanding',
  ],
  [
    'balance',
    0.95,
    'balance, remaining, amount residual, residual, unpaid, total outstanding, (total|) open amount total, remaining to pay, residual amount currency',
  ],
  [
    'balance',
    0.95,
    'customer (outstanding|balance), open total, outstanding total, open receivable, outstanding receivable, invoice outstanding, balance amount',
  ],
  [
    'balance',
    0.9,
    'invoice amount due, invoice balance, receivable, amount receivable, open, open invoice, left to pay',
  ],
  [
    'balance',
    0.85,
    'amount due, total due, amount owed, owed, total amount due, total transaction amount due, transaction amount due, amount owing, total payable, amount payable, payable, owing',
  ],
  [
    'balance',
    0.9,
    '(pending|unsettled|uncollected) (amount|balance), total pending, uncollected, unsettled, amount to collect, to collect',
  ],
  ['balance', 0.92, 'total balance'],
  ['balance', 0.85, 'pending'],
  ['balance', 0.55, 'due'],
  [
    'currency',
    1,
    'currency, currency code, invoice currency, document currency, ccy, currency (iso|iso code|id|name), transaction currency, iso currency',
  ],
  ['currency', 0.6, 'currencysign'],
  ['currency', 0.8, 'amount currency, account currency, original currency'],
  ['status', 1, '(invoice|payment|paid|payment received) status, status, invoice payment status, document status'],
  [
    'status',
    0.9,
    'state, invoice state, payment state, payment received state, collection status, status payment state',
  ],
  // A yes/no column beside a status column: both say whether an invoice is paid, so a person is asked.
  [
    'status',
    0.97,
    'paid, is paid, amount paid, payment, payment received, settled, closed, invoice paid, paid yes no, fully paid',
  ],
  [
    'paidOn',
    1,
    'payment date, paid date, marked paid date, marked paid on, paid on, paid at, settlement date, settled date, date paid at',
  ],
  [
    'paidOn',
    0.95,
    'clear date, clearing date, cleared date, settled on, cleared on, invoice paid date, clearing, date settled',
  ],
  [
    'paidOn',
    0.9,
    '(last|latest) payment (date|on|), last paid (date|on|), last receipt (date|), payment received date, date payment received, actual payment date, full payment date, fully paid on date, (last|actual) payment received date',
  ],
  [
    'paidOn',
    0.7,
    'date received, received on, receipt date, date closed, closed (at|on), payment received, payment on',
  ],
  ['paidOn', 0.6, 'paid, settled, cleared, payment, amount paid, amount received'],
  ['disputed', 1, 'disputed, in dispute, is disputed, dispute, dispute flag, under dispute, dispute status'],
  ['email', 1, 'email, email address, email id, (customer|contact|billing|invoice|) email (address|)'],
  ['email', 0.9, '(accounts payable|ap|finance|primary contact|bill to|accounting|company) email (address|id|), mail'],
  ['language', 1, 'language, customer language, locale, language code, preferred language'],
  ['owner', 1, 'owner, account owner, account manager, collector, credit controller'],
  [
    'owner',
    0.8,
    'sales rep, salesperson, sales person, assigned to, rep, responsible, handled by, (credit|sales) representative, sales owner',
  ],
  ['region', 1, 'region, sales region, territory, customer region'],
  ['region', 0.6, 'state region, district'],
  ['businessUnit', 1, 'business unit, business area, bu'],
  [
    'businessUnit',
    0.8,
    'department, division, branch, entity, subsidiary, company code, business code, cost center, cost centre, profit center, class',
  ],
  ['product', 1, 'product, product name, item, item name, product service'],
  ['product', 0.8, 'service, sku, product line, item code'],
  ['paymentLink', 1, '(payment|pay|checkout) (link|url), pay now link, hosted invoice url, invoice (link|url)'],
  ['orderNumber', 1, 'po (number|), purchase order (number|), customer po (number|), order number'],
  ['orderNumber', 0.8, 'customer (reference|order|order number), your reference, order (id|ref)'],
];
