// One mail to oneself: whether Gmail takes mails from here, and which address it puts under From.
import { escapeHtml } from '../../dunning/letter/template';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { mailFrom } from '../../workbook/send-as';
import { WorkbookSession } from '../../workbook/session';
import { mailToOneself } from '../letters/mail-to-oneself';
import type { ChangeResult } from '../waiting/change-result';

/** Sends it; nothing is written into the workbook. @throws Refusal `no-permission`, or what Gmail refused */
export function mailMyself(ports: Ports): ChangeResult {
  const you = ports.session.user();
  if (you === '')
    throw new Refusal('no-permission', 'Google does not tell Duesheet your address, so no mail can be sent to it.');
  const text = `Duesheet in "${ports.workbook.name()}" can send mails from your Gmail. Look who this one came from: customers see the same.`;
  const ws = new WorkbookSession(ports);
  const own = { from: { name: 'Duesheet', address: you } };
  mailToOneself(ports, {
    ...(ws.isSetUp() && !ws.isCopy() ? mailFrom(ws) : own),
    to: [you],
    subject: 'Duesheet: a mail to yourself',
    text: `${text}\n`,
    html: `<p>${escapeHtml(text)}</p>`,
  });
  return { changed: 0, message: `A mail went to ${you}, and to nobody else. Look who it came from.` };
}
