// Going live: overdue customers by age with a choice for each, what people bring along, a dry run, and the beginning itself.

import type { Facts } from '../../dunning/decision/facts';
import { type AgeBand, ageBands, type BandChoice } from '../../dunning/going-live/age-bands';
import { type Beginning, onboardingEvents } from '../../dunning/going-live/going-live-events';
import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import { isoOf } from '../../receivables/day';
import { isOwed } from '../../receivables/invoice-status';
import { formatTotals } from '../../receivables/money';
import { haltsPlanning, workbookHalts } from '../../workbook/halts';
import { howToPayMissing, waitingCurrencies } from '../../workbook/how-to-pay';
import { NO_CHANGE, type Opened, openForShowing, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { planAgain } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';
import { dryRun } from './dry-run';
import type { BandChoiceName, BandView, GoingLiveChoices, GoingLiveView } from './view';
import { chasedColumns, freeHeaders, lawyerList } from './what-is-brought';

const NOTHING_CHOSEN: GoingLiveChoices = { bands: {}, withLawyer: '', chasedOn: '', lastStage: '' };

/** So many cells that could not be read are named. */
const UNREAD_SHOWN = 20;

/**
 * The page for going live, with the dry run as if these choices were made.
 * @param choices null for what is proposed
 */
export function showGoingLive(ports: Ports, choices: GoingLiveChoices | null): GoingLiveView {
  const opened = openForShowing(ports);
  const { ws, gathered, book, day } = opened;
  const chosen = choices ?? NOTHING_CHOSEN;
  const read = readChoices(opened, chosen);
  const events = onboardingEvents(gathered.facts, read.beginning, '');
  const { newCustomersPerDay, ladder } = ws.settings();
  const run = dryRun(gathered.facts, events, ws.settings().mailsPerDay, ws.state.live);
  const missing = howToPayMissing(
    ws.settings(),
    gathered.facts.invoices.filter(isOwed).map(({ currency }) => currency),
  );
  return {
    asOf: isoOf(day),
    live: ws.state.live,
    obstacles: obstacles(ws).map(({ message }) => message),
    bands: bandViews(gathered.facts, read),
    headers: freeHeaders(book),
    ladder,
    newCustomersPerDay: newCustomersPerDay === null ? '' : String(newCustomersPerDay),
    lawyer: { matched: read.lawyer.matched, unmatched: read.lawyer.unmatched },
    imported: {
      invoices: read.beginning.chased.size,
      unread: read.unread.slice(0, UNREAD_SHOWN),
      unreadCount: read.unread.length,
      sheet: book.sheet.name,
    },
    toWrite: customersOf(events),
    dryRun: { ...run, notes: missing === '' ? run.notes : [...run.notes, missing] },
  };
}

interface ReadChoices {
  beginning: Beginning;
  lawyer: ReturnType<typeof lawyerList>;
  unread: { row: number; text: string }[];
}

function readChoices({ gathered, book, day }: Opened, choices: GoingLiveChoices): ReadChoices {
  const bands = new Map<string, BandChoice>();
  for (const { age } of ageBands(gathered.facts)) {
    const named = choices.bands[age.label];
    bands.set(age.label, named ? choiceNamed(named) : age.proposed);
  }
  const lawyer = lawyerList(choices.withLawyer, gathered);
  const { chased, unread } = chasedColumns(book, gathered.facts.invoices, day, choices);
  return { beginning: { bands, handedOver: lawyer.keys, chased }, lawyer, unread };
}

/** @throws Refusal `choice-unknown` */
function choiceNamed(name: BandChoiceName): BandChoice {
  if (name === 'begin' || name === 'ask-first' || name === 'handed-over') return { kind: name };
  if (name === 'friendly' || name === 'personal' || name === 'firm') return { kind: 'treat-as-stage', tone: name };
  throw new Refusal('choice-unknown', `"${String(name)}" is none of the choices for the beginning.`);
}

function nameOf(choice: BandChoice): BandChoiceName {
  return choice.kind === 'treat-as-stage' ? choice.tone : choice.kind;
}

function bandViews(facts: Facts, { beginning }: ReadChoices): BandView[] {
  const given = new Set(beginning.handedOver);
  const left = { ...facts, invoices: facts.invoices.filter(({ key }) => !given.has(key)) };
  return ageBands(left).map(({ age, customers, invoices, totals }: AgeBand) => ({
    label: age.label,
    customers: customers.length,
    invoices,
    amounts: customers.length === 0 ? '' : formatTotals(totals),
    settled: customers.filter(({ isSettled }) => isSettled).length,
    choice: nameOf(beginning.bands.get(age.label) ?? age.proposed),
    proposed: nameOf(age.proposed),
  }));
}

function customersOf(events: readonly NewEvent[]): number {
  return new Set(events.map(({ facts }) => facts.customerKey)).size;
}

/** Stops that keep the work from beginning. That another person sends is none: their schedule goes on. */
function obstacles(ws: WorkbookSession): { code: string; message: string }[] {
  const { sender, live } = ws.state;
  if (live) return [];
  const stops = workbookHalts(ws, ws.ports.clock.now().day).filter(({ code }) => code !== 'not-sender');
  const nobody =
    sender === ''
      ? [{ code: 'no-sender', message: 'Nobody has taken over the sending yet: press "I will send" under Today.' }]
      : [];
  return [...nobody, ...stops];
}

/** Writes the choices down and plans anew. A second time writes nothing more. */
export function applyGoingLive(ports: Ports, choices: GoingLiveChoices): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const opened = openForShowing(ports, ws);
    const { beginning, lawyer } = readChoices(opened, choices);
    const events = onboardingEvents(opened.gathered.facts, beginning, ports.session.user());
    const lost = lawyer.unmatched.length === 0 ? '' : ` Not found: ${lawyer.unmatched.join('; ')}.`;
    if (events.length === 0) return { changed: 0, message: `All of this is saved already.${lost}` };
    ws.log.append(events);
    const planned = planAgain(ws);
    ws.save();
    return { changed: customersOf(events), message: `${toldOf(events)}${lost} ${planned}` };
  });
}

