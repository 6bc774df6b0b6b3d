// What the fields of an invoice table are called to people, and what a column does to the reading of a row.
import type { Field, LoweringField, RowKindField } from './fields';

/** The name of each field, as set-up and the data check show it. */
export const FIELD_LABELS: Record<Field, string> = {
  customer: 'Customer name',
  customerId: 'Customer number',
  invoice: 'Invoice number',
  issued: 'Invoice date',
  due: 'Due date',
  terms: 'Payment terms',
  amount: 'Invoice amount',
  paid: 'Paid so far',
  balance: 'Open balance',
  currency: 'Currency',
  status: 'Status',
  paidOn: 'Payment date',
  disputed: 'Disputed',
  email: 'E-mail address',
  language: 'Language',
  owner: 'Account owner',
  region: 'Region',
  businessUnit: 'Business unit',
  product: 'Product',
  paymentLink: 'Payment link',
  orderNumber: 'Order number',
  credited: 'Credit notes',
  writtenOff: 'Written off',
  withheld: 'Tax withheld',
  retained: 'Retention',
  discountTaken: 'Discount taken',
  deposit: 'Deposit',
  retainedUntil: 'Retention due',
  documentType: 'Kind of document',
  sign: 'Debit or credit',
  credit: 'Credit side',
  lineItem: 'Line of an invoice',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
};

/** What a column does to the reading of a row, where its name does not tell a bookkeeper. */
export const FIELD_EFFECTS: Partial<Record<Field, string>> & Record<RowKindField | LoweringField, string> = {
  credited: 'Where no balance is given, lowers what is open: credit notes on this invoice.',
  writtenOff: 'Where no balance is given, lowers what is open: what you gave up.',
  withheld: 'Where no balance is given, lowers what is open: tax that the customer pays to the state for you.',
  retained: 'Kept back by the customer until a later day: apart from what is open, and not asked for before that day.',
  discountTaken: 'Where no balance is given, lowers what is open: cash discount that the customer took.',
  deposit: 'Where no balance is given, lowers what is open: what was paid in advance.',
  retainedUntil: 'From this day on the retention is owed like any other amount.',
  documentType:
    'Credit notes and payments lower what the customer owes; quotes, orders and bills of your suppliers are left out.',
  sign: 'A row marked as credit lowers what the customer owes, whatever the sign of its amount.',
  credit: 'Where a row charges nothing, an amount in it is a payment or a credit note.',
  lineItem: 'Rows with the same invoice number are put together into one invoice.',
  quantity: 'Rows with the same invoice number are lines of one invoice.',
  unitPrice:
    'Rows with the same invoice number are lines of one invoice, added up where quantity times price gives the amount.',
};
