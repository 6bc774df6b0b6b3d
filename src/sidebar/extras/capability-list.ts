// What may be built in beyond the usual: what each gives, which permission it asks for and why. The build takes scopes from here.

/** A capability that is built in on purpose: `npm run push -- --with NAME`. */
export interface CapabilitySpec {
  title: string;
  /** What it does, in a sentence. */
  gives: string;
  /** What Google asks for it, and what is done with that. */
  asks: string;
  /** What is done where it is off. */
  without: string;
  /** What the manifest asks for beside the five scopes. */
  scopes: readonly string[];
  /** Google's advanced services that are switched on beside Gmail. */
  services: readonly { userSymbol: string; serviceId: string; version: string }[];
}

/**
 * Every capability by its name. Of one that is built in a source file `x.ts` gives way to the `x.with-NAME.ts` beside it.
 */
export const CAPABILITIES = {
  replies: {
    title: 'Replies and bounces noticed',
    gives:
      'Each hour the run looks whether somebody answered a reminder, is away, or whether a mail came back, and stops the next mail in time.',
    asks: 'Google asks for “View your email message metadata”. Duesheet reads sender, subject and other header lines of messages in the threads of its own mails, in the mailbox of whoever sends. The text of a message cannot be read with this permission.',
    without: 'You note replies and bounces yourself on the customer’s card.',
    scopes: ['https://www.googleapis.com/auth/gmail.metadata'],
    services: [],
  },
  attachments: {
    title: 'Documents attached',
    gives:
      'Mails of steps that say so carry the invoice, the proof of delivery and the order as files, where these lie in Google Drive: 10 MB at most.',
    asks: 'Google asks for “See and download all your Google Drive files”. There is no smaller permission for a file that a link in a sheet leads to. Duesheet opens only the files that your invoice sheet links to, of invoices that the mail lists, and changes none.',
    without: 'Mails link to the documents.',
    scopes: ['https://www.googleapis.com/auth/drive.readonly'],
    services: [],
  },
} as const satisfies Readonly<Record<string, CapabilitySpec>>;
