// The header Message-ID of our friendly mails, read once after they left: by it the next one stands below it at the customer's too.
import { workbookEvent } from '../../dunning/history/events';
import { isoOf } from '../../receivables/day';
import { headersIn } from '../../sheet/replies/mail-headers';
import { MailboxRefused } from '../../workbook/ports';
import type { WorkbookSession } from '../../workbook/session';
import { NOTICED_BY } from './notice-replies';

/** So many are read in a run, the rest by the next. */
const MOST_MAILS = 40;

/**
 * Reads what is not known yet. Without it a mail stands below the one before in our own mailbox only, so whatever is in the way
 * waits for the next run.
 * @param ws under the lock, of the sender's run
 */
export function readMailIds(ws: WorkbookSession): void {
  const { mailbox, session, clock } = ws.ports;
  const { state } = ws;
  if (!mailbox || state.sender === '' || state.sender !== session.user() || state.mailbox?.fault || !ws.isSetUp())
    return;
  if (ws.isCopy() || ws.log.fault !== '') return;
  const { talks, threads } = ws.log.history;
  const unread = [...new Set(talks.values())].flatMap((id) => {
    const thread = threads.get(id);
    return thread?.by === state.sender ? thread.unread.map((mail) => ({ thread: id, mail })) : [];
  });
  try {
    for (const { thread, mail } of unread.slice(0, MOST_MAILS)) {
      const head = mailbox.head(mail);
      const [mailId = ''] = head ? (headersIn(head.headers, () => null).get('message-id') ?? []) : [];
      const note = mailId === '' ? 'The mail is not in the mailbox any more.' : `Message-ID: ${mailId}`;
      ws.log.append([workbookEvent('mail-id', NOTICED_BY, note, { threadId: thread, messageId: mail, mailId })]);
    }
  } catch (error) {
    if (!(error instanceof MailboxRefused)) throw error;
    state.mailbox = {
      user: state.sender,
      place: '',
      left: '',
      day: isoOf(clock.now().day),
      ...state.mailbox,
      fault: error.message,
    };
  }
}
