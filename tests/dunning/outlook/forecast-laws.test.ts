// Laws of the forecast: it changes nothing, begins with today's decision, keeps the gap, adds up, and skips nobody who would be contacted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import type { Facts } from '../../../src/dunning/decision/facts';
import type { ReminderFacts } from '../../../src/dunning/history/events';
import { forecast } from '../../../src/dunning/outlook/forecast';
import type { ForecastContact } from '../../../src/dunning/outlook/rehearsal';
import { defaultPolicy } from '../../../src/dunning/policy/default-policy';
import { businessDaysBetween, isBusinessDay, isoOf } from '../../../src/receivables/day';
import {
  customer,
  Desk,
  day,
  dispute,
  type FactsChange,
  hold,
  type InvoiceText,
  promise,
} from '../../builders/dunning-facts';
import { runs } from '../../builders/property-runs';

const TODAY = '2026-11-20';
const NAMES = ['Acme', 'Beta', 'Gamma', 'Delta'];
const SEGMENTS = ['New', 'Timely', 'Timely large', 'Delinquent SMB', 'Doubtful SMB', 'Doubtful large'];

const book: fc.Arbitrary<InvoiceText[]> = fc
  .array(
    fc.record({
      customer: fc.constantFrom(...NAMES),
      due: fc.integer({ min: -30, max: 90 }).map((late) => isoOf(day(TODAY) - late)),
      open: fc.integer({ min: -20_000, max: 900_000 }).map((cents) => cents / 100),
      currency: fc.constantFrom('EUR', 'GBP'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((lines) => lines.map((line, at) => ({ ...line, no: `${at}` })));

const key = fc.constantFrom(...NAMES.map((name) => name.toLowerCase()));
const later = fc.integer({ min: -5, max: 25 }).map((days) => isoOf(day(TODAY) + days));

/** Most who pay do so around the due date; who has not for long may not at all. */
const HABITS: NonNullable<Facts['habits']> = {
  paidBy: ({ due }, on) => (due === null ? null : Math.max(0, 0.8 - Math.abs(on - due) / 10)),
  lateRisk: ({ due }, on) => (due === null ? null : Math.min(1, Math.max(0, (on - due) / 30))),
};

const change: fc.Arbitrary<FactsChange> = fc.record({
  segment: fc.constantFrom(...SEGMENTS),
  settings: fc.record({
    newCustomersPerDay: fc.constantFrom(null, 1, 2),
    minimums: fc.constantFrom<Record<string, number>>({}, { EUR: 500 }),
    holidays: fc.constant(new Set([day('2026-12-08')])),
    quiet: fc.constant(new Set([day('2026-11-30'), day('2026-12-01')])),
    nextStep: fc.constantFrom('collection', ''),
    nearPayment: fc.constantFrom<NonNullable<Facts['settings']['nearPayment']>>('never', 'friendly too'),
    earlierForRisk: fc.constantFrom(0, 4),
  }),
  habits: fc.constantFrom(undefined, HABITS),
  customers: fc.array(
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.constantFrom({ email: '' }, { phone: '' }, { escalationEmail: 'no address' }, { owner: '' }),
      )
      .map(([name, lacking]) => customer(name, lacking)),
    { maxLength: 3 },
  ),
  checkTemplate: fc
    .constantFrom('', ...new Set(defaultPolicy().map(({ template }) => template)))
    .map(
      (missing) => (text: string) =>
        text === missing ? { code: 'no-template', message: `There is no text "${text}".` } : null,
    ),
  holds: fc.array(
    fc.tuple(key, later).map(([customerKey, until]) => hold({ customerKey, until: day(until) })),
    { maxLength: 1 },
  ),
  promises: fc.array(
    fc
      .tuple(key, later, fc.constantFrom('', '0', '1'))
      .map(([customerKey, on, invoice]) => promise(on, { customerKey, invoice })),
    { maxLength: 1 },
  ),
  disputes: fc.array(
    fc
      .tuple(fc.constantFrom('0', '1'), fc.constantFrom(null, TODAY))
      .map(([no, resolved]) => dispute(no, { resolved: resolved === null ? null : day(resolved) })),
    { maxLength: 1 },
  ),
});

/** Facts of today after a week in which some of what was planned was done. */
const facts: fc.Arbitrary<Facts> = fc
  .record({ lines: book, given: change, worked: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }) })
  .map(({ lines, given, worked }) => {
    const desk = new Desk();
    worked.forEach((works, at) => {
      const on = isoOf(day('2026-11-13') + (at === 0 ? 0 : at + 2));
      desk.plan(on, lines, given);
      if (works)
        for (const waiting of [...desk.history.waiting.values()].slice(0, 2)) {
          if (waiting.state === 'planned') desk.carryOut(on, 'answered', waiting.facts.customerKey);
        }
    });
    return desk.facts(TODAY, lines, given);
  });

const mailsPerDay = fc.constantFrom(null, 1, 3);
const DAYS = 40;

function snapshot({ checkTemplate, habits, ...rest }: Facts): unknown {
  return structuredClone(rest);
}

function asLine({ customerKey, channel, tone }: Pick<ReminderFacts, 'customerKey' | 'channel' | 'tone'>): string {
  return `${customerKey} ${channel} ${tone}`;
}

/** The same days played the long way: every customer decided anew on every day, written down in a log of its own. */
function longWay(given: Facts, count: number): { told: string[]; fixes: string[] } {
  const desk = new Desk();
  Object.assign(desk.history, structuredClone(given.history));
  const told: string[] = [];
  const fixes = new Set<string>();
  const closed = new Set([...given.settings.holidays, ...given.settings.quiet]);
  for (let on = given.asOf; on < given.asOf + count; on += 1) {
    if (!isBusinessDay(on, closed)) continue;
    const invoices = given.invoices.map((one) => ({ ...one, daysPastDue: one.due === null ? null : on - one.due }));
    const today = { ...given, asOf: on, invoices, history: desk.history };
    desk.planned(today);
    // What waits over a Friday, say, does not go on it.
    const proposed = new Set(decide(today).proposals.map(({ customerKey }) => customerKey));
    for (const {
      state,
      facts: { customerKey },
    } of [...desk.history.waiting.values()]) {
      if (state === 'needs-fix') fixes.add(customerKey);
      if (state === 'planned' && proposed.has(customerKey))
        told.push(`${on} ${asLine(desk.carryOut(isoOf(on), 'answered', customerKey))}`);
    }
  }
  return { told, fixes: [...fixes] };
}

describe('a forecast', () => {
  it('changes none of the facts it is given', () => {
    fc.assert(
      fc.property(facts, mailsPerDay, (given, cap) => {
        const before = snapshot(given);
        forecast(given, DAYS, { mailsPerDay: cap });
        expect(snapshot(given)).toEqual(before);
      }),
      { numRuns: runs(15, 50) },
    );
  });

  it('begins with what is decided today', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const today = decide(given)
          .proposals.filter(({ fix }) => fix === '')
          .map(asLine);
        expect(forecast(given, 1, { mailsPerDay: null }).contacts.map(asLine).sort()).toEqual(today.sort());
      }),
      { numRuns: runs(30, 100) },
    );
  });

  it('tells of the same contacts as deciding about everybody on every day', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { contacts, fixes } = forecast(given, DAYS, { mailsPerDay: null });
        const all = longWay(given, DAYS);
        expect(contacts.map((one) => `${one.day} ${asLine(one)}`).sort()).toEqual(all.told.sort());
        expect(fixes.map(({ customerKey }) => customerKey).sort()).toEqual(all.fixes.sort());
      }),
      { numRuns: runs(20, 400) },
    );
  });

  it('contacts nobody inside the gap', () => {
    fc.assert(
      fc.property(facts, mailsPerDay, (given, cap) => {
        const gaps = new Map(given.policy.map(({ segment, minimumGap }) => [segment, minimumGap]));
        const last = new Map<string, number>();
        for (const contact of forecast(given, DAYS, { mailsPerDay: cap }).contacts) {
          if (contact.channel === 'task' || contact.stage.includes(': month')) continue;
          const before = last.get(contact.customerKey) ?? given.history.lastContact.get(contact.customerKey)?.on;
          const gap = contact.stage.includes(': promise') ? 2 : gapOf(gaps, contact);
          if (before !== undefined) expect(contact.day - before).toBeGreaterThanOrEqual(gap);
          last.set(contact.customerKey, contact.day);
        }
      }),
      { numRuns: runs(30, 100) },
    );
  });

  it('adds up: days, contacts and caps agree', () => {
    fc.assert(
      fc.property(facts, mailsPerDay, (given, cap) => {
        const { days, contacts, busiest, crowded } = forecast(given, DAYS, { mailsPerDay: cap });
        for (const { day: on, mails, calls, whatsapp, tasks, customers } of days) {
          const own = contacts.filter((one) => one.day === on);
          expect(mails + calls + whatsapp + tasks).toBe(own.length);
          expect(customers).toBe(new Set(own.map(({ customerKey }) => customerKey)).size);
          if (cap !== null) expect(mails).toBeLessThanOrEqual(cap);
          const fresh = own.filter(({ isFirst, channel }) => isFirst && channel !== 'task').length;
          const most = given.settings.newCustomersPerDay ?? Number.POSITIVE_INFINITY;
          // Three times as many from the sixth business day after the very first contact on.
          const begun = [...given.history.firstContact.values(), ...contacts.map((one) => one.day)];
          const isLater = businessDaysBetween(Math.min(...begun) - 1, on, given.settings.holidays) > 5;
          expect(fresh).toBeLessThanOrEqual(isLater ? 3 * most : most);
        }
        expect(days.reduce((sum, { customers }) => sum + customers, 0)).toBe(contacts.length);
        for (const { days: on } of crowded) {
          expect(on.length).toBeLessThanOrEqual(busiest?.days.length ?? 0);
          expect((on[on.length - 1] ?? 0) - (on[0] ?? 0)).toBeLessThan(7);
        }
      }),
      { numRuns: runs(30, 100) },
    );
  });
});

function gapOf(gaps: ReadonlyMap<string, number>, { stage }: ForecastContact): number {
  return Math.max(1, gaps.get(stage.replace(/ \d+ \(.*$/, '')) ?? 0);
}
