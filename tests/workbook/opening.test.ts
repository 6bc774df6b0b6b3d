// Opening a workbook for a change: which halts refuse it, and with which code.
import { describe, expect, it } from 'vitest';
import { NO_CHANGE, NO_REMINDER_CHANGE, openUnless } from '../../src/workbook/opening';
import { Refusal } from '../../src/workbook/refusal';
import { type FakeWorld, fakeWorld } from '../builders/fake-workbook';
import { type InvoiceLine, liveAt } from '../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 }];

const live = (): FakeWorld => liveAt('2026-11-04 09:00', LINES);

const damaged = (): FakeWorld => {
  const world = live();
  world.cells('AR Log').splice(2, 1);
  return world;
};

const without = (tab: string): FakeWorld => {
  const world = live();
  world.remove(tab);
  return world;
};

/** The code of the refusal; '' when it opens. */
function refusal(world: FakeWorld, codes: typeof NO_CHANGE): string {
  try {
    openUnless(world.ports, codes);
    return '';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('opening a workbook for a change', () => {
  it.each([
    ['a whole workbook', live, '', ''],
    ['one that was never set up', () => fakeWorld({ Invoices: [] }), 'not-set-up', 'not-set-up'],
    ['a copy', () => live().copy(), 'copied', 'copied'],
    ['a log that is not whole', damaged, 'log-mismatch', 'log-mismatch'],
    ['AR Queue gone: it says nothing about whom not to write to', () => without('AR Queue'), '', 'tab-missing'],
    ['AR Log gone: set up once, so not new', () => without('AR Log'), 'tab-missing', 'tab-missing'],
    ['AR Settings gone: set up once, so not new', () => without('AR Settings'), 'tab-missing', 'tab-missing'],
  ])('%s', (_, world, ofAny, ofReminders) => {
    expect(refusal(world(), NO_CHANGE)).toBe(ofAny);
    expect(refusal(world(), NO_REMINDER_CHANGE)).toBe(ofReminders);
  });

  it('finds a broken log although a tab is gone whose loss does not forbid the change', () => {
    const world = damaged();
    world.remove('AR Queue');
    expect(refusal(world, NO_CHANGE)).toBe('log-mismatch');
    expect(refusal(world, NO_REMINDER_CHANGE)).toBe('tab-missing');
  });

  it('is refused under nothing but what is named', () => {
    expect(refusal(damaged(), ['copied'])).toBe('');
    expect(refusal(live().copy(), ['copied'])).toBe('copied');
  });
});
