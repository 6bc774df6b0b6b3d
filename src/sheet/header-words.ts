// The words by which the columns of an invoice table are known: a table of names per meaning, each with how sure it makes us.
import type { Field } from './fields';

/** What the cells of a column may hold for a meaning to be possible. */
export type Evidence = 'dates' | 'amounts' | 'words' | 'any';

/** Names that mean one field with one certainty. */
export interface HeaderWords {
  field: Field;
  /** 0 to 1: 1 is beyond doubt, 0.5 is taken only where nothing better is there. */
  score: number;
  /** Names in plain words; `(a|b|)` writes several in one. The order of the words does not matter. */
  names: readonly string[];
}

/** What the cells must look like. */
export const EVIDENCE: Record<Field, Evidence> = {
  customer: 'words',
  customerId: 'any',
  invoice: 'any',
  issued: 'dates',
  due: 'dates',
  terms: 'any',
  amount: 'amounts',
  paid: 'amounts',
  balance: 'amounts',
  currency: 'words',
  status: 'words',
  paidOn: 'dates',
  disputed: 'any',
  email: 'words',
  language: 'words',
  owner: 'words',
  paymentLink: 'words',
  orderNumber: 'any',
};

const PARTY = '(customer|client|debtor|buyer|payer)';

/** English names and those of the usual exports (Xero, QuickBooks, Zoho, FreshBooks, Stripe, Odoo, SAP). */
export const ENGLISH: readonly HeaderWords[] = [
  { field: 'customer', score: 1, names: [`${PARTY} (name|full name|display name|company|company name|business name)`] },
  { field: 'customer', score: 1, names: ['invoice partner display name', 'company name', 'debtor company'] },
  { field: 'customer', score: 0.95, names: [PARTY, 'bill to (name|)', 'billed to', 'sold to (name|)', 'invoice to'] },
  {
    field: 'customer',
    score: 0.8,
    names: ['company', '(organisation|organization|business) (name|)', 'partner (name|)'],
  },
  { field: 'customer', score: 0.75, names: ['contact name', 'account name', 'party (name|)', 'full name', 'name 1'] },
  { field: 'customer', score: 0.65, names: ['name', 'contact', 'tenant (name|)', 'member (name|)', 'student (name|)'] },
  { field: 'customer', score: 0.55, names: ['account', '(vendor|supplier) name'] },
  {
    field: 'customerId',
    score: 1,
    names: [`${PARTY} (id|number|code|key|account number)`, 'contact id', 'partner id'],
  },
  {
    field: 'customerId',
    score: 0.8,
    names: ['account (id|number)', `${PARTY} account`, 'company (id|number|code)'],
  },
  { field: 'invoice', score: 1, names: ['invoice (number|code)', 'invoice (reference|ref) number'] },
  { field: 'invoice', score: 0.9, names: ['invoice', 'invoice (reference|ref)', 'tax invoice number', 'bill number'] },
  { field: 'invoice', score: 0.85, names: ['invoice id', 'document (number|id)', 'doc (number|id)', 'bill id'] },
  { field: 'invoice', score: 0.7, names: ['number', 'transaction (number|id)', 'voucher number', 'billing document'] },
  { field: 'invoice', score: 0.5, names: ['reference', 'ref', 'reference number', 'id'] },
  {
    field: 'issued',
    score: 1,
    names: ['invoice date', 'invoice issue date', 'date invoice issued', 'invoice bill date'],
  },
  {
    field: 'issued',
    score: 0.95,
    names: ['issue date', 'date issued', 'issued', 'issued on', 'invoiced on', 'date invoiced'],
  },
  {
    field: 'issued',
    score: 0.85,
    names: ['billing date', 'bill date', 'document date', 'doc date', 'raised on', 'date raised'],
  },
  { field: 'issued', score: 0.7, names: ['posting date', 'transaction date'] },
  { field: 'issued', score: 0.6, names: ['date', 'date sent', 'invoice sent date'] },
  {
    field: 'due',
    score: 1,
    names: ['due date', 'invoice due date', 'payment due date', 'net due date', 'due date invoice payment'],
  },
  {
    field: 'due',
    score: 0.9,
    names: ['due on', 'due by', 'pay by', 'pay by date', 'payment due', 'payment due by', 'maturity date'],
  },
  {
    field: 'due',
    score: 0.75,
    names: ['due', 'payment deadline', 'deadline', 'invoice due', 'maturity', 'payable by'],
  },
  {
    field: 'terms',
    score: 1,
    names: ['payment terms', 'terms', 'customer payment terms', 'invoice terms', 'terms payment days'],
  },
  { field: 'terms', score: 0.9, names: ['credit terms', 'net terms', 'payment term', 'terms days', 'term'] },
  {
    field: 'amount',
    score: 1,
    names: ['invoice (amount|total|value)', 'total invoice (amount|value)', 'invoice total amount'],
  },
  {
    field: 'amount',
    score: 0.95,
    names: ['total amount', 'gross amount', 'amount gross', 'total (incl|including|inc|with) (tax|vat|gst)'],
  },
  {
    field: 'amount',
    score: 0.95,
    names: ['amount (incl|including|inc|with) (tax|vat|gst)', 'original amount', 'invoiced amount'],
  },
  {
    field: 'amount',
    score: 0.9,
    names: ['total', 'grand total', 'amount invoiced', 'billed amount', 'amount billed', 'total billed'],
  },
  {
    field: 'amount',
    score: 0.85,
    names: ['amount', 'gross', 'invoiced', 'bill amount', 'document amount', 'invoice gross'],
  },
  {
    field: 'amount',
    score: 0.7,
    names: ['value', 'charge', 'amount doc curr', 'amount local currency', 'amount document currency'],
  },
  {
    field: 'amount',
    score: 0.6,
    names: ['net amount', 'net', 'amount net', 'invoice net', 'amount (excl|ex|excluding) (tax|vat|gst)'],
  },
  {
    field: 'paid',
    score: 1,
    names: ['amount paid', 'invoice amount paid', 'total paid', 'paid to date', 'amount received'],
  },
  {
    field: 'paid',
    score: 0.9,
    names: ['payments', 'payments received', 'amount settled', 'amount collected', 'total payments'],
  },
  {
    field: 'paid',
    score: 0.75,
    names: ['paid', 'received', 'collected', 'payment amount', 'settled', 'payment', 'payment received'],
  },
  {
    field: 'balance',
    score: 1,
    names: ['(open|outstanding|remaining|unpaid) balance', 'balance due', 'balance (outstanding|remaining|open)'],
  },
  {
    field: 'balance',
    score: 1,
    names: ['amount (outstanding|remaining|unpaid|open)', 'outstanding', 'amount still due'],
  },
  {
    field: 'balance',
    score: 0.95,
    names: ['balance', 'remaining', 'amount residual', 'residual', 'unpaid', 'total outstanding'],
  },
  {
    field: 'balance',
    score: 0.9,
    names: ['invoice amount due', 'invoice balance', 'receivable', 'amount receivable', 'open'],
  },
  {
    field: 'balance',
    score: 0.85,
    names: ['amount due', 'total due', 'amount owed', 'owed', 'total amount due', 'amount owing'],
  },
  { field: 'balance', score: 0.55, names: ['due'] },
  {
    field: 'currency',
    score: 1,
    names: ['currency', 'currency code', 'invoice currency', 'document currency', 'ccy', 'currency iso'],
  },
  { field: 'status', score: 1, names: ['(invoice|payment|paid) status', 'status', 'invoice payment status'] },
  { field: 'status', score: 0.9, names: ['state', 'invoice state', 'payment state'] },
  // A yes/no column beside a status column: both say whether an invoice is paid, so a person is asked.
  { field: 'status', score: 0.97, names: ['paid', 'is paid', 'settled', 'closed'] },
  {
    field: 'paidOn',
    score: 1,
    names: ['payment date', 'paid date', 'paid on', 'paid at', 'settlement date', 'settled date'],
  },
  {
    field: 'paidOn',
    score: 0.95,
    names: ['clear date', 'clearing date', 'cleared date', 'settled on', 'cleared on', 'invoice paid date'],
  },
  {
    field: 'paidOn',
    score: 0.9,
    names: ['last payment date', 'payment received date', 'date payment received', 'actual payment date'],
  },
  {
    field: 'paidOn',
    score: 0.7,
    names: ['date received', 'received on', 'receipt date', 'date closed', 'payment received'],
  },
  { field: 'paidOn', score: 0.6, names: ['paid', 'settled', 'cleared', 'payment'] },
  {
    field: 'disputed',
    score: 1,
    names: ['disputed', 'in dispute', 'is disputed', 'dispute', 'dispute flag', 'under dispute'],
  },
  {
    field: 'email',
    score: 1,
    names: ['email', 'email address', 'email id', '(customer|client|contact|billing|debtor) email (address|)'],
  },
  {
    field: 'email',
    score: 0.9,
    names: ['(accounts payable|ap|finance|invoice|primary contact|bill to) email (address|id|)', 'mail'],
  },
  {
    field: 'language',
    score: 1,
    names: ['language', 'customer language', 'locale', 'language code', 'preferred language'],
  },
  { field: 'owner', score: 1, names: ['owner', 'account owner', 'account manager', 'collector', 'credit controller'] },
  {
    field: 'owner',
    score: 0.8,
    names: ['sales rep', 'salesperson', 'sales person', 'assigned to', 'rep', 'responsible', 'handled by'],
  },
  {
    field: 'paymentLink',
    score: 1,
    names: ['(payment|pay|checkout) (link|url)', 'pay now link', 'hosted invoice url', 'invoice (link|url)'],
  },
  {
    field: 'orderNumber',
    score: 1,
    names: ['po (number|)', 'purchase order (number|)', 'customer po (number|)', 'order number'],
  },
  {
    field: 'orderNumber',
    score: 0.8,
    names: [`${PARTY} (reference|order|order number)`, 'your reference', 'order (id|ref)'],
  },
];

