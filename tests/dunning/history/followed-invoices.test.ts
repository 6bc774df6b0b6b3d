// What was done and noted about an invoice goes with it when it stands under another name or number.
import { describe, expect, it } from 'vitest';
import { customerEvent } from '../../../src/dunning/history/events';
import { invoicesNoted, marksFollowed } from '../../../src/dunning/history/followed-invoices';
import type { InvoiceTrace } from '../../../src/dunning/history/moved-invoices';
import { Desk, decisionOf, type FactsChange, type InvoiceText, said } from '../../builders/dunning-facts';

const LINE: InvoiceText = { no: '1', due: '2026-11-02', open: 500 };
const ZEBRA: InvoiceText = { ...LINE, customer: 'Zebra' };
const TIMELY: FactsChange = { segment: 'Timely' };
const ME = 'ann@ourfirm.example';
const acme = { key: 'acme', name: 'Acme' };
const zebra = { key: 'zebra', name: 'Zebra' };

const followed = (to: typeof acme, moved: [string, string][], before: string[] = []) =>
  marksFollowed(before.length > 0 ? 'moved' : 'renumbered', to, before, moved, ME, 'It moved.');

describe('an invoice under another number', () => {
  it('stays handed over, and can be taken back under the new one', () => {
    const desk = new Desk();
    desk.append('2026-11-16', [customerEvent('handed-over', acme, ME, '', { keys: ['acme|1'] })]);
    desk.append('2026-11-17', followed(acme, [['acme|1', 'acme|F-1']]));
    const now = { ...LINE, no: 'F-1' };
    expect(said(desk.facts('2026-11-20', [now], TIMELY), 'F-1')).toBe('not-chased handed-over');
    desk.append('2026-11-20', [customerEvent('taken-back', acme, ME, '', { keys: ['acme|F-1'] })]);
    expect(said(desk.facts('2026-11-20', [now], TIMELY), 'F-1')).toBe('remind stage-due');
  });

  it('goes on at the stage after the one it has been through', () => {
    const desk = new Desk();
    desk.plan('2026-11-16', [LINE], TIMELY);
    desk.carryOut('2026-11-16');
    const now = { ...LINE, no: 'F-1' };
    desk.append('2026-11-17', followed(acme, [['acme|1', 'acme|F-1']]));
    expect(desk.history.completed.get('acme|F-1')).toHaveLength(1);
    expect(desk.history.completed.has('acme|1')).toBe(false);
    expect([...desk.history.firstDue.keys()]).toEqual(['acme|F-1']);
    const stageOf = (from: Desk): number =>
      decisionOf(from.facts('2026-12-18', [now], TIMELY), 'F-1').stage?.stage ?? 0;
    expect(stageOf(desk)).toBe(stageOf(new Desk()) + 1);
  });
});

describe('an invoice that came from another customer', () => {
  it('brings the gap since the last contact, the reply and the round of reminders', () => {
    const desk = new Desk();
    desk.plan('2026-11-16', [LINE], TIMELY);
    desk.carryOut('2026-11-16');
    desk.append('2026-11-16', [customerEvent('replied', acme, ME, '')]);
    desk.append('2026-11-17', followed(zebra, [['acme|1', 'zebra|1']], ['acme']));
    const { history } = desk;
    expect(history.lastContact.get('zebra')).toEqual(history.lastContact.get('acme'));
    expect(history.firstContact.get('zebra')).toBe(history.firstContact.get('acme'));
    expect([...(history.episodes.get('zebra')?.keys ?? [])]).toEqual(['zebra|1']);
    expect(history.cameFrom.get('zebra|1')).toBe('acme');
    expect(said(desk.facts('2026-11-18', [ZEBRA], TIMELY))).toBe('blocked replied');
  });
});

describe('a mail of which nobody knows whether it left', () => {
  const lost = (): Desk => {
    const desk = new Desk();
    desk.plan('2026-11-16', [LINE], TIMELY);
    desk.act('2026-11-16', 'approved');
    desk.act('2026-11-16', 'sending');
    return desk;
  };

  it('follows a number: found in Sent, its stage is done under the new one', () => {
    const desk = lost();
    desk.append('2026-11-17', followed(acme, [['acme|1', 'acme|F-1']]));
    desk.act('2026-11-17', 'unconfirmed');
    desk.act('2026-11-17', 'sent');
    expect(desk.history.completed.get('acme|F-1')).toHaveLength(1);
    expect(desk.history.completed.has('acme|1')).toBe(false);
  });

  it('holds up the customer who has the invoice now, and once found begins their gap too', () => {
    const desk = lost();
    desk.append('2026-11-17', followed(zebra, [['acme|1', 'zebra|1']], ['acme']));
    desk.act('2026-11-17', 'unconfirmed');
    const other: InvoiceText = { ...ZEBRA, no: '2' };
    expect(said(desk.facts('2026-11-18', [ZEBRA, other], TIMELY), '2')).toBe('blocked unconfirmed');
    desk.act('2026-11-18', 'sent');
    expect(said(desk.facts('2026-11-18', [ZEBRA, other], TIMELY), '2')).toBe('wait gap');
    expect(said(desk.facts('2026-11-18', [ZEBRA], TIMELY), '1')).toMatch(/^wait/);
  });
});

describe('what invoices are found again by', () => {
  it('comes back from the log as it was noted, under the key of today', () => {
    const trace: InvoiceTrace = {
      ...{ key: 'acme|1', customerKey: 'acme', invoice: '1', issued: null, due: 20_000, amount: null, currency: 'EUR' },
    };
    const desk = new Desk();
    desk.append('2026-11-16', invoicesNoted([trace, { ...trace, key: 'acme|1~x', amount: 7 }], ME));
    expect([...desk.history.traces.values()]).toEqual([trace, { ...trace, key: 'acme|1~x', amount: 7 }]);
  });
});
