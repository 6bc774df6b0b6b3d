// Gmail behind the port Mailer: the advanced service with a raw message, so that the narrow scope gmail.send is enough.
import { type Mailer, MailRefused } from '../workbook/ports';

interface SentMessage {
  id?: string;
  threadId?: string;
}

/** A longer message is handed over as a file: within a request Gmail takes about 5 MB. */
const LONGEST_RAW = 4_000_000;

/** The port over the mailbox of whoever runs the script. */
export function googleMailer(): Mailer {
  return {
    send: (raw, threadId) => {
      const messages = typeof Gmail === 'undefined' ? undefined : Gmail.Users?.Messages;
      if (!messages) {
        throw new MailRefused(
          'no-permission',
          'The Gmail service is not switched on in this script. Push Duesheet again with its own appsscript.json.',
        );
      }
      const send = (message: { raw: string; threadId?: string }): { id: string; threadId: string } => {
        const sent = (raw.length > LONGEST_RAW ? uploaded(message) : messages.send(message, 'me')) as SentMessage;
        return { id: sent.id ?? '', threadId: sent.threadId ?? '' };
      };
      const uploaded = ({ raw, ...message }: { raw: string; threadId?: string }) =>
        messages.send(message, 'me', Utilities.newBlob(Utilities.base64DecodeWebSafe(raw), 'message/rfc822'));
      try {
        if (threadId === '') return send({ raw });
        try {
          return send({ raw, threadId });
        } catch (error) {
          // Somebody deleted the thread: nothing left for certain, and the mail begins a new one.
          if (!NO_THREAD.test(wordsOf(error))) throw error;
          return send({ raw });
        }
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}

/**
 * Words of a request that Gmail did not take. Only these count as a refusal: a broken connection or an error on Google's
 * side may come after the mail has left, and what counts as refused is tried again.
 */
const NOT_TAKEN =
  /failed with error: .*(invalid|bad request|malformed|not found|forbidden|precondition|not enabled|too large|exceeds|delegation denied|parse error)/i;
const ON_THE_WAY =
  /internal|backend|server error|gateway|unavailable|time(d )?[- ]?out|deadline|connection|empty response/i;

const NO_THREAD = /failed with error: .*(not found|invalid thread)/i;

function wordsOf(error: unknown): string {
  return error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
    ? String((error as Error).message)
    : String(error);
}

/** What Gmail's words say for certain; anything else stays as it is, because the mail may have left. */
function refusalOf(error: unknown): unknown {
  const message = wordsOf(error);
  // Whatever else it says: a mail that may be on its way is never tried again by itself.
  if (ON_THE_WAY.test(message)) return error;
  if (/recipient address required|invalid (to|cc|bcc|from) header|invalid .*header/i.test(message)) {
    return new MailRefused('bad-address', `Gmail refused the address: ${message}`);
  }
  if (/too many times|quota|limit exceeded|rate limit/i.test(message)) {
    return new MailRefused(
      'quota',
      'The daily limit of Gmail is reached; what is left goes out when it frees up, within 24 hours.',
    );
  }
  if (/permission|insufficient|not authori[sz]ed|unauthenticated|access (was )?denied/i.test(message)) {
    return new MailRefused(
      'no-permission',
      'Google does not let Duesheet send mails. Choose any item of the menu Duesheet once and allow what Google asks.',
    );
  }
  if (NOT_TAKEN.test(message)) return new MailRefused('refused', `Gmail refused the mail: ${message}`);
  return error;
}
