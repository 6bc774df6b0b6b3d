// What comes along with a mail: the statement of the account as a PDF, documents from Drive, the calendar entry of a promised day.

import { decisionContext } from '../../dunning/decision/customer-context';
import { apart } from '../../dunning/decision/debtor/whose-debt';
import type { Facts } from '../../dunning/decision/facts';
import { byDue, isChaseable, isHandedOver, isOf } from '../../dunning/decision/owed';
import type { Reminder } from '../../dunning/history/reminder';
import type { LetterAbout } from '../../dunning/letter/letter';
import { wordsOf } from '../../dunning/letter/letter-words';
import { type StatementPage, statementPage } from '../../dunning/letter/statement/statement-page';
import { calendarFile } from '../../dunning/mail/calendar';
import type { MailFile } from '../../dunning/mail/message';
import { base64Of, utf8Bytes } from '../../dunning/mail/mime-encoding';
import { isSentByUs } from '../../dunning/policy/channels';
import type { Attachment } from '../../dunning/policy/policy';
import { type Day, isoOf } from '../../receivables/day';
import { isOpenCredit } from '../../receivables/invoice-status';
import { accountActivity } from '../../receivables/metrics/account-activity';
import type { WorkbookFacts } from '../../workbook/facts';
import { mailFrom } from '../../workbook/send-as';
import type { WorkbookSession } from '../../workbook/session';
import { DOCUMENTS, type DocumentsAlong, type DocumentView } from './documents';
import { addresseeOf, letterInput, letterSources, linesOfAccount } from './letter-of-reminder';

/** Where no statement went before, what happened in so many days is listed. */
const ACTIVITY_DAYS = 90;
/** So many bytes of files travel with a mail at most: Gmail takes 25 MB as base64, mailboxes of customers often less. */
const MOST_BYTES = 10_000_000;

/** What comes along, and why something does not. */
export interface Enclosed {
  files: MailFile[];
  /** Why the statement does not come along, a sentence; '' when it does, or none was asked for. */
  missing: string;
  /** The reminder as it is with these files. */
  told: Reminder;
  /** What became of its documents; null where they go as links. */
  documents: DocumentsAlong | null;
}

/** The files of a reminder's mail. A statement that cannot be made is left out and said: the mail leaves without it. */
export function enclosed(reminder: Reminder, ws: WorkbookSession, gathered: WorkbookFacts): Enclosed {
  const { files, missing } = ownFiles(reminder, ws, gathered);
  const documents = has(reminder, 'documents')
    ? (DOCUMENTS?.read(reminder, ws, gathered, roomBeside(files)) ?? null)
    : null;
  const came = documents?.files ?? [];
  const left = [...(missing === '' ? [] : ['statement']), ...(came.length > 0 ? [] : ['documents'])];
  return { files: [...files, ...came], missing, told: without(reminder, left), documents };
}

/** What would become of the documents of a reminder's mail; none where they go as links. */
export function documentsNow(reminder: Reminder, ws: WorkbookSession, gathered: WorkbookFacts): DocumentView[] {
  if (!DOCUMENTS || !has(reminder, 'documents')) return [];
  return DOCUMENTS.look(reminder, ws, gathered, roomBeside(ownFiles(reminder, ws, gathered).files));
}

function has({ facts }: Reminder, what: Attachment): boolean {
  return facts.attach?.includes(what) ?? false;
}

/** How many bytes may come along beside some files. */
function roomBeside(files: readonly MailFile[]): number {
  return files.reduce((room, { base64 }) => room - (base64.length / 4) * 3, MOST_BYTES);
}

/** The files that are made here: the statement and the calendar entry. */
export function ownFiles(
  reminder: Reminder,
  ws: WorkbookSession,
  gathered: WorkbookFacts,
): Pick<Enclosed, 'files' | 'missing'> {
  const files = has(reminder, 'calendar') ? calendarOf(reminder, ws, gathered) : [];
  const isAsked = has(reminder, 'statement');
  const page = isAsked ? statementOf(reminder, ws, gathered) : null;
  if (!page) return { files, missing: isAsked ? missingFor('there is no text in its language') : '' };
  try {
    const base64 = ws.ports.pdf.of(page.html);
    if ((base64.length / 4) * 3 > MOST_BYTES) return { files, missing: missingFor('it is larger than 10 MB') };
    return { files: [{ name: page.name, type: 'application/pdf', base64 }, ...files], missing: '' };
  } catch (error) {
    return { files, missing: missingFor(error instanceof Error ? error.message : String(error)) };
  }
}

