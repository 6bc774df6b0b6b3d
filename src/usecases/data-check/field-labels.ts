// What the fields of an invoice table are called to people.
import type { Field } from '../../sheet/fields';

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