function toldOf(events: readonly NewEvent[]): string {
  const count = (kind: NewEvent['kind']): number => customersOf(events.filter((event) => event.kind === kind));
  const parts: [number, one: string, more: string][] = [
    [count('onboarded'), 'begins where your last reminder left off', 'begin where your last reminder left off'],
    [
      count('ask-first'),
      'is asked first whether the old balance is right',
      'are asked first whether the old balance is right',
    ],
    [count('handed-over'), 'is left alone as handed over', 'are left alone as handed over'],
  ];
  const told = parts
    .filter(([number]) => number > 0)
    .map(([number, one, more]) => (number === 1 ? `1 customer ${one}` : `${number} customers ${more}`));
  return `${told.join(', ')}.`;
}

/**
 * The workbook becomes live: approved mails leave from now on, but on this day nobody is written to for the first time.
 * @throws Refusal with what stands in the way
 */
export function goLive(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    if (ws.state.live) return { changed: 0, message: 'The workbook is live already.' };
    const obstacle = obstacles(ws)[0] ?? workbookHalts(ws, ports.clock.now().day).find(haltsPlanning);
    if (obstacle) throw Refusal.of(obstacle);
    const note = 'Live: approved reminders go out from now on; first contacts begin on the next business day.';
    ws.log.append([workbookEvent('live', ports.session.user(), note, { code: 'onboarding' })]);
    ws.state.live = true;
    // Asked before the plan: first contacts wait for another day.
    const missing = howToPayMissing(ws.settings(), waitingCurrencies(ws));
    const planned = planAgain(ws);
    ws.save();
    return { changed: 1, message: `${note} ${planned} ${missing}`.trim() };
  });
}
