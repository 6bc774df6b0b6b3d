// The check of an installation and leaving, through the built bundle over the local services.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeColumns } from '../../src/local/google-services/typed-columns';
import { putCell } from '../../src/local/workbook/stored-cells';
import { digestOf } from '../../src/local/world-copy';
import type { Finding, InstallationView, LeavingView } from '../../src/usecases/installation/view';
import type { SetupChoice } from '../../src/usecases/setup/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ChangeResult } from '../../src/usecases/waiting/change-result';
import { Story, type StoryInvoice } from './story';

const LATE: StoryInvoice[] = [
  { no: 'L1', customer: 'Late GmbH', due: '2026-10-26', amount: 1200 },
  { no: 'L2', customer: 'Also Late', due: '2026-10-27', amount: 800 },
];

const live = (): Story => new Story('2026-11-06 09:30', LATE).goLive();

function found(story: Story, name: string): Finding | undefined {
  return story.ask<InstallationView>('checkInstallation').findings.find((one) => one.name === name);
}

describe('the check of an installation', () => {
  it('is answered by the local services, and leaves everything as it was', () => {
    const story = live();
    story.ask('setAutomatic', true);
    story.at('2026-11-06 10:30').hour();
    const before = digestOf(story.world);
    const { findings } = story.ask<InstallationView>('checkInstallation');
    expect(findings.map(({ name, grade }) => `${name}: ${grade}`)).toEqual([
      'This workbook: ok',
      'Permissions: ok',
      'Hourly run: ok',
      'Lock: ok',
      'Memory: ok',
      'Texts in cells: ok',
      'Names of cells: ok',
      'Speed: ok',
      'Tables: ok',
      'Gmail: ok',
      'Sender address: not here',
      'Size: ok',
    ]);
    expect(findings.find(({ name }) => name === 'Speed')?.says).toMatch(/takes \d+ ms \(\d+(, \d+){9}\)/);
    expect(digestOf(story.world)).toBe(before);
  });

  it('knows the size of the script that runs', () => {
    const bytes = statSync(join(import.meta.dirname, '../../dist/Code.js')).size;
    expect(found(live(), 'Size')?.says).toContain(`${Math.round(bytes / 1024)} KB`);
  });

  it('is answered in a workbook that is not set up, and stays on the tab the person is on', () => {
    const story = new Story('2026-11-06 09:30', LATE);
    const before = story.world.spreadsheet.activeSheetId;
    expect(found(story, 'Hourly run')?.grade).toBe('not here');
    expect(story.world.spreadsheet.activeSheetId).toBe(before);
    expect(story.world.spreadsheet.sheets.map(({ name }) => name)).toEqual(['Invoices']);
  });

  it('names typed columns of our tabs', () => {
    const story = live();
    typeColumns(story.tab('AR Promises'), 'pass', ['Amount', 'State']);
    expect(found(story, 'Tables')).toMatchObject({
      grade: 'look',
      says: expect.stringContaining('AR Promises: Amount, State'),
    });
  });

  it('names a permission that a person did not give', () => {
    const story = live();
    story.world.missingScopes = { [story.user]: ['https://www.googleapis.com/auth/gmail.send'] };
    expect(found(story, 'Permissions')?.grade).toBe('look');
  });

  it('removes what an earlier check left behind when it was cut off, and leaves a tab of that name that is a person’s', () => {
    const story = live();
    let calls = 0;
    story.killedBefore(
      (method) => {
        calls += method === 'Sheet.appendRow' ? 1 : 0;
        return calls > 0;
      },
      () => story.answer('checkInstallation'),
    );
    const names = (): string[] => story.world.spreadsheet.sheets.map(({ name }) => name);
    story.ask('checkInstallation');
    expect(names()).not.toContain('Duesheet check');
    story.world.spreadsheet.sheets.push({ ...story.tab('Invoices'), id: 77, name: 'Duesheet check', cells: new Map() });
    putCell(story.tab('Duesheet check'), 0, 0, { value: { kind: 'text', value: 'My own list' } });
    expect(found(story, 'Speed')?.says).toContain('There is a tab "Duesheet check" with something in it.');
    expect(story.records('Duesheet check')).toEqual([]);
    expect(names()).toContain('Duesheet check');
  });

  it('sends one mail to oneself when asked, and none otherwise', async () => {
    const story = live();
    story.ask('checkInstallation');
    expect(await story.allMails()).toEqual([]);
    story.ask('mailMyself');
    expect((await story.allMails()).map(({ to }) => to)).toEqual([['ann@ourfirm.example']]);
  });
});

