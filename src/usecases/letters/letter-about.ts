// What a letter or a call sheet may say beside the invoices: promise, discount, payments, earlier contacts, terms.

import { discountEnd } from '../../dunning/decision/anchored-steps';
import type { Facts } from '../../dunning/decision/facts';
import { type PromiseStanding, promiseStandings, receivedOn, saidTogether } from '../../dunning/decision/promises';
import type { Contact } from '../../dunning/history/history';
import type { Reminder } from '../../dunning/history/reminder';
import type { LetterAbout } from '../../dunning/letter/letter';
import { DEADLINE_DAYS, REPLY_DAYS } from '../../dunning/letter/letter-values';
import { type LetterWords, wordsOf } from '../../dunning/letter/letter-words';
import { type Channel, isReadByCustomer } from '../../dunning/policy/channels';
import { asksForNothing } from '../../dunning/policy/purposes';
import { answerBy } from '../../dunning/reminder/following-stage';
import { lateChargesOf } from '../../dunning/reminder/late-charges';
import { earlierReminders } from '../../dunning/reminder/reminder-dates';
import { paymentsOf } from '../../receivables/dated-payments';
import { type Day, dayFromIso } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { addTo, NO_CURRENCY, type Totals, toMinor } from '../../receivables/money';
import { parseTerms } from '../../receivables/terms/parse-terms';
import type { Settings } from '../../workbook/tabs/settings/settings';
import { contactLine, promiseLine } from './contact-lines';
import { closedDispute } from './letter-dispute';

/** So many contacts and promises are listed at most, the latest ones. */
const MOST_LINES = 8;
/** "Received lately" reaches back so many days where the customer was never contacted. */
const LATELY_DAYS = 30;

/**
 * What is known about a reminder's customer and occasion.
 * @param reminder whom and what it is about
 * @param facts the facts of the day
 * @param mainKey the invoice the mail is mainly about
 */
export function aboutOf(reminder: Reminder, facts: Facts, settings: Settings, mainKey: string): LetterAbout {
  const { customerKey: key, anchor, channel, language, lines } = reminder.facts;
  const words = wordsOf(language);
  const plannedOn = dayFromIso(reminder.plannedOn);
  const own = facts.invoices.filter(({ customerKey }) => customerKey === key);
  const known = facts.customers.get(key);
  const last = facts.history.lastContact.get(key);
  const contacts = facts.history.contacts.get(key) ?? [];
  const listed = new Set(lines.map((line) => line.key));
  const terms = distinct(own.filter((invoice) => listed.has(invoice.key)).map((invoice) => invoice.terms));
  const standings = ofCustomer(facts, key);
  const subject = anchor === 'promise' ? standings.find(({ id }) => id === reminder.facts.subject) : undefined;
  const together = subject ? saidTogether(subject, standings) : [];
  // Only a word about a promise speaks of one; a mail about other invoices asks for its own sum.
  const isNoted = asksForNothing(reminder.edit?.text || reminder.facts.template);
  const promised = subject ?? (isNoted ? standings.filter(({ state }) => state === 'open').pop() : undefined);
  const main = own.find((invoice) => invoice.key === mainKey);
  const lateCharges = lateChargesOf(reminder.facts, facts, {
    say: settings.lateCharges,
    regime: settings.lateLaw,
    rates: settings.lateRates,
  });
  const { days: reminders = [], unanswered = false } = main ? earlierReminders(facts, main) : {};
  const received = subject ? cameInOn(together, facts.asOf) : receivedSince(own, last?.on ?? null, facts.asOf);
  return {
    replyBy: answerBy(facts, reminder.facts, REPLY_DAYS),
    deadline: answerBy(facts, reminder.facts, DEADLINE_DAYS),
    nextStep: settings.nextStep,
    releaseTerms: settings.releaseTerms,
    ...(last ? { lastContact: last.on } : {}),
    ...(plannedOn === null ? {} : { plannedOn }),
    owner: known?.owner ?? '',
    phone: known?.phone ?? '',
    seniorContact: known?.escalationEmail ?? '',
    notes: known?.notes ?? '',
    portal: known?.portal ?? '',
    terms: terms.join(', '),
    ...(words ? { history: historyOf(contacts, channel, words) } : {}),
    ...(words ? { promises: promisesOf(standings, words) } : {}),
    ...instalmentsOf(standings),
    ...(promised ? promiseOf(promised, subject ? together : saidTogether(promised, standings)) : {}),
    reminders,
    unanswered,
    ...(lateCharges ? { lateCharges } : {}),
    ...disputeOf(reminder, facts),
    ...(received ? { received } : {}),
    ...(anchor === 'discount' && words ? discountOf(own, reminder.facts.subject, words) : {}),
  };
}

