// Payments around a step: what is counted on which day, against which forecast, and that nothing is shown of few contacts.
import { describe, expect, it } from 'vitest';
import {
  AROUND,
  chasedByDay,
  ENOUGH_CONTACTS,
  eventStudies,
  type StepContact,
} from '../../../src/receivables/forecast/event-study';
import { invoiceRow, on } from '../invoice-rows';

const ASKED = on('2026-05-20');
const AS_OF = on('2026-06-30');
const FROZEN = on('2026-04-30');
const TOLERANCE = 0.05;

/** What was paid before the first step: each 20 days after due. */
const past = Array.from({ length: 60 }, (_, at) => {
  const due = FROZEN - 21 - at * 3;
  return invoiceRow({ row: 1000 + at, customer: `Past ${at % 6}`, issued: due - 30, due, paidOn: due + 20 });
});
/** A hundred customers that are asked on one day for an invoice that was due ten days before; paid so many days after the step. */
const asked = (paidAfter: number | null, number = ENOUGH_CONTACTS): { rows: typeof past; contacts: StepContact[] } => {
  const rows = Array.from({ length: number }, (_, at) =>
    invoiceRow({
      ...{ row: at + 2, customer: `C${at}`, issued: ASKED - 40, due: ASKED - 10 },
      paidOn: paidAfter === null ? null : ASKED + paidAfter,
    }),
  );
  const contacts = rows.map(({ row, customerKey }) => ({ step: 'Friendly', on: ASKED, customerKey, rows: [row] }));
  return { rows: [...past, ...rows], contacts };
};
const known = { asOf: AS_OF, frozen: FROZEN, tolerance: TOLERANCE };

describe('payments around a step', () => {
  it('stand on the day they came, the forecast beside them, learned from before the first step', () => {
    const { rows, contacts } = asked(2);
    const [study] = eventStudies(rows, contacts, known);
    expect(study).toMatchObject({ step: 'Friendly', contacts: 100, young: 0 });
    expect(study?.days).toHaveLength(2 * AROUND + 1);
    expect(study?.days.filter(({ paid }) => paid > 0)).toEqual([
      { offset: 2, paid: 100, expected: expect.closeTo(0, 6) },
    ]);
    // Such invoices were always paid 20 days after due, ten days after this step, whatever came of it.
    const most = study?.days.reduce((a, b) => ((b.expected ?? 0) > (a.expected ?? 0) ? b : a));
    expect(most?.offset).toBe(10);
    const sum = study?.days.filter(({ offset }) => offset > 0).reduce((all, { expected }) => all + (expected ?? 0), 0);
    expect(sum).toBeGreaterThan(90);
    expect(sum).toBeLessThanOrEqual(100.001);
  });

  it('say the same forecast whatever was paid after the first step', () => {
    const line = (paidAfter: number | null): unknown => {
      const { rows, contacts } = asked(paidAfter);
      return eventStudies(rows, contacts, known)[0]?.days.map(({ expected }) => expected?.toFixed(9));
    };
    expect(line(3)).toEqual(line(null));
  });

  it('are not drawn below a hundred contacts, nor before their days are over', () => {
    const { rows, contacts } = asked(2, ENOUGH_CONTACTS - 1);
    expect(eventStudies(rows, contacts, known)).toEqual([{ step: 'Friendly', contacts: 99, young: 0, days: [] }]);
    const early = { ...known, asOf: ASKED + AROUND - 1 };
    expect(eventStudies(rows, contacts, early)).toEqual([{ step: 'Friendly', contacts: 0, young: 99, days: [] }]);
  });

  it('have no line where nothing was paid before', () => {
    const { rows, contacts } = asked(2);
    const [study] = eventStudies(rows.slice(past.length), contacts, known);
    expect(study?.days.every(({ expected }) => expected === null)).toBe(true);
  });
});

describe('what was chased by day', () => {
  it('counts an invoice once a day, what is paid since, and what came back', () => {
    const { rows, contacts } = asked(2, 3);
    const twice = [...contacts, ...contacts.slice(0, 1)];
    expect(chasedByDay(rows, twice, [ASKED, ASKED + 1], known)).toEqual([
      { day: ASKED + 1, chased: 0, paidSince: 0, bounced: 1 },
      { day: ASKED, chased: 3, paidSince: 3, bounced: 1 },
    ]);
    expect(chasedByDay(rows, contacts, [], { ...known, asOf: ASKED + 1 })[0]?.paidSince).toBe(0);
  });
});
