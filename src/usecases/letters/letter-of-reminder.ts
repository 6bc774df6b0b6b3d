// A reminder as the mail it will be: its facts put together with invoices, customer, settings and text.

import { formLink } from '../../dunning/answers/form-link';
import { answerToken } from '../../dunning/answers/token';
import type { Customer, Facts } from '../../dunning/decision/facts';
import { nameOf } from '../../dunning/decision/owed';
import type { ReminderLineFacts } from '../../dunning/history/events';
import type { Reminder } from '../../dunning/history/reminder';
import { lineRole, mainKey } from '../../dunning/letter/headline';
import { countryCode } from '../../dunning/letter/languages';
import {
  composeLetter,
  draftOf,
  isLetterProblem,
  type Letter,
  type LetterInput,
  type LetterLine,
  type LetterProblem,
} from '../../dunning/letter/letter';
import { checkAddress, splitAddresses } from '../../dunning/mail/address';
import { channelSpec, isPrinted, isSpoken } from '../../dunning/policy/channels';
import { type Day, dayFromIso, isoOf } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import type { WorkbookFacts } from '../../workbook/facts';
import { hasNewAccount } from '../../workbook/payment-details';
import type { WorkbookSession } from '../../workbook/session';
import { paymentAccounts } from '../../workbook/tabs/settings/payment-settings';
import type { Settings } from '../../workbook/tabs/settings/settings';
import type { TemplateIndex } from '../../workbook/tabs/templates';
import { aboutOf } from './letter-about';
import { closedDispute, newDates } from './letter-dispute';
import { talkOf } from './talk';

/** What a letter is composed from. */
export interface LetterSources {
  facts: Facts;
  templates: TemplateIndex;
  settings: Settings;
  /** Whether mails told another account until lately. */
  newAccount: boolean;
  /** By what links for answers are signed. */
  answerSecret: string;
  /** Who sends from this workbook: a mail goes on in a thread of their mailbox. */
  sender: string;
  /** The addresses of documents that come along as files; left out for none. */
  attached?: ReadonlySet<string>;
}

/** What the letters of a workbook that was read are composed from. */
export function letterSources(ws: WorkbookSession, { facts, templates }: WorkbookFacts): LetterSources {
  return {
    facts,
    templates,
    settings: ws.settings(),
    newAccount: hasNewAccount(ws, facts.asOf),
    answerSecret: ws.state.answerSecret,
    sender: ws.state.sender,
  };
}

/** A letter, or why there is none. */
export type Composed =
  | { letter: Letter; draft: { subject: string; body: string } }
  | { problem: { code: string; message: string } };

/**
 * Composes the mail of a reminder; a person's own subject and body take the place of the template's.
 * @param reminder the reminder with the facts to show
 */
export function letterOfReminder(reminder: Reminder, sources: LetterSources): Composed {
  const input = letterInput(reminder, sources);
  if ('problem' in input) return input;
  const letter = composeLetter(input.input);
  if (isLetterProblem(letter)) return { problem: asProblem(letter) };
  const draft = draftOf(input.input);
  return { letter, draft: 'code' in draft ? { subject: letter.subject, body: letter.text } : draft };
}

function asProblem({ code, message }: LetterProblem): { code: string; message: string } {
  return { code, message };
}

