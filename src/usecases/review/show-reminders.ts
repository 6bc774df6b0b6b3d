// One reminder opened, and the Problems view.

import { decisionContext, segmentInWords } from '../../dunning/decision/customer-context';
import { customerSummary, summaryInWords } from '../../dunning/decision/customer-summary';
import { otherAddress } from '../../dunning/decision/identity/other-address';
import type { Reminder } from '../../dunning/history/reminder';
import { besideInWords } from '../../dunning/letter/headline';
import { withPictures } from '../../dunning/mail/picture';
import { channelSpec, isSentByUs, isSpoken } from '../../dunning/policy/channels';
import { asksToConfirm } from '../../dunning/policy/purposes';
import { toneAndChannel } from '../../dunning/policy/tones';
import { followingStage } from '../../dunning/reminder/following-stage';
import { type Day, dayFromIso, shortDay } from '../../receivables/day';
import type { WorkbookFacts } from '../../workbook/facts';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { problemViews } from '../../workbook/problems';
import { Refusal } from '../../workbook/refusal';
import { type CallColumns, callColumns } from '../calls/call-columns';
import { callFacts } from '../calls/call-facts';
import type { DocumentView } from '../letters/documents';
import { documentsNow, ownFiles } from '../letters/enclosures';
import { type Composed, type LetterSources, letterOfReminder, letterSources } from '../letters/letter-of-reminder';
import { mailTexts } from '../letters/mail-texts';
import { invoiceLines } from '../waiting/invoice-lines';
import type { EnclosureView, ProblemsView, ReminderView } from '../waiting/view';
import { lineOf, timesIn } from './review-lines';
import { secondApprovalOf } from './second-approval';
import { type WhatsAppLink, whatsAppLink } from './whatsapp-link';

/** One reminder with all that its mail is made of. @throws Refusal `reminder-unknown` */
export function showingReminder(
  ports: Ports,
  id: string,
): { opened: Opened; reminder: Reminder; sources: LetterSources } {
  const opened = openForShowing(ports);
  const reminder = opened.gathered.facts.history.reminders.get(id);
  if (!reminder) throw new Refusal('reminder-unknown', `The reminder ${id} is not known. Reload the list.`);
  return { opened, reminder, sources: letterSources(opened.ws, opened.gathered) };
}

/** One reminder, opened: why, its invoices, the mail as it will look. */
export function showReminder(ports: Ports, id: string): ReminderView {
  const { opened, reminder, sources } = showingReminder(ports, id);
  return viewer(opened, sources)(reminder);
}

/** The files that are made to come along with a reminder's mail, as they would be now. @throws Refusal `no-pdf` */
export function showEnclosures(ports: Ports, id: string): EnclosureView[] {
  const { opened, reminder } = showingReminder(ports, id);
  const { files, missing } = ownFiles(reminder, opened.ws, opened.gathered);
  if (missing !== '') throw new Refusal('no-pdf', `It would leave now as follows. ${missing}`);
  return files;
}

/** What would become of the documents of a reminder's mail; none where they go as links. */
export function showDocuments(ports: Ports, id: string): DocumentView[] {
  const { opened, reminder } = showingReminder(ports, id);
  return documentsNow(reminder, opened.ws, opened.gathered);
}

/** How reminders are opened in a workbook that was read. */
export function viewer(opened: Opened, sources: LetterSources): (reminder: Reminder) => ReminderView {
  const leaves = timesIn(opened.ws, opened.gathered.facts);
  const { of: more } = callColumns(opened.book, opened.ws.settings().callColumns, opened.day);
  return (reminder) => viewOf(reminder, opened, sources, leaves, more);
}

