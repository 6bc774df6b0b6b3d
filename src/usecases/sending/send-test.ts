// "Send me a test": the mail of a reminder as it will look, sent to the person who asks and to nobody else.

import { reminderEvent } from '../../dunning/history/events';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { mailFrom } from '../../workbook/send-as';
import { underLock } from '../../workbook/session';
import { enclosed } from '../letters/enclosures';
import { letterOfReminder, letterSources } from '../letters/letter-of-reminder';
import { mailToOneself } from '../letters/mail-to-oneself';
import type { ChangeResult } from '../waiting/change-result';

/** Sends the mail to the user alone; allowed in Preview, and noted in the log. */
export function sendTest(ports: Ports, id: string): ChangeResult {
  const you = ports.session.user();
  if (you === '')
    throw new Refusal('no-permission', 'Google does not tell Duesheet your address, so no test can be sent.');
  return underLock(ports, () => {
    const { ws, gathered } = openForShowing(ports);
    const reminder = gathered.facts.history.reminders.get(id);
    if (!reminder) throw new Refusal('reminder-unknown', `The reminder ${id} is not known. Reload the list.`);
    const { files, missing, told, documents } = enclosed(reminder, ws, gathered);
    const composed = letterOfReminder(told, {
      ...letterSources(ws, gathered),
      ...(documents ? { attached: documents.attached } : {}),
    });
    if ('problem' in composed) throw Refusal.of(composed.problem);
    const { letter } = composed;
    mailToOneself(ports, {
      ...mailFrom(ws),
      to: [you],
      ...letter,
      files,
      subject: `[Test] ${letter.subject}`,
      reference: reminder.id,
    });
    ws.log.append([{ ...reminderEvent('test-sent', id, reminder.facts, you, 'Test to oneself.'), to: you }]);
    ws.save();
    const { back = '', later = '' } = documents ?? {};
    const more = [missing, back && `The mail itself would not leave: ${back}`, later].filter((part) => part !== '');
    return { changed: 0, message: [`A test went to ${you}, and to nobody else.`, ...more].join(' ') };
  });
}
