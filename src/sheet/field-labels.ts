// What the fields of an invoice table are called to people, and what a column does to the reading of a row.
import type { Field, RowKindField } from './fields';

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
  documentType: 'Kind of document',
  sign: 'Debit or credit',
  credit: 'Credit side',
  lineItem: 'Line of an invoice',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
};

/** What a column does to the reading of a row, where its name does not tell a bookkeeper. */
export const FIELD_EFFECTS: Partial<Record<Field, string>> & Record<RowKindField, string> = {
  documentType: 'Credit notes and payments lower what the customer owes; bills of your suppliers are left out.',
  sign: 'A row marked as credit lowers what the customer owes, whatever the sign of its amount.',
  credit: 'Where a row charges nothing, an amount in it is a payment or a credit note.',
  lineItem: 'Rows with the same invoice number are put together into one invoice.',
  quantity: 'Rows with the same invoice number are lines of one invoice.',
  unitPrice:
    'Rows with the same invoice number are lines of one invoice, added up where quantity times price gives the amount.',
};
