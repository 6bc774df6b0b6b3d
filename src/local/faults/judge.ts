// The verdict from outside: the outbox and the tabs as anybody could read them, never what the program remembers.
import type { World } from '../google-services/state';
import { INVOICE_SHEET } from './book';
import { outboxOf } from './outbox';
import type { Aftermath } from './person';
import { eventsOf, type Row, rowsOf, waitingOf } from './tabs';

/** What can go wrong. */
export const WRONGS = ['duplicate', 'lost', 'stuck', 'unwanted'] as const;
export type Wrong = (typeof WRONGS)[number];

/** Something that went wrong, in words. */
export interface Finding {
  wrong: Wrong;
  what: string;
}

/**
 * Judges a world in which a fault is over and everything asked was answered.
 *
 * Everybody whose invoice is open was to be mailed once, unless a tab says that he is not to be.
 *
 * @param takesRows whether somebody took rows out of AR Log
 */
export function judged(world: World, after: Aftermath, { takesRows = false } = {}): Finding[] {
  const gone = takesRows ? [] : gaps(world);
  return [...duplicates(world), ...losses(world), ...gone, ...standstills(world, after)];
}

/** Entries of AR Log that nobody took out: each number stands there once. */
function gaps(world: World): Finding[] {
  const numbers = eventsOf(world).map(({ Seq: seq }) => Number(seq));
  const there = new Set(numbers);
  const last = Math.max(0, ...numbers);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((seq) => !there.has(seq));
  const twice = numbers.filter((seq, index) => numbers.indexOf(seq) !== index);
  return [
    ...missing.map((seq): Finding => ({ wrong: 'lost', what: `entry ${seq} of AR Log is gone` })),
    ...twice.map((seq): Finding => ({ wrong: 'duplicate', what: `entry ${seq} of AR Log stands there twice` })),
  ];
}

/** The same reminder, or the same stage of the same invoice, twice. */
function duplicates(world: World): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { to, subject, reference } of outboxOf(world)) {
    const mail = `${to}: ${subject}`;
    if (seen.has(mail) || seen.has(reference)) findings.push({ wrong: 'duplicate', what: `${mail} (${reference})` });
    seen.add(mail).add(reference);
  }
  return findings;
}

/** What left and no event tells of; who is to be mailed, was not, and nothing waits for. */
function losses(world: World): Finding[] {
  const events = eventsOf(world);
  const completed = events.filter(({ Event: kind }) => kind === 'sent' || kind === 'skipped');
  const stopped = peopleToldNot(world);
  const waiting = new Set(waitingOf(world).map(({ Customer: name }) => name));
  const outbox = outboxOf(world);
  const findings: Finding[] = [];
  for (const { name, address } of customersOf(world)) {
    const left = outbox.some(({ to }) => to.includes(address));
    // Under another name in the sheet for a while, the same mailbox was written to all the same.
    const isTold = completed.some((event) => event['Customer'] === name || (event['To'] ?? '').includes(address));
    if (stopped.has(name)) continue;
    if (left && !isTold) findings.push({ wrong: 'lost', what: `${name}: left, and AR Log does not tell` });
    if (!left && !isTold && !waiting.has(name))
      findings.push({ wrong: 'lost', what: `${name}: never left, and nothing waits (${lastOf(events, name)})` });
  }
  return findings;
}

function lastOf(events: readonly Row[], name: string): string {
  const last = events.filter(({ Customer: customer }) => customer === name).at(-1);
  return last ? `last: ${last['Event']} ${last['Note'] ?? ''}`.trim() : 'no event';
}

/** What still waits or stops. */
function standstills(world: World, { isSettled, told, raw }: Aftermath): Finding[] {
  const waiting = waitingOf(world);
  const findings: Finding[] = raw.map((what) => ({ wrong: 'stuck', what }));
  if (isSettled) return findings;
  const states = [...new Set(waiting.map(({ State: state }) => state))].join(', ');
  const what = `${waiting.length} still wait (${states}); told: ${told.slice(-3).join(' / ')}`;
  return [...findings, { wrong: 'stuck', what }];
}

/** Customers with an invoice in the sheet that is open. */
function customersOf(world: World): { name: string; address: string }[] {
  return rowsOf(world, INVOICE_SHEET)
    .filter((row) => Number(row['Amount']) > Number(row['Paid']))
    .map((row) => ({ name: row['Customer'] ?? '', address: row['Email'] ?? '' }))
    .filter(({ name, address }) => name !== '' && address !== '');
}

/** Customers who are not to be mailed: marked, on hold. */
export function peopleToldNot(world: World): Set<string> {
  const marked = rowsOf(world, 'AR Customers').filter((row) => row['Do not contact'] === 'yes');
  const held = rowsOf(world, 'AR Holds').filter((row) => row['Customer'] !== '');
  return new Set([...marked, ...held].map((row) => row['Customer'] ?? ''));
}
