// Where customers are told to pay and to answer, and what two people approve, as a person confirmed it: a change stops sending
// until somebody confirms it.

import { digest } from '../dunning/history/digest';
import { type NewEvent, workbookEvent } from '../dunning/history/events';
import { compact } from '../receivables/cash/iban';
import { type Day, dayFromIso } from '../receivables/day';
import type { SendingHalt } from './halt';
import type { InvoiceTable } from './invoices';
import type { WorkbookSession } from './session';
import { ANSWER_FORM } from './tabs/settings/answer-settings';
import { PAYMENT_PREFIXES } from './tabs/settings/payment-settings';
import { GRAVE, SECOND_APPROVAL, SECOND_FOR } from './tabs/settings/people-settings';

/** Name under which the sites that links lead to are confirmed. */
const LINKS = 'Payment links';

/** What stands for a second approval that is not asked for. */
const NONE = 'none';

/** So many sites are remembered: a property holds 9 KB. */
const MOST_SITES = 50;

/** Something that is not as it was confirmed. */
export interface ChangedDetail {
  /** The setting, or "Payment links". */
  name: string;
  value: string;
  /** Last letters or digits, by which a person tells one account from another. */
  ending: string;
  /** Who changed it; '' where it was typed into a cell. */
  by: string;
}

/**
 * Notes as confirmed what stands there for the first time: everything when a workbook goes live, later what had no value.
 * A first value takes the place of none that customers know.
 */
export function noteFirstDetails(ws: WorkbookSession): void {
  const known = ws.state.details ?? {};
  const first = Object.entries(detailsIn(ws)).filter(
    ([name, value]) => value.trim() !== '' && known[name] === undefined && !isBesideAnother(name, known),
  );
  ws.state.details = { ...known, ...Object.fromEntries(first.map(([name, value]) => [name, short(value)])) };
}

/**
 * Whether a first value names an account although customers know one of that currency by another setting: an IBAN beside
 * instructions, or the other way round, leads money elsewhere as any change does.
 */
function isBesideAnother(name: string, known: Readonly<Record<string, string>>): boolean {
  const { iban, instructions } = PAYMENT_PREFIXES;
  return (
    (name.startsWith(iban) && known[instructions + name.slice(iban.length)] !== undefined) ||
    (name.startsWith(instructions) && known[iban + name.slice(instructions.length)] !== undefined)
  );
}

/** Whether a setting tells customers where to pay. */
export function isPayment(name: string): boolean {
  return Object.values(PAYMENT_PREFIXES).some((prefix) => name.startsWith(prefix));
}

/** The settings that tell a customer where to pay and to answer, and those about a second approval, by name. */
function detailsIn(ws: WorkbookSession): Record<string, string> {
  const { replyTo, answerForm, bankDetails, accountHolders, ibans, bics, secondFor, secondFrom } = ws.settings();
  const payment = Object.entries({ instructions: bankDetails, holder: accountHolders, iban: ibans, bic: bics }).flatMap(
    ([part, told]) =>
      Object.entries(told).map(([currency, value]) => [
        `${PAYMENT_PREFIXES[part as keyof typeof PAYMENT_PREFIXES]}${currency}`,
        value,
      ]),
  );
  const second = Object.entries(secondFrom).map(([currency, from]) => [
    `${SECOND_APPROVAL} from: ${currency}`,
    `${from}`,
  ]);
  const kinds = secondFor ? { [SECOND_FOR.name]: GRAVE } : {};
  return {
    ...Object.fromEntries([...payment, ...second]),
    ...kinds,
    'Reply-to': replyTo,
    [ANSWER_FORM.name]: answerForm,
  };
}

/** A second approval that was asked for and is no longer; an emptied text of another setting misleads nobody. */
function takenAway(
  details: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): [string, string][] {
  const gone = Object.keys(details).filter((name) => name.startsWith(SECOND_APPROVAL) && now[name] === undefined);
  return gone.map((name) => [name, NONE]);
}

function short(value: string): string {
  return digest(value.trim()).slice(0, 8);
}

/**
 * What is not as it was confirmed. What was emptied misleads nobody and is left out, but for a second approval; so is a first value; before the
 * workbook was ever live nothing is asked.
 */
export function changedDetails(ws: WorkbookSession): ChangedDetail[] {
  const { details, newSites } = ws.state;
  if (details === null) return [];
  const now = detailsIn(ws);
  const settings = [...Object.entries(now), ...takenAway(details, now)]
    .filter(
      ([name, value]) =>
        value.trim() !== '' &&
        (details[name] === undefined ? isBesideAnother(name, details) : details[name] !== short(value)),
    )
    .map(([name, value]) => ({ name, value, ending: endingOf(value), by: changerOf(ws, name, value) }));
  const sites = newSites.map((site) => ({ name: LINKS, value: site, ending: endingOf(site), by: '' }));
  return [...settings, ...sites];
}

/** The last four letters or digits. @example endingOf('IBAN DE02 1203 0000 0000 2020 51') // '2051' */
export function endingOf(value: string): string {
  return value
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(-4)
    .toUpperCase();
}

function latest<T extends NewEvent>(events: readonly T[], is: (event: T) => boolean): T | undefined {
  for (let at = events.length - 1; at >= 0; at -= 1) {
    const event = events[at];
    if (event && is(event)) return event;
  }
  return undefined;
}

/** Who saved a setting as it is now, in the sidebar; '' where nobody did. */
function changerOf({ log }: WorkbookSession, name: string, value: string): string {
  const saved = latest(log.decisions, ({ kind, facts }) => kind === 'setting-changed' && facts.code === name);
  return saved?.facts.digest === short(value) ? saved.actor : '';
}