function ofCustomer(facts: Facts, key: string): PromiseStanding[] {
  if (facts.promises.length === 0) return [];
  return promiseStandings(facts).filter((standing) => standing.customerKey === key);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
}

/** To the customer only what reached them; for our own people everything. */
function historyOf(contacts: readonly Contact[], channel: Channel, words: LetterWords): string[] {
  const isInternal = !isReadByCustomer(channel);
  const shown = contacts.filter(({ reached }) => isInternal || reached);
  return shown
    .slice(-MOST_LINES)
    .map((contact) => contactLine(isInternal ? contact : { ...contact, outcome: '' }, words));
}

function promisesOf(standings: readonly PromiseStanding[], words: LetterWords): string[] {
  return standings
    .filter(({ state }) => state !== 'cancelled')
    .slice(-MOST_LINES)
    .map((standing) => promiseLine(standing, words));
}

/** The promise as it was made: of several for one day the sum, where all have an amount in one currency. */
function promiseOf(
  { promise: { promisedOn }, protectedTo }: PromiseStanding,
  together: readonly PromiseStanding[],
): Pick<LetterAbout, 'promise'> {
  const totals: Totals = {};
  let isWhole = true;
  for (const { promise, covered } of together) {
    const currency = promise.currency || (covered[0]?.currency ?? NO_CURRENCY);
    if (promise.amount === null) isWhole = false;
    else addTo(totals, currency, toMinor(promise.amount, currency));
  }
  const sums = Object.entries(totals);
  const [currency = NO_CURRENCY, sum = 0] = sums[0] ?? [];
  return { promise: { day: promisedOn ?? protectedTo, amount: isWhole && sums.length === 1 ? sum : null, currency } };
}

/** What is still to come of a plan. */
function instalmentsOf(standings: readonly PromiseStanding[]): Pick<LetterAbout, 'instalments'> {
  const open = standings.filter(({ promise, state }) => promise.plan !== '' && state === 'open');
  if (open.length === 0) return {};
  const instalments = open.map(({ promise: { promisedOn, amount, currency }, covered, protectedTo }) => {
    const code = currency || (covered[0]?.currency ?? NO_CURRENCY);
    return { day: promisedOn ?? protectedTo, amount: amount === null ? null : toMinor(amount, code), currency: code };
  });
  return { instalments: instalments.sort((a, b) => a.day - b.day) };
}

function disputeOf(reminder: Reminder, facts: Facts): Pick<LetterAbout, 'outcome' | 'dueKept' | 'newDue'> {
  const closed = closedDispute(reminder, facts, reminder.facts.language);
  if (!closed) return {};
  const { outcome, dueKept, newDue } = closed;
  return { outcome, dueKept, ...(newDue === null ? {} : { newDue }) };
}

/** What came in on promises, and the last day something did, where that is known. */
function cameInOn(together: readonly PromiseStanding[], asOf: Day): LetterAbout['received'] | null {
  const totals = receivedOn(together);
  if (Object.keys(totals).length === 0) return null;
  const payments = together.flatMap(({ covered }) => covered.flatMap((invoice) => paymentsOf(invoice, asOf)));
  return { totals, on: lastOf(payments.map(({ on }) => on)) };
}

/** What came in since the last contact, by the dates in the invoice sheet. */
function receivedSince(own: readonly Invoice[], since: Day | null, asOf: Day): LetterAbout['received'] | null {
  const from = since ?? asOf - LATELY_DAYS;
  const payments = own.flatMap((invoice) => paymentsOf(invoice, asOf)).filter(({ on }) => on >= from);
  const totals: Totals = {};
  for (const { currency, amount } of payments) addTo(totals, currency, amount);
  if (payments.length === 0) return null;
  // Several payments have no one day.
  const days = new Set(payments.map(({ on }) => on));
  return { totals, on: days.size === 1 ? (payments[0]?.on ?? null) : null };
}

function lastOf(days: readonly Day[]): Day | null {
  return days.length > 0 ? Math.max(...days) : null;
}

/** @example { discount: { text: '2 % (96.00 EUR)', until: ... } } */
function discountOf(own: readonly Invoice[], key: string, words: LetterWords): Pick<LetterAbout, 'discount'> {
  const invoice = own.find((one) => one.key === key);
  const until = invoice ? discountEnd(invoice) : null;
  const terms = invoice ? parseTerms(invoice.terms) : null;
  if (!invoice || until === null || !terms || 'problem' in terms || terms.discountRate === null) return {};
  const percent = String(Number((terms.discountRate * 100).toFixed(4)));
  const rate = percent.replace('.', words.marks.decimal);
  const amount = words.money(Math.round(invoice.open * terms.discountRate), invoice.currency);
  return { discount: { text: `${rate} % (${amount})`, until } };
}
