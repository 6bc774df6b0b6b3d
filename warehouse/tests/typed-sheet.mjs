// The ledger as somebody would type it into a sheet, made without any of the models: what they are held against a second time.
const HEADERS = ['Customer ID', 'Customer', 'Invoice number', 'Invoice date', 'Due date', 'Currency', 'Invoice amount'];
const STATUS = {
  draft: 'Draft',
  CANCELLED: 'Void',
  "Customer's credit": 'Credit note',
  'In dispute': 'Disputed',
  Posted: '',
};
/** Payments of no invoice, of an invoice that does not count, or in another currency are rows of their own. */
const UNKNOWN = 'Unknown customer';

/** The rows of a ledger with a column for each payment and its day. @param {{ invoices: object[], payments: object[] }} ledger */
export function typedSheet({ invoices, payments }) {
  const rows = invoices.map((invoice) =>
    rowOf(
      invoice,
      payments.filter((one) => pays(one, invoice)),
    ),
  );
  const onAccount = payments.filter((one) => !invoices.some((invoice) => pays(one, invoice)));
  const all = [...rows, ...onAccount.map((one) => onAccountRow(one, invoices))];
  const most = Math.max(2, ...all.map(({ paid }) => paid.length));
  const numbered = Array.from({ length: most }, (_, i) => [`Payment ${i + 1}`, `Payment ${i + 1} date`]).flat();
  const cells = all.map(({ first, paid, last }) => {
    const columns = Array.from({ length: most }, (_, i) => paid[i] ?? ['', '']).flat();
    return [...first, ...columns, ...last];
  });
  return [[...HEADERS, ...numbered, 'Status', 'Disputed'], ...cells];
}

function pays(payment, { invoice_id, currency, status }) {
  if (payment.invoice_id !== invoice_id || ['draft', 'CANCELLED'].includes(status)) return false;
  return payment.currency === null || payment.currency === currency;
}

function rowOf(invoice, payments) {
  const { customer_id, customer, invoice_number, issue_date, due_date, currency, amount, status, disputed } = invoice;
  const dates = [issue_date, due_date ?? ''];
  return {
    first: [customer_id ?? '', customer ?? '', invoice_number, ...dates, currency ?? '', amount],
    paid: payments.map((one) => [one.amount, one.value_date ?? '']),
    last: [STATUS[status] ?? '', disputed ? 'yes' : ''],
  };
}

function onAccountRow({ payment_id, invoice_id, customer_id, currency, value_date, amount }, invoices) {
  const invoice = invoices.find((one) => one.invoice_id === invoice_id);
  const id = customer_id ?? invoice?.customer_id ?? null;
  const named = invoices.find((one) => one.customer_id === id && !['draft', 'CANCELLED'].includes(one.status));
  const name = id === null ? (invoice?.customer ?? UNKNOWN) : (named?.customer ?? '');
  const known = currency ?? invoice?.currency ?? '';
  return {
    first: [id ?? '', name, payment_id, value_date ?? '', '', known, 0],
    paid: [[amount, value_date ?? '']],
    last: ['', ''],
  };
}