/** What the letter of a reminder is made of, or why there is none. */
export function letterInput(
  reminder: Reminder,
  { facts, templates, settings, newAccount, answerSecret, sender, attached }: LetterSources,
): { input: LetterInput } | { problem: { code: string; message: string } } {
  const { template, language, customerKey, customer, payTo = '' } = reminder.facts;
  const text = templates.find(template, language);
  if (!text)
    return {
      problem: facts.checkTemplate(template, language) ?? {
        code: 'no-template',
        message: `There is no text "${template}".`,
      },
    };
  const known = facts.customers.get(customerKey);
  const invoices = new Map(facts.invoices.map((invoice) => [invoice.key, invoice]));
  const agreed = newDates(facts);
  const lead = disputeLine(reminder, text, facts) ?? mainKey(reminder.facts, facts.asOf);
  const input: LetterInput = {
    template: {
      name: reminder.edit?.text || template,
      subject: reminder.edit?.subject || subjectOf(reminder, facts, sender) || text.subject,
      body: reminder.edit?.body || text.body,
    },
    purpose: reminder.edit?.text ? undefined : reminder.facts.purpose,
    language,
    customer,
    contact: isToBilling(reminder, known) ? (known?.contact ?? '') : '',
    company: settings.company || settings.senderName || facts.settings.ownAddress,
    sender: settings.senderName,
    // A signature may name our account.
    signature: payTo === '' ? settings.signature : '',
    lines: withDebtors(reminder.facts, invoices, facts).map(({ line, debtor }) => ({
      ...letterLine(line, invoices.get(line.key), line.key === lead, facts.asOf, agreed),
      ...(payTo === '' ? {} : { paymentLink: '' }),
      // On paper nobody follows a link.
      ...(isPrinted(reminder.facts.channel) ? { documents: {} } : {}),
      ...(attached ? { attached } : {}),
      ...(debtor === '' ? {} : { debtor }),
    })),
    bankDetails: payTo === '' ? settings.bankDetails : {},
    ...(payTo === '' ? {} : { payTo }),
    ...(channelSpec(reminder.facts.channel).form === 'letter' && payTo === ''
      ? {
          pay: {
            accounts: paymentAccounts(settings),
            unchanged: !newAccount,
            look: { colour: settings.colour, logo: settings.logo },
          },
        }
      : {}),
    asOf: facts.asOf,
    ...(settings.paymentsUpTo === null ? {} : { knownUpTo: settings.paymentsUpTo }),
    ...(isPrinted(reminder.facts.channel) ? { addressee: addresseeOf(customer, known, settings) } : {}),
    ...answerOf(reminder, { facts, settings, answerSecret }),
    reference: reminder.id,
    hasStatement: reminder.facts.attach?.includes('statement') ?? false,
    about: {
      ...aboutOf(reminder, facts, settings, lead),
      ...(isSpoken(reminder.facts.channel) ? { objections: templates.objections(language) } : {}),
    },
  };
  return { input };
}

/** How a mail may be answered by a click: by the form, else by a mail to where answers go. What is printed has no clicks. */
function answerOf(
  { id, facts: { channel, payTo = '' } }: Reminder,
  { facts, settings, answerSecret }: Pick<LetterSources, 'facts' | 'settings' | 'answerSecret'>,
): Pick<LetterInput, 'answer'> {
  if (channelSpec(channel).form !== 'letter' || isPrinted(channel) || payTo !== '' || id === '') return {};
  const { answerForm, replyTo, sendAs } = settings;
  if (answerForm !== '' && answerSecret !== '')
    return { answer: { form: formLink(answerForm, answerToken(id, answerSecret)) } };
  const [mailTo] = [replyTo, sendAs, facts.settings.ownAddress].filter(
    (one) => one !== '' && checkAddress(one) === null,
  );
  return mailTo === undefined ? {} : { answer: { mailTo } };
}

