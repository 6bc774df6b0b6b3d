// The columns of AR Customers that a list of contacts may fill.

/** In the order in which they are shown; the names are those of the tab. */
export const CONTACT_COLUMNS = [
  'Contact',
  'Email',
  'CC',
  'Escalation email',
  'Phone',
  'Language',
  'Country',
  'Owner',
  'Postal address',
  'Kind',
  'Paid by',
  'Preferred channel',
  'WhatsApp agreed on',
  'Do not contact',
  'Notes',
] as const;

/** One of them. */
export type ContactColumn = (typeof CONTACT_COLUMNS)[number];
