// One mail on its way: written down, flushed, sent; what became of it is written down with the next one, or at the end.
import {
  type NewEvent,
  NO_DOCUMENT,
  NO_STATEMENT,
  type ReminderFacts,
  reminderEvent,
} from '../../dunning/history/events';
import { isTalk } from '../../dunning/history/mail-threads';
import type { Reminder } from '../../dunning/history/reminder';
import type { Letter } from '../../dunning/letter/letter';
import { checkAddress } from '../../dunning/mail/address';
import { buildMessage, type MailFile, MessageError, toBase64Url } from '../../dunning/mail/message';
import { creditorReference } from '../../receivables/cash/structured-reference';
import type { WorkbookFacts } from '../../workbook/facts';
import { MailRefused } from '../../workbook/ports';
import { mailFrom } from '../../workbook/send-as';
import type { WorkbookSession } from '../../workbook/session';
import { enclosed } from '../letters/enclosures';
import { letterOfReminder, letterSources } from '../letters/letter-of-reminder';
import { type Talk, talkOf } from '../letters/talk';

/** Whom a mail goes to. */
export interface Recipients {
  to: string[];
  cc: string[];
}

/** The addresses of a reminder: those a person typed, else those of the decision. */
export function addressesOf(reminder: Reminder, facts: ReminderFacts): Recipients {
  const { edit } = reminder;
  const list = (text: string): string[] =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  return edit ? { to: list(edit.to), cc: list(edit.cc) } : { to: facts.to, cc: facts.cc };
}

/**
 * Sends one mail. Written down, flushed, sent: whatever kills the run, AR Log says of one mail at most that it is not known
 * whether it left. The outcome is held until the next write: that of the next mail, or the end of the batch.
 * @param ws under the lock
 * @param refreshed what is written with it where figures changed since it was approved
 */
export function mailOut(
  ws: WorkbookSession,
  gathered: WorkbookFacts,
  reminder: Reminder,
  to: Recipients,
  refreshed: NewEvent | null,
): { outcome: 'sent' | 'failed' | 'backToReview' | 'later' | 'stop'; why: string } {
  const { ports } = ws;
  const user = ports.session.user();
  // A page that cannot be converted keeps nothing back: the mail leaves without it, and says nothing of it.
  const { files, missing, told, documents } = enclosed(reminder, ws, gathered);
  const composed = letterOfReminder(told, {
    ...letterSources(ws, gathered),
    ...(documents ? { attached: documents.attached } : {}),
  });
  const addresses = [...to.to, ...to.cc];
  const event = (
    kind: 'needs-fix' | 'returned' | 'sending' | 'sent' | 'failed',
    note: string,
    facts: NewEvent['facts'],
  ): NewEvent => ({
    ...reminderEvent(kind, reminder.id, reminder.facts, user, note, facts),
    to: addresses.join(', '),
  });
  const record = (kind: 'needs-fix' | 'returned' | 'sending', note: string, facts: NewEvent['facts']): void => {
    ws.log.append([...(refreshed ? [refreshed] : []), event(kind, note, facts)]);
  };
  if (documents?.back) {
    record('returned', documents.back, { code: NO_DOCUMENT, reminder: reminder.facts });
    return { outcome: 'backToReview', why: '' };
  }
  if (documents?.later) return { outcome: 'later', why: documents.later };
  if ('problem' in composed) {
    record('needs-fix', composed.problem.message, { code: composed.problem.code });
    return { outcome: 'backToReview', why: '' };
  }
  // A person's own subject begins anew: Gmail keeps no two subjects in a thread, and neither do mail programs.
  const known = talkOf(reminder, gathered.facts.history, user);
  const talk = known?.subject === composed.letter.subject ? known : null;
  const raw = rawOf(ws, reminder, to, { ...composed.letter, files }, talk);
  if ('fault' in raw) {
    record('needs-fix', raw.fault, { code: raw.code });
    return { outcome: 'backToReview', why: '' };
  }
  const recipients = addresses.length + ws.settings().blindCopy.length;
  const isToUs = reminder.facts.payTo === undefined;
  record('sending', [missing, documents?.told ?? ''].join(' ').trim(), {
    recipients,
    ...(isToUs ? { reference: creditorReference(reminder.id) } : {}),
  });
  ports.workbook.flush();
  try {
    const { id, threadId } = ports.mailer.send(raw.raw, talk?.threadId ?? '');
    const without = {
      ...(missing === '' ? {} : { code: NO_STATEMENT }),
      ...(told === reminder ? {} : { reminder: told.facts }),
    };
    ws.log.hold([
      event('sent', composed.letter.subject, {
        messageId: id,
        threadId,
        ...(isTalk(reminder.facts) ? { talk: true } : {}),
        ...without,
      }),
    ]);
    return { outcome: 'sent', why: '' };
  } catch (error) {
    // Anything but a clear refusal leaves the outcome open: the next run marks it unconfirmed, and a person looks.
    if (!(error instanceof MailRefused)) {
      const why = `Gmail did not say whether ${reminder.id} left. Look under Problems before sending on.`;
      return { outcome: 'stop', why };
    }
    ws.log.hold([event('failed', error.message, { code: error.code })]);
    if (error.code === 'quota' || error.code === 'no-permission') return { outcome: 'stop', why: error.message };
    return { outcome: 'failed', why: '' };
  }
}

function rawOf(
  ws: WorkbookSession,
  reminder: Reminder,
  { to, cc }: Recipients,
  letter: Letter & { files: MailFile[] },
  talk: Talk | null,
): { raw: string } | { code: string; fault: string } {
  const settings = ws.settings();
  const replyTo = checkAddress(settings.replyTo) === null ? settings.replyTo : '';
  try {
    return {
      raw: toBase64Url(
        buildMessage({
          ...{ ...mailFrom(ws), to, cc, bcc: settings.blindCopy, replyTo, ...letter, reference: reminder.id },
          ...(talk === null
            ? {}
            : { references: talk.mailIds, inReplyTo: talk.mailIds[talk.mailIds.length - 1] ?? '' }),
        }),
      ),
    };
  } catch (error) {
    if (error instanceof MessageError) return { code: error.code, fault: error.message };
    throw error;
  }
}