/** The subject of the thread it goes on in, as a text that names nothing to be filled in; '' where it begins anew. */
function subjectOf(reminder: Reminder, { history }: Facts, sender: string): string {
  return (talkOf(reminder, history, sender)?.subject ?? '').replace(/\{\{/g, '{ {');
}

/** Each line with who owes it, where a reminder goes to somebody who pays for others; '' where it is about their own alone. */
function withDebtors(
  { lines, customerKey }: Reminder['facts'],
  invoices: ReadonlyMap<string, Invoice>,
  facts: Facts,
): { line: ReminderLineFacts; debtor: string }[] {
  const keyOf = (line: ReminderLineFacts): string => invoices.get(line.key)?.debtorKey ?? customerKey;
  const paysForOthers = lines.some((line) => keyOf(line) !== customerKey);
  return lines.map((line) => ({ line, debtor: paysForOthers ? nameOf(facts, keyOf(line)) : '' }));
}

/** Whether a mail goes to the contact we know by name: the senior contact is another person. */
function isToBilling({ facts, edit }: Reminder, customer: Customer | undefined): boolean {
  const lower = (written: string): string[] => splitAddresses(written.toLowerCase());
  const seniors = lower(customer?.escalationEmail ?? '');
  const billing = lower(customer?.email ?? '');
  const to = edit ? lower(edit.to) : facts.to.map((address) => address.toLowerCase());
  return to.length === 0 || to.some((address) => billing.includes(address) || !seniors.includes(address));
}

/** Whom a posted letter is addressed to, as far as it is known: the firm, the person, the country where it is another. */
export function addresseeOf(customer: string, known: Customer | undefined, settings: Settings): string[] {
  const country = known?.country ?? '';
  const isAbroad = countryCode(country) !== countryCode(settings.country);
  const street = (known?.postalAddress ?? '').split(/\r?\n/);
  const isThere = street.some((line) => countryCode(line) === countryCode(country));
  const lines = [customer, known?.contact ?? '', ...street, isAbroad && !isThere ? country : ''];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** A text that tells the outcome of a dispute is mainly about the invoice that was disputed. */
function disputeLine(
  reminder: Reminder,
  { subject, body }: { subject: string; body: string },
  facts: Facts,
): string | undefined {
  const tellsOutcome = /\{\{[#^/]?\s*outcome\s*\}\}/.test(`${subject}\n${body}`);
  if (reminder.edit || !tellsOutcome) return undefined;
  return closedDispute(reminder, facts, reminder.facts.language)?.key;
}

/**
 * Money received on an invoice: only what the sheet calls paid, and what came at the bank; a credit, or a balance that is lower for
 * whatever reason, is none.
 */
function receivedOf({ amount, open, paid, payments, bank }: Invoice): number {
  const atBank = bank && bank.difference === 0 ? bank.inSheet - open : 0;
  if (amount === null || paid === null) return atBank;
  const credited = (payments ?? []).reduce((sum, one) => sum + (one.isCredit ? one.amount : 0), 0);
  return Math.min(paid, amount - open - atBank) - credited + atBank;
}

/** Invoices and credits as the lines of a whole account. @param disputedPart of an invoice, minor units */
export function linesOfAccount(
  invoices: readonly Invoice[],
  facts: Facts,
  disputedPart: (invoice: Invoice) => number,
): LetterLine[] {
  const agreed = newDates(facts);
  return invoices.map((invoice) => {
    const { key, currency, open, due, debtorKey } = invoice;
    const line = { key, invoice: invoice.invoice, currency, open, disputed: disputedPart(invoice), stage: null };
    return {
      ...letterLine({ ...line, due: due === null ? '' : isoOf(due) }, invoice, false, facts.asOf, agreed),
      ...(debtorKey === undefined ? {} : { debtor: nameOf(facts, debtorKey) }),
    };
  });
}

function letterLine(
  line: ReminderLineFacts,
  invoice: Invoice | undefined,
  lead: boolean,
  asOf: Day,
  agreed: (invoice: Invoice) => Day | null,
): LetterLine {
  const received = line.open > 0 && invoice ? receivedOf(invoice) : 0;
  const newDate = line.open > 0 && invoice ? agreed(invoice) : null;
  return {
    invoice: line.invoice,
    orderNumber: invoice?.orderNumber ?? '',
    due: dayFromIso(line.due),
    currency: line.currency,
    balance: line.open,
    role: lineRole(line, asOf),
    disputed: line.disputed,
    lead,
    ...(received > 0 ? { received } : {}),
    ...(newDate === null ? {} : { newDate }),
    paymentLink: invoice?.paymentLink ?? '',
    ...(invoice?.documents ? { documents: invoice.documents } : {}),
  };
}
