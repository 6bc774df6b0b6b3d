// A hint that fails stops no plan, no run and no check: it is told, and the rest stands.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showDataCheck } from '../../../src/usecases/data-check/data-check';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { showToday } from '../../../src/usecases/today/show-today';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, replaceInvoices } from '../../builders/our-firm';

const failing = vi.hoisted(() => ({ now: false }));

vi.mock('../../../src/receivables/same-customer', async (original) => {
  const real = await original<typeof import('../../../src/receivables/same-customer')>();
  const proposeSameCustomers: typeof real.proposeSameCustomers = (...given) => {
    if (failing.now) throw new RangeError('Maximum call stack size exceeded');
    return real.proposeSameCustomers(...given);
  };
  return { ...real, proposeSameCustomers };
});

const ACME: InvoiceLine = { no: '1', customer: 'Acme', due: '2026-10-20', amount: 100 };

/** A live workbook with one overdue invoice, opened after looking for customers that look like one began to fail. */
function world(): FakeWorld {
  const made = liveAt('2026-11-04 09:00', [ACME]);
  failing.now = true;
  return made;
}

describe('a hint that fails', () => {
  beforeEach(() => {
    failing.now = false;
  });

  it('does not keep a plan from being made', () => {
    const made = world();
    replaceInvoices(made, [ACME, { ...ACME, no: '2', customer: 'Bolt' }]);
    expect(planDay(made.ports).message).toBe('1 planned.');
    expect(records(made, 'AR Queue').map((row) => row['Customer'])).toEqual(['Acme', 'Bolt']);
  });

  it('does not keep the hourly run from planning and from writing that it ran', () => {
    const made = world();
    runHour(made.ports);
    expect(records(made, 'AR Queue').map((row) => row['Customer'])).toEqual(['Acme']);
    expect(showToday(made.ports).heartbeat).toMatchObject({ at: '2026-11-04 09:00:00', wrong: '' });
  });

  it('is told among the problems of Today', () => {
    const [problem] = showToday(world().ports).problems.first;
    expect(problem).toMatchObject({ sheet: 'AR Customers', code: 'hint-failed' });
    expect(problem?.message).toBe(
      'Customers that look like one could not be checked (Maximum call stack size exceeded). Plans and mails go on; look at it yourself until this works again.',
    );
  });

  it('is told by the data check, whose other findings stand', () => {
    const made = liveAt('2026-11-04 09:00', [{ ...ACME, email: '' }]);
    failing.now = true;
    const check = showDataCheck(made.ports);
    expect(check.sameCustomers).toEqual([]);
    expect(check.findings.map(({ code }) => code)).toEqual(['own-tabs', 'no-address', 'hint-failed']);
  });
});