function missingFor(why: string): string {
  return `Without the statement of account, which could not be made into a PDF: ${why.replace(/\.$/, '')}.`;
}

/** A reminder as it is without some of what should have come along; itself where it has none of that. */
function without(reminder: Reminder, what: readonly string[]): Reminder {
  const { attach = [], ...facts } = reminder.facts;
  const left = attach.filter((one) => !what.includes(one));
  if (left.length === attach.length) return reminder;
  return { ...reminder, facts: left.length > 0 ? { ...facts, attach: left } : facts };
}

/** The statement that goes with a reminder; null where letters cannot be written in its language. */
function statementOf(reminder: Reminder, ws: WorkbookSession, gathered: WorkbookFacts): StatementPage | null {
  const { facts } = gathered;
  const made = letterInput(reminder, letterSources(ws, gathered));
  if ('problem' in made) return null;
  const { customerKey, customer } = reminder.facts;
  const own = facts.invoices.filter((one) => isOf(one, customerKey));
  // What others collect is not paid to us, and stands on no statement of ours.
  const { blocks, invoices } = decisionContext({ ...facts, invoices: own }).customer(customerKey);
  const ours = invoices.filter(
    (one) => one.customerKey === customerKey && !apart(facts, one) && !isHandedOver(facts, one),
  );
  const open = ours.filter((one) => isChaseable(one) || isOpenCredit(one)).sort(byDue);
  const known = facts.customers.get(customerKey);
  const from = lastStatement(facts, customerKey) ?? facts.asOf - ACTIVITY_DAYS;
  return statementPage(
    {
      letter: {
        ...made.input,
        template: { name: '', subject: '', body: '' },
        addressee: addresseeOf(customer, known, ws.settings()),
        lines: linesOfAccount(open, facts, (one) => blocks.disputedPart(one)),
      },
      customerId: known?.id ?? '',
      activity: accountActivity(ours, from),
      from,
    },
    isoOf(facts.asOf),
  );
}

/** The day a statement last went to a customer, by the texts that come with one today; null where none did. */
function lastStatement({ policy, history }: Facts, customerKey: string): Day | null {
  const texts = new Set(
    policy.flatMap(({ attach, anchor, template }) =>
      attach?.includes('statement') || anchor === 'month' ? [template] : [],
    ),
  );
  const contacts = history.contacts.get(customerKey) ?? [];
  const last = contacts.filter(
    ({ channel, reached, template }) => isSentByUs(channel) && reached && texts.has(template),
  );
  return last[last.length - 1]?.on ?? null;
}

function calendarOf(reminder: Reminder, ws: WorkbookSession, gathered: WorkbookFacts): MailFile[] {
  const made = letterInput(reminder, letterSources(ws, gathered));
  const words = wordsOf(reminder.facts.language);
  if ('problem' in made || !words) return [];
  const { company, reference, about = {} } = made.input;
  const days = promisedDays(about).map(({ day, amount, currency }) => ({
    day,
    text: [amount === null ? '' : words.money(amount, currency), words.reference(reference)].filter(Boolean).join('\n'),
  }));
  if (days.length === 0) return [];
  const { from } = mailFrom(ws);
  const at = ws.ports.clock.instant();
  const text = calendarFile({ title: words.calendar(company), days, organizer: from, reference, at });
  return [
    { name: 'payment.ics', type: 'text/calendar; charset=UTF-8; method=PUBLISH', base64: base64Of(utf8Bytes(text)) },
  ];
}

/** The days a mail thanks for or puts in writing: the instalments of a plan, else the one day of a promise. */
function promisedDays({ instalments = [], promise }: LetterAbout): NonNullable<LetterAbout['instalments']> {
  return instalments.length > 0 ? instalments : promise ? [promise] : [];
}
