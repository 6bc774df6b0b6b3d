// How invoices reach a customer, and our texts about one that goes out.

/** By our mail, by an invoice network, in the customer's portal, by post. */
export const INVOICE_CHANNELS = ['mail', 'network', 'portal', 'post'] as const;

/** One of them. */
export type InvoiceChannel = (typeof INVOICE_CHANNELS)[number];

/** Our texts about an invoice that goes out, by the way it reaches the customer; by post nothing goes out by us. */
export const DELIVERY_TEXTS: Readonly<Record<Exclude<InvoiceChannel, 'post'>, string>> = {
  mail: 'Invoice',
  network: 'Invoice by network',
  portal: 'Task portal',
};

/** The channel that a word names; null for none. @example invoiceChannelNamed('Portal') // 'portal' */
export function invoiceChannelNamed(written: string): InvoiceChannel | null {
  const word = written.trim().toLowerCase();
  return INVOICE_CHANNELS.find((name) => name === word) ?? null;
}