describe('leaving', () => {
  it('stops everything; the tabs stay, and Today says how to go on', async () => {
    const story = live();
    story.ask('setAutomatic', true);
    expect(story.approveAll()).toHaveLength(2);
    expect(story.ask<LeavingView>('getLeaving').goes.join(' ')).toContain('2 approved mails stay unsent');
    const tabs = story.world.spreadsheet.sheets.map(({ name }) => name);
    expect(story.ask<ChangeResult>('leaveWorkbook').message).toContain('has left this workbook');
    expect(story.world.triggers).toEqual([]);
    expect(story.world.documentProperties).toEqual({});
    expect(story.world.spreadsheet.sheets.map(({ name }) => name)).toEqual(tabs);
    expect(story.records('AR Log').pop()).toMatchObject({ Event: 'left', Actor: 'ann@ourfirm.example' });
    story.live('2026-11-06', '2026-11-10');
    const { stops } = story.ask<TodayView>('getToday');
    expect(stops.map(({ code }) => code)).toEqual(['copied']);
    expect(stops[0]?.message).toContain('Duesheet was taken off this workbook');
    expect(story.answer('sendNext')).toMatchObject({ ok: true, value: { sent: 0 } });
    expect(await story.allMails()).toEqual([]);
  });

  it('is undone by Move here: in Preview, what was approved can still be sent once', async () => {
    const story = live();
    story.approveAll();
    story.ask('leaveWorkbook');
    expect(story.answer('applySetup', choice(story))).toMatchObject({ ok: false, code: 'copied' });
    story.ask('moveHere');
    expect(story.ask<TodayView>('getToday').switches).toEqual({ live: false, automatic: false });
    story.setUp();
    story.ask('becomeSender');
    story.paymentsIn().ask('setLive', true);
    story.approveAll();
    expect(story.send().sent).toBe(2);
    expect(story.at('2026-11-07 09:30').hour().ask<TodayView>('getToday').stops).toEqual([]);
    expect(await story.mails()).toHaveLength(2);
  });

  it('leaves the run of a colleague in place, which then sends nothing and can be removed by them alone', async () => {
    const story = live();
    story.ask('setAutomatic', true);
    story.approveAll();
    // The schedule of the one who sent before stays when another person takes over.
    story.user = 'bo@ourfirm.example';
    expect(story.answer('leaveWorkbook')).toMatchObject({ ok: false, code: 'not-sender' });
    story.ask('becomeSender');
    expect(story.ask<LeavingView>('getLeaving').stays.pop()).toContain('only they can remove it');
    story.ask('leaveWorkbook');
    expect(story.world.triggers).toHaveLength(1);
    story.user = 'ann@ourfirm.example';
    story.live('2026-11-06', '2026-11-09');
    expect(await story.mails()).toEqual([]);
    expect(story.world.documentProperties).toEqual({});
    expect(story.ask<LeavingView>('getLeaving').can).toBe('own-run');
    story.ask('leaveWorkbook');
    expect(story.world.triggers).toEqual([]);
    expect(story.answer('leaveWorkbook')).toMatchObject({ ok: false, code: 'not-set-up' });
  });

  it('killed at any call sends nothing afterwards, and leaving once more ends it', async () => {
    const start = live();
    start.ask('setAutomatic', true);
    start.approveAll();
    const calls = callsOf(start);
    expect(calls).toBeGreaterThan(8);
    for (let at = 1; at <= calls; at += 1) {
      const story = start.twin();
      let count = 0;
      const isKilled = story.isKilled(
        () => {
          count += 1;
          return count === at;
        },
        () => story.answer('leaveWorkbook'),
      );
      expect(isKilled, `call ${at}`).toBe(true);
      const isBegun = !story.ask<TodayView>('getToday').switches.live;
      if (isBegun) story.at('2026-11-06 10:30').hour();
      if (isBegun) expect(await story.mails(), `call ${at}`).toEqual([]);
      story.answer('leaveWorkbook');
      expect(story.world.documentProperties, `call ${at}`).toEqual({});
      expect(story.world.triggers, `call ${at}`).toEqual([]);
    }
  });
});

function callsOf(start: Story): number {
  const story = start.twin();
  let count = 0;
  story.isKilled(
    () => {
      count += 1;
      return false;
    },
    () => story.ask('leaveWorkbook'),
  );
  return count;
}

function choice(story: Story): SetupChoice {
  const columns = { customer: 'Customer', due: 'Due date', amount: 'Amount', invoice: 'Invoice' };
  return { sheet: 'Invoices', headerRow: 1, columns, company: 'Our Firm Ltd', senderName: 'Ann', replyTo: story.user };
}