// Short forms and signs that stand for a word.
const WORDS: Record<string, string> = {
  '#': 'number',
  no: 'number',
  nr: 'number',
  num: 'number',
  nbr: 'number',
  nos: 'number',
  inv: 'invoice',
  cust: 'customer',
  amt: 'amount',
  bal: 'balance',
  pymt: 'payment',
  pmt: 'payment',
  acct: 'account',
  curr: 'currency',
  dt: 'date',
  clients: 'client',
  customers: 'customer',
  invoices: 'invoice',
  emailid: 'email',
  emailaddress: 'email',
};

const UNSAID = new Set(['of', 'the', 'in', 'for', 'a', 's', 'utc', 'gmt']);

/**
 * The words of a header in one form: signs and case gone, camelCase and snake_case split, short forms written out, sorted.
 * @example headerKey('*InvoiceNumber') // 'invoice number'
 * @example headerKey('Inv. #') // 'invoice number'
 * @example headerKey('due_in_date') // 'date due'
 */
export function headerKey(header: string): string {
  return headerWords(header).sort().join(' ');
}

function headerWords(header: string): string[] {
  const spaced = header
    .normalize('NFKC')
    .replace(/n[°º]|№/gi, ' # ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/e[\s_-]?mail/g, 'email')
    .replace(/\bp[.\s]*o\b\.?/g, 'po')
    .replace(/#/g, ' # ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
  const words = spaced.split(' ').map((word) => WORDS[word] ?? word);
  return words.filter((word) => word !== '' && !UNSAID.has(word));
}

/** Every way to read `(a|b|) c`. */
function spellings(name: string): string[] {
  const match = /\(([^)]*)\)/.exec(name);
  if (!match) return [name];
  const choices = (match[1] ?? '').split('|');
  return choices.reduce<string[]>((all, choice) => all.concat(spellings(name.replace(match[0], choice))), []);
}

/** A meaning a header may have. */
export interface Meaning {
  field: Field;
  score: number;
}

let index: Map<string, Meaning[]> | null = null;

// Built at the first use, not when the script is loaded: most executions never look at a header.
function meanings(): Map<string, Meaning[]> {
  if (index) return index;
  index = new Map();
  for (const { field, score, names } of ENGLISH) {
    for (const name of names) {
      for (const spelling of spellings(name)) {
        const key = headerKey(spelling);
        const known = index.get(key) ?? [];
        if (!known.some((meaning) => meaning.field === field)) known.push({ field, score });
        index.set(key, known);
      }
    }
  }
  return index;
}

const CURRENCY_HINT =
  /\b(eur|usd|gbp|chf|cad|aud|nzd|jpy|inr|sek|nok|dkk|pln|brl|mxn|sgd|hkd|zar|aed|bgn|ron|huf|czk)\b|лв/g;

/**
 * What a header may mean, by its words alone; a currency in it (`Amount (EUR)`) does not count.
 * @example meaningsOf('Due Date') // [{ field: 'due', score: 1 }]
 */
export function meaningsOf(header: string): readonly Meaning[] {
  const key = headerKey(header);
  if (key === '') return [];
  return meanings().get(key) ?? meanings().get(key.replace(CURRENCY_HINT, '').replace(/\s+/g, ' ').trim()) ?? [];
}
