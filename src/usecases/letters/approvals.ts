// An approval and what it is bound to: the mail as it was, before its figures are filled in.

import { type ApprovedContent, contentOf } from '../../dunning/approval/approved-content';
import type { EventFacts, NewEvent, ReminderEdit, ReminderFacts } from '../../dunning/history/events';
import { splitAddresses } from '../../dunning/mail/address';
import { isFirm } from '../../dunning/policy/tones';
import type { WorkbookSession } from '../../workbook/session';
import { TEMPLATES_TAB } from '../../workbook/tab-specs';
import { paymentDetails } from '../../workbook/tabs/settings/payment-settings';
import { readTemplates, type TemplateIndex, templateIndex } from '../../workbook/tabs/templates';

/** A reminder as far as its content goes. */
interface Waiting {
  facts: ReminderFacts;
  edit: ReminderEdit | null;
}

/** What a mail would be now, before its figures are filled in. */
export function contentNow(ws: WorkbookSession, { facts, edit }: Waiting, templates: TemplateIndex): ApprovedContent {
  const { company, senderName, signature, replyTo, blindCopy, sendAs, colour, logo, ...settings } = ws.settings();
  const { lateCharges, lateLaw, lateRates } = settings;
  const { sender } = ws.state;
  const text = templates.find(facts.template, facts.language);
  const words = [edit?.subject || (text?.subject ?? ''), edit?.body || (text?.body ?? '')];
  // Without instructions, too: those that are put in later were not approved.
  const payment = facts.lines.map(({ currency }) => [currency, facts.payTo ?? paymentDetails(settings, currency)]);
  return contentOf({
    // A claim that was switched on since was not approved.
    text: lateCharges && isFirm(facts.tone) ? [...words, JSON.stringify([lateCharges, lateLaw, lateRates])] : words,
    to: edit ? splitAddresses(edit.to) : facts.to,
    cc: edit ? splitAddresses(edit.cc) : facts.cc,
    bcc: blindCopy,
    // Documents are compared one by one: of fewer invoices fewer come along.
    attached: (facts.attach ?? []).filter((one) => one !== 'documents'),
    signature: [company, senderName, signature],
    replyTo,
    look: colour + logo,
    payment: Object.fromEntries(payment),
    // Who approved a shared address approved no other, and the other way round.
    from: sender === '' || sendAs === '' ? sender : `${sender} as ${sendAs}`,
  });
}

/**
 * Events with their approvals bound to what was approved: a mail that differs from it when it is to leave goes back to
 * review.
 * @param events in the order in which they are going to be written
 */
export function bound(ws: WorkbookSession, events: readonly NewEvent[]): NewEvent[] {
  if (!events.some(({ kind }) => kind === 'approved')) return [...events];
  const templates = templateIndex(readTemplates(ws.tabs.needTable(TEMPLATES_TAB)));
  const fresh = new Map<string, EventFacts>();
  return events.map((event) => {
    const { kind, reminder: id, facts } = event;
    if (id !== '') fresh.set(id, { ...fresh.get(id), ...facts });
    if (kind !== 'approved') return event;
    const known = ws.log.history.reminders.get(id);
    const reminder = fresh.get(id)?.reminder ?? known?.facts;
    if (!reminder) return event;
    const edit = fresh.get(id)?.edit ?? known?.edit ?? null;
    // What was approved before and is only tried again stays bound to what the person saw.
    const before = known?.state === 'failed' || known?.state === 'unconfirmed' ? known.content : null;
    return { ...event, facts: { ...facts, content: before ?? contentNow(ws, { facts: reminder, edit }, templates) } };
  });
}