/** What an event about a change of a setting carries where a change of it has to be confirmed. @param value as it stands in the cell */
export function detailFacts(name: string, value: string): NewEvent['facts'] {
  if (name.startsWith(SECOND_APPROVAL)) return { code: name, digest: short(value || NONE) };
  const isNumber = name.startsWith(PAYMENT_PREFIXES.iban) || name.startsWith(PAYMENT_PREFIXES.bic);
  const isTold = name === 'Reply-to' || name === ANSWER_FORM.name || isPayment(name);
  return isTold ? { code: name, digest: short(isNumber ? compact(value) : value) } : {};
}

/** Events about changes that are not noted yet. @param actor who or what found them */
export function detailEvents(ws: WorkbookSession, actor: string): NewEvent[] {
  return changedDetails(ws).flatMap(({ name, value, ending, by }) => {
    const seal = short(value);
    const isAbout = ({ kind, facts }: NewEvent): boolean =>
      kind.startsWith('details-') && facts.code === name && facts.digest === seal;
    const known = latest(ws.log.decisions, isAbout);
    if (known?.kind === 'details-changed') return [];
    const note = `${name} now: ends in ${ending}${by ? `, changed by ${by}` : ', typed into a cell'}.`;
    return [workbookEvent('details-changed', by || actor, note, { code: name, digest: seal })];
  });
}

/** Counts a change as confirmed. */
export function confirmDetail(ws: WorkbookSession, { name, value }: ChangedDetail): NewEvent {
  const { state } = ws;
  if (name === LINKS) {
    state.newSites = state.newSites.filter((site) => site !== value);
    state.sites = [...state.sites, value].slice(-MOST_SITES);
  } else state.details = { ...state.details, [name]: short(value) };
  const note = `${name}, ending in ${endingOf(value)}, confirmed.`;
  return workbookEvent('details-confirmed', ws.ports.session.user(), note, { code: name, digest: short(value) });
}

/** Notes sites that links of open invoices, to pay or to documents, lead to and that nobody confirmed. The first links of all are taken. */
export function noteSites(ws: WorkbookSession, { invoices }: InvoiceTable): void {
  const { state } = ws;
  const open = invoices
    .filter(({ open: left, paymentLink, documents }) => left > 0 && (paymentLink !== '' || documents))
    .flatMap(({ paymentLink, documents }) => [paymentLink, ...Object.values(documents ?? {})].map(siteOf));
  const found = [...new Set(open)].filter((site) => site !== '').slice(0, MOST_SITES);
  const { sites } = state;
  // Like the settings: before the first time live nothing is asked, and a turn in Preview confirms nothing.
  if (state.details === null || sites.length === 0) state.sites = found;
  state.newSites = found.filter((site) => !state.sites.includes(site));
}

/** The site a link leads to, without the part in front that may differ by customer. @example siteOf('https://a.pay.example/x') // 'pay.example' */
export function siteOf(link: string): string {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(link.trim())?.[1]?.toLowerCase() ?? '';
  const isShared = /(^|\.)(com?|org|net|gov|ac|edu)\.[a-z]{2}$/.test(host);
  return host
    .split('.')
    .slice(isShared ? -3 : -2)
    .join('.');
}

/** Whether the person at work confirms a change by typing its end, by a click, or not at all (a sentence). */
export function mayConfirm(ws: WorkbookSession, { by, name }: ChangedDetail): { typed: boolean } | { refused: string } {
  const you = ws.ports.session.user();
  const { sender } = ws.state;
  if (by !== '' && by !== you) return { typed: false };
  // Where two people approve there is another one to ask.
  const isOwnRule = by === you && name.startsWith(SECOND_APPROVAL);
  if (you === sender && !isOwnRule) return { typed: true };
  const who = by === you ? 'somebody else' : sender;
  return { refused: `Only ${who} can confirm this.` };
}

/** So many days after a change mails do not say that the bank details are what they always were. */
const NEW_FOR = 365;

/** Whether another account, holder or instruction was confirmed lately. */
export function hasNewAccount({ log }: WorkbookSession, today: Day): boolean {
  const changed = latest(
    log.decisions,
    ({ kind, facts }) => kind === 'details-confirmed' && isPayment(facts.code ?? ''),
  );
  return changed !== undefined && today - (dayFromIso(changed.at.slice(0, 10)) ?? today) < NEW_FOR;
}

/** The halt while something is not as it was confirmed. */
export function detailsHalt(ws: WorkbookSession): SendingHalt | null {
  const [changed] = changedDetails(ws);
  if (!changed) return null;
  const { name, ending, by } = changed;
  const may = mayConfirm(ws, changed);
  const isAccount = isPayment(name);
  const what =
    name === LINKS
      ? `Links in your mails lead to a site nobody confirmed: ${changed.value}.`
      : `${name} was changed${by ? ` by ${by}` : ' in a cell of AR Settings'}${isAccount ? ` and ends in ${ending}` : `: ${changed.value}`}.`;
  const check = name.startsWith(SECOND_APPROVAL) ? 'Ask who wanted it' : 'Check it against your own papers';
  const how = 'refused' in may ? may.refused : `${check}, then confirm it.`;
  const label = 'Confirm';
  const typed = `Last four letters or digits of ${name === LINKS ? 'the site' : name}`;
  return {
    code: 'details-changed',
    message: `${what} Nothing is sent until it is confirmed. ${how}`,
    actions: 'refused' in may ? [] : [{ label, call: 'confirmDetails', ...(may.typed ? { typed } : {}) }],
  };
}