function viewOf(
  reminder: Reminder,
  { ws, gathered, day }: Opened,
  sources: LetterSources,
  leaves: (reminder: Reminder) => string,
  more: CallColumns['of'],
): ReminderView {
  const { facts } = gathered;
  const on = reminder.state === 'sent' ? dayFromIso(reminder.updated.slice(0, 10)) : null;
  // What left is shown as of its day, by the log: what was paid or changed since is none of it.
  const then = on === null ? sources : { ...sources, facts: { ...facts, asOf: on, invoices: [] } };
  const composed = letterOfReminder(reminder, then);
  const rows = new Map(facts.invoices.map((invoice) => [invoice.key, invoice]));
  const recipients = {
    to: reminder.edit?.to ?? reminder.facts.to.join(', '),
    cc: reminder.edit?.cc ?? reminder.facts.cc.join(', '),
  };
  const edited = reminder.edit !== null;
  return {
    ...lineOf(reminder, day, leaves),
    seq: ws.state.log.seq,
    beside: besideInWords(reminder, day),
    confirms: asksToConfirm(reminder.facts),
    reasons: [...(reminder.note ? [reminder.note] : []), ...reminder.facts.reasons],
    invoiceLines: invoiceLines(reminder, day, rows, isSpoken(reminder.facts.channel) ? more : undefined),
    mail:
      'problem' in composed
        ? null
        : {
            ...recipients,
            subject: composed.letter.subject,
            text: composed.letter.text,
            html: withPictures(composed.letter.html, composed.letter.pictures),
            edited,
            attach: reminder.facts.attach ?? [],
            asFiles: ws.ports.files !== null,
            draft: composed.draft,
            texts: mailTexts(reminder, facts, sources.templates),
          },
    problem: 'problem' in composed ? composed.problem.message : '',
    next: nextInWords(reminder, gathered, day),
    customerFacts: customerFacts(reminder, gathered, day),
    canEdit: isSentByUs(reminder.facts.channel) && ['planned', 'approved', 'needs-fix'].includes(reminder.state),
    second: secondApprovalOf(reminder, ws.ports.session.user()),
    customerKey: reminder.facts.customerKey,
    otherAddress: otherAddress(
      facts.customers.get(reminder.facts.customerKey),
      facts.invoices.filter(({ customerKey }) => customerKey === reminder.facts.customerKey),
      facts.history,
    ).join(', '),
    whatsApp: whatsAppOf(reminder, composed, gathered),
    call: callFacts(reminder, then),
  };
}

/** The link with the message filled in, for a reminder that is a WhatsApp message. */
function whatsAppOf(
  { facts }: Reminder,
  composed: Composed,
  { facts: { customers } }: WorkbookFacts,
): WhatsAppLink | null {
  const spec = channelSpec(facts.channel);
  if (spec.sentBy === 'us' || spec.help !== 'message-link' || 'problem' in composed) return null;
  const customer = customers.get(facts.customerKey);
  return whatsAppLink(customer?.phone ?? '', customer?.country ?? '', composed.letter.text);
}

/** What comes after this stage: `next: firm, Thu 3 Dec`. */
function nextInWords({ facts: reminder }: Reminder, { facts }: WorkbookFacts, day: Day): string {
  const lead = facts.invoices.find(({ key }) => key === reminder.leadKey);
  if (!lead || lead.due === null) return '';
  const next = followingStage(facts, reminder);
  return next
    ? `next: ${toneAndChannel(next.row.tone, next.row.channel)}, ${shortDay(next.dueOn, day)}`
    : 'this is the last step';
}

/** What a collector wants to know of a customer before deciding. */
function customerFacts(reminder: Reminder, { facts }: WorkbookFacts, day: Day): ReminderView['customerFacts'] {
  const customer = decisionContext(facts).customer(reminder.facts.customerKey);
  const known = facts.customers.get(customer.key);
  const rows: [string, string][] = [
    ['Segment', segmentInWords(customer)],
    ...summaryInWords(customerSummary(customer), day),
    ['Owner', known?.owner ?? ''],
    ['Phone', known?.phone ?? ''],
    ['Notes', known?.notes ?? ''],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

/** The Problems view. */
export function showProblems(ports: Ports): ProblemsView {
  const opened = openForShowing(ports);
  const { gathered, day } = opened;
  const waiting = [...gathered.facts.history.waiting.values()];
  const leaves = timesIn(opened.ws, gathered.facts);
  return {
    failed: waiting
      .filter(({ state }) => state === 'failed')
      .map((reminder) => ({ ...lineOf(reminder, day, leaves), error: reminder.note, attempts: reminder.attempts })),
    unconfirmed: waiting
      .filter(({ state }) => state === 'unconfirmed')
      .map((reminder) => ({
        ...lineOf(reminder, day, leaves),
        to: reminder.facts.to.join(', '),
        startedAt: reminder.startedAt,
      })),
    needsFix: waiting.filter(({ state }) => state === 'needs-fix').map((reminder) => lineOf(reminder, day, leaves)),
    rows: problemViews(gathered),
  };
}
