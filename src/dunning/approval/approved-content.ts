// What a person approved beside the figures: text, recipients, payment instructions, sender; and what of it is another by now.
import { digest } from '../history/digest';

/** What does not change by itself, part by part, each as a short digest. */
export type ApprovedContent = Readonly<Record<string, string>>;

/** A mail before its figures are filled in. */
export interface UnfilledMail {
  /** Name of the text, with subject and body as they stand in AR Templates or as a person edited them. */
  text: readonly string[];
  to: readonly string[];
  cc: readonly string[];
  bcc?: readonly string[];
  signature: readonly string[];
  /** What comes along with it. */
  attached: readonly string[];
  replyTo: string;
  /** Colour and logo; '' where none is set. */
  look: string;
  /** Payment instructions by currency, of those currencies that the mail is about. */
  payment: Readonly<Record<string, string>>;
  /** Mailbox it leaves from; '' while nobody sends. */
  from: string;
}

const PAYMENT = 'payment ';

const SAYS: Readonly<Record<string, string>> = {
  text: 'The text is another than the one that was approved.',
  recipients: 'It would now go to others than was approved.',
  signature: 'Name or signature are others than were approved.',
  'reply-to': 'Reply-to is another than was approved.',
  attached: 'Something else would come along with it than was approved.',
  look: 'Colour or logo are others than were approved.',
  from: 'It would now leave from another mailbox than was approved.',
};

/**
 * The content of a mail as it is approved.
 * @example contentOf(mail)['payment EUR'] // '9f86d081'
 */
export function contentOf({
  text,
  to,
  cc,
  bcc = [],
  signature,
  attached,
  replyTo,
  look,
  payment,
  from,
}: UnfilledMail): ApprovedContent {
  const parts: Record<string, string> = {
    text: text.join('\n'),
    recipients: [...to, '', ...cc, ...(bcc.length > 0 ? ['', ...bcc] : [])].join('\n').toLowerCase(),
    signature: signature.join('\n'),
    'reply-to': replyTo.toLowerCase(),
    attached: attached.join('\n'),
    look,
    ...(from === '' ? {} : { from: from.toLowerCase() }),
  };
  for (const [currency, details] of Object.entries(payment)) parts[`${PAYMENT}${currency}`] = details;
  return Object.fromEntries(Object.entries(parts).map(([part, said]) => [part, digest(said).slice(0, 8)]));
}

/**
 * What of a mail is another than was approved, a sentence; '' when all of it is the same. What the approval did not know,
 * such as the mailbox while nobody sent, counts as the same; a currency that is no longer asked for does too.
 */
export function changeSince(approved: ApprovedContent, now: ApprovedContent): string {
  const part = Object.keys(now).find((one) => approved[one] !== undefined && approved[one] !== now[one]);
  if (part === undefined) return '';
  return SAYS[part] ?? `The payment instructions for ${part.slice(PAYMENT.length)} are others than were approved.`;
}
