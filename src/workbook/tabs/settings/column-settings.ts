// The settings that say which column of the invoice sheet means what: confirmed in Set-up, one a field.
import { FIELDS, type Field, type Mapping, type RowKindField } from '../../../sheet/fields';
import { textOf } from '../../../sheet/read/typed-cells';
import { type Family, type Setting, text } from './setting';

/** What the column of each field holds. */
const HOLDS: Record<Field, string> = {
  customer: 'the customer’s name',
  customerId: 'the customer’s number',
  invoice: 'the invoice number',
  issued: 'the invoice date',
  due: 'the due date',
  terms: 'the payment terms',
  amount: 'the invoice amount',
  paid: 'what was paid so far',
  balance: 'what is still open',
  currency: 'the currency',
  status: 'the status',
  paidOn: 'the payment date',
  disputed: 'the mark of a dispute',
  email: 'the billing address for mails',
  language: 'the customer’s language',
  owner: 'the account owner',
  region: 'the region',
  businessUnit: 'the business unit',
  product: 'the product',
  paymentLink: 'a payment link',
  orderNumber: 'the customer’s order number',
  documentType: 'the kind of document (invoice, credit note, payment, supplier bill)',
  sign: 'debit or credit (D/C, S/H)',
  credit: 'amounts credited, where charges stand in a column of their own',
  lineItem: 'the line of an invoice (item, position), where an invoice has several rows',
  quantity: 'the quantity of a line',
  unitPrice: 'the price of one piece',
};

/** What a column does to the reading of a row, where its name does not tell a bookkeeper; '' where it does. */
export const COLUMN_EFFECT: Partial<Record<Field, string>> & Record<RowKindField, string> = {
  documentType: 'Credit notes and payments lower what the customer owes; bills of your suppliers are left out.',
  sign: 'A row marked as credit lowers what the customer owes, whatever its amount looks like.',
  credit: 'An amount in it is a payment or a credit note, never an invoice.',
  lineItem: 'Rows with the same invoice number are put together into one invoice.',
  quantity: 'Rows with the same invoice number are lines of one invoice.',
  unitPrice: 'Where quantity times price gives the amount, the lines of an invoice are added up.',
};

const PREFIX = 'Column: ';

function columnOf(field: Field): Setting<string> {
  return text({
    name: `${PREFIX}${field}`,
    group: 'Columns of the sheet',
    initial: ({ mapping }) => mapping[field] ?? '',
    meaning: `Header of the column with ${HOLDS[field]}; empty when there is none.`,
    moves: 'columns',
  });
}

/** The confirmed mapping. An empty cell says that there is no such column; a row that is missing (an older workbook's) says nothing. */
export const COLUMN_SETTINGS: Family<Mapping> = {
  prefix: PREFIX,
  initial: () => FIELDS,
  offered: [],
  one: (rest) => {
    const field = fieldNamed(rest);
    return field ? columnOf(field) : null;
  },
  all: (told) => {
    const mapping: Mapping = {};
    for (const { rest, cell } of told) {
      const field = fieldNamed(rest);
      if (field) mapping[field] = textOf(cell);
    }
    return mapping;
  },
};

function fieldNamed(written: string): Field | undefined {
  return FIELDS.find((field) => field.toLowerCase() === written.toLowerCase());
}
