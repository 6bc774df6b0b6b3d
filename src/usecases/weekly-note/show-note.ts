// The weekly note before it leaves: how it would look now, who would get it, and one to oneself.
import { decide } from '../../dunning/decision/decide';
import type { NoteMail } from '../../dunning/weekly/note';
import { workbookHalts } from '../../workbook/halts';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock } from '../../workbook/session';
import { sendWord } from '../letters/word-to-us';
import type { ChangeResult } from '../waiting/change-result';
import type { WeeklyNoteView } from './view';
import { noted, noteRecipients, writtenNote } from './weekly-note';

/** The note as it would be written now; changes nothing. @throws Refusal with the stop that forbids showing it */
export function showWeeklyNote(ports: Ports): WeeklyNoteView {
  const opened = openForShowing(ports);
  const { ws } = opened;
  const mail = noteOf(opened);
  return { ...mail, ...noteRecipients(ws), you: ports.session.user() };
}

/**
 * Sends the note as it is now to the person who asks and to nobody else; allowed in Preview.
 * @throws Refusal `no-permission`, `refused` where Gmail does not take it, or the stop that forbids showing it
 */
export function sendWeeklyNoteToMe(ports: Ports): ChangeResult {
  const you = ports.session.user();
  if (you === '')
    throw new Refusal('no-permission', 'Google does not tell Duesheet your address, so no note can be sent to you.');
  return underLock(ports, () => {
    const opened = openForShowing(ports);
    const { ws } = opened;
    const mail = noteOf(opened);
    noted(ws, [you], mail.subject, {});
    ws.save();
    ports.workbook.flush();
    const fault = sendWord(ports, { to: [you], ...mail });
    if (fault !== '') throw Refusal.of({ code: 'refused', message: fault });
    return { changed: 0, message: `The note went to ${you}, and to nobody else.` };
  });
}

function noteOf({ ws, gathered, day }: Opened): NoteMail {
  return writtenNote(ws, gathered, decide(gathered.facts), workbookHalts(ws, day).length);
}
