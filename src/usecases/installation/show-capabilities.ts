// What this script was built with beyond the usual, and how each does here: to be allowed yet, or on.
import { dayFromIso, shortDay } from '../../receivables/day';
import type { Ports } from '../../workbook/ports';
import { WorkbookSession } from '../../workbook/session';
import type { CapabilityView } from './view';

/** The capabilities that are built in; one that is not is not among them. */
export function showCapabilities(ports: Ports): CapabilityView[] {
  const ws = new WorkbookSession(ports);
  return ports.capabilities.map((one) => {
    const grantAt = one.grantAt();
    return { name: one.name, state: grantAt === '' ? 'on' : 'ask', grantAt, note: NOTES[one.name]?.(ws) ?? '' };
  });
}

/** How a capability did lately, a sentence; '' where nothing is to be told. */
const NOTES: Readonly<Record<string, (ws: WorkbookSession) => string>> = {
  replies: (ws) => {
    const { mailbox, sender } = ws.state;
    const whose = sender === ws.ports.session.user() ? 'your mailbox' : `the mailbox of ${sender}`;
    if (sender === '') return 'No sender yet: whoever goes live sends.';
    if (!mailbox || mailbox.user !== sender) return `The next hourly run of ${sender} begins to look through ${whose}.`;
    if (mailbox.fault !== '') return mailbox.fault;
    const today = ws.ports.clock.now().day;
    return `Last looked through ${whose} on ${shortDay(dayFromIso(mailbox.day) ?? today, today)}.${elsewhere(ws)}`;
  },
};

/** Answers that go to another mailbox are not seen in this one. */
function elsewhere(ws: WorkbookSession): string {
  const { replyTo } = ws.isSetUp() ? ws.settings() : { replyTo: '' };
  if (replyTo === '' || replyTo.toLowerCase() === ws.state.sender.toLowerCase()) return '';
  return ` Answers go to ${replyTo}: they are seen only if they reach this mailbox too. Mails that come back always do.`;
}
