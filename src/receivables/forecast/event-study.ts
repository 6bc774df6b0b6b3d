// Payments around a step: how many invoices were paid on each day from 14 before to 14 after it, against the forecast. It claims no cause.
import { addUnder } from '../cash/grouped';
import type { Day } from '../day';
import type { InvoiceRow } from '../invoice';
import type { PaymentCurve } from './payment-curve';
import { learnHabits } from './payment-habits';
import { type RowRecord, recordsOn } from './payment-record';

/** So many days on either side are looked at. */
export const AROUND = 14;
/** With fewer contacts a picture shows chance. */
export const ENOUGH_CONTACTS = 100;

/** A step that was carried out: on which day, at whom, about which rows. */
export interface StepContact {
  step: string;
  on: Day;
  customerKey: string;
  rows: readonly number[];
}

/** A day around the step. */
export interface StudyDay {
  /** Days from the step, negative before it. */
  offset: number;
  paid: number;
  /** What the forecast says of the same invoices; null where nothing was paid before the first step here. */
  expected: number | null;
}

/** The study of one step. */
export interface EventStudy {
  step: string;
  /** Contacts whose 14 days have passed, and those whose days have not. */
  contacts: number;
  young: number;
  /** Empty below 100 contacts. */
  days: StudyDay[];
}

/**
 * Payments per day around each step. Looked at are the customer's invoices that were open 15 days before the contact and due no later than
 * what it asked for. Up to the day of the contact the forecast is made 15 days before it, afterwards on that day of what was still open. It
 * is learned from what was paid before the first step that was carried out here, so that later payments do not teach it.
 * @param rows the invoice table as it reads today
 * @param frozen the last day before the first step
 * @returns the steps with the most contacts first
 * @example eventStudies(rows, contacts, { asOf, frozen, tolerance: 0.05 })[0]?.days.length // 29
 */
export function eventStudies(
  rows: readonly InvoiceRow[],
  contacts: readonly StepContact[],
  { asOf, frozen, tolerance }: { asOf: Day; frozen: Day; tolerance: number },
): EventStudy[] {
  const records = recordsOn(rows, asOf, tolerance);
  const byCustomer = new Map<string, RowRecord[]>();
  for (const record of records) addUnder(byCustomer, record.customerKey, record);
  const habits = learnHabits(recordsOn(rows, frozen, tolerance), frozen);
  const curves = new Map<string, PaymentCurve | null>();
  const curveOf = (key: string): PaymentCurve | null => {
    const known = curves.get(key) ?? habits?.curveOf(key) ?? null;
    curves.set(key, known);
    return known;
  };
  const steps = new Map<string, StepContact[]>();
  for (const contact of contacts) addUnder(steps, contact.step, contact);
  const studies = [...steps].map(([step, all]): EventStudy => {
    const whole = all.filter(({ on }) => on + AROUND <= asOf);
    const known = { step, contacts: whole.length, young: all.length - whole.length };
    if (whole.length < ENOUGH_CONTACTS) return { ...known, days: [] };
    const days = Array.from(
      { length: 2 * AROUND + 1 },
      (_, at): StudyDay => ({
        ...{ offset: at - AROUND, paid: 0, expected: habits ? 0 : null },
      }),
    );
    for (const contact of whole) count(contact, byCustomer.get(contact.customerKey) ?? [], curveOf, days);
    return { ...known, days };
  });
  return studies.sort((a, b) => b.contacts - a.contacts || (a.step < b.step ? -1 : 1));
}

function count(
  { on, customerKey, rows }: StepContact,
  theirs: readonly RowRecord[],
  curveOf: (key: string) => PaymentCurve | null,
  days: readonly StudyDay[],
): void {
  const before = on - AROUND - 1;
  const asked = new Set(rows);
  const latest = Math.max(...theirs.filter(({ row }) => asked.has(row)).map(({ due }) => due));
  for (const { issued, due, paidOn } of theirs) {
    if (due > latest || issued > before || (paidOn !== null && paidOn <= before)) continue;
    const curve = curveOf(customerKey);
    const [early, late] = [curve?.outlook(due, before), curve?.outlook(due, on)];
    for (const day of days) {
      const date = on + day.offset;
      if (paidOn === date) day.paid += 1;
      const isAfter = day.offset > 0;
      const outlook = isAfter ? late : early;
      // What was paid by the day of the contact is not waited for after it.
      if (day.expected === null || !outlook || (isAfter && paidOn !== null && paidOn <= on)) continue;
      day.expected += outlook.paidBy(date) - outlook.paidBy(date - 1);
    }
  }
}

/** A day on which somebody was contacted. */
export interface ChasedDay {
  day: Day;
  /** Invoices that were asked for, and how many of these are paid by now. */
  chased: number;
  paidSince: number;
  bounced: number;
}

/**
 * What became of what was asked for, by the day of asking; an invoice that was asked for twice on a day counts once.
 * @param bounces days on which a mail came back
 * @example chasedByDay(rows, contacts, [], { asOf, tolerance: 0.05 })[0]?.paidSince
 */
export function chasedByDay(
  rows: readonly InvoiceRow[],
  contacts: readonly StepContact[],
  bounces: readonly Day[],
  { asOf, tolerance }: { asOf: Day; tolerance: number },
): ChasedDay[] {
  const paid = new Map(recordsOn(rows, asOf, tolerance).map(({ row, paidOn }) => [row, paidOn]));
  const asked = new Map<Day, Set<number>>();
  for (const day of bounces) asked.set(day, new Set());
  for (const { on, rows: own } of contacts) {
    const known = asked.get(on) ?? new Set();
    asked.set(on, known);
    for (const row of own) known.add(row);
  }
  return [...asked]
    .map(([day, own]): ChasedDay => {
      const paidSince = [...own].filter((row) => (paid.get(row) ?? Number.NEGATIVE_INFINITY) >= day).length;
      return { day, chased: own.size, paidSince, bounced: bounces.filter((one) => one === day).length };
    })
    .sort((a, b) => b.day - a.day);
}
