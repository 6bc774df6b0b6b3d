// A hint that fails stops no plan, no run and no check: it is told, and the rest stands.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showDataCheck } from '../../../src/usecases/data-check/data-check';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { showToday } from '../../../src/usecases/today/show-today';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, replaceInvoices } from '../../builders/our-firm';

/** From now on the engine gives up on the pattern for legal forms, as engines do on names they find too hard. */
function namesBecomeTooHard(): void {
  const match = String.prototype.match;
  vi.spyOn(String.prototype, 'match').mockImplementation(function (this: string, pattern: Parameters<typeof match>[0]) {
    if (String(pattern).includes('株式会社')) throw new RangeError('Maximum call stack size exceeded');
    return match.call(this, pattern);
  });
}

const ACME: InvoiceLine = { no: '1', customer: 'Acme', due: '2026-10-20', amount: 100 };

/** A live workbook with one overdue invoice, opened after looking for customers that look like one began to fail. */
function world(): FakeWorld {
  const made = liveAt('2026-11-04 09:00', [ACME]);
  namesBecomeTooHard();
  return made;
}

describe('a hint that fails', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('does not keep a plan from being made', () => {
    const made = world();
    replaceInvoices(made, [ACME, { ...ACME, no: '2', customer: 'Bolt' }]);
    expect(planDay(made.ports).message).toBe('1 new.');
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
    namesBecomeTooHard();
    const check = showDataCheck(made.ports);
    expect(check.sameCustomers).toEqual([]);
    expect(check.findings.map(({ code }) => code)).toEqual(['own-tabs', 'no-address', 'hint-failed']);
  });
});
