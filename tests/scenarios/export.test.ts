// The export for auditors through the bundle: what a row says, what is chosen, a tab of its own, texts that stay texts.
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/local/workbook/stored-cells';
import type { ExportRequest, ExportRow, ExportView } from '../../src/usecases/audit/view';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { Story } from './story';

const ANN = 'ann@ourfirm.example';
const EVIL = '=HYPERLINK("http://evil.example";"Acme")';

/** Two customers: one mailed after an edit and then paused, one paused, lifted in the tab, mailed later. */
const worked = ((): Story => {
  const story = new Story('2026-11-04 09:00', [
    { no: 'LR-1', customer: EVIL, due: '2026-11-01', amount: 1200, email: 'ap@acme.example' },
    { no: 'LR-2', customer: 'Beta Works', due: '2026-11-01', amount: 800 },
    { no: 'LR-3', customer: 'Beta Works', due: '2026-12-01', amount: 50 },
  ]).goLive();
  const { lines } = story.ask<ReviewView>('getReview');
  const first = lines.find(({ customer }) => customer === EVIL);
  story.ask('editReminder', first?.id, { to: 'cfo@acme.example', cc: '', subject: '+49 invoice', body: 'Please pay.' });
  story.user = 'bea@ourfirm.example';
  story.ask('holdCustomerUntil', 'beta works', '', '', 'Ask Tom');
  story.approveAll();
  story.user = ANN;
  story.send();
  story.at('2026-11-05 09:00');
  story.change('AR Holds', ({ Reason }) => Reason === 'Ask Tom', 'Until', '2026-11-04');
  story.morning();
  story.at('2026-11-06 09:00').ask('recordDispute', { customerKey: 'beta works', invoice: 'LR-2', reason: 'Damaged' });
  return story;
})();

const shown = (request: Partial<ExportRequest> = {}): ExportView => worked.ask<ExportView>('getExport', request);
const rowsOf = (request: Partial<ExportRequest> = {}): ExportRow[] => [...shown(request).latest].reverse();
const brief = (rows: readonly ExportRow[]): string[] =>
  rows.map(({ day, what, customer, by }) => `${day} ${what} ${customer} ${by}`);

describe('a row of the export', () => {
  it('tells of a contact to whom, what, and who approved, edited and sent it', () => {
    const [contact] = rowsOf().filter(({ what, customer }) => what === 'Contact' && customer === EVIL);
    expect(contact).toMatchObject({
      day: '2026-11-04',
      channel: 'Mail',
      to: 'cfo@acme.example',
      tone: 'friendly',
      invoices: 'LR-1',
      amounts: '1,200.00 EUR',
      subject: '+49 invoice',
      outcome: 'Sent',
      approvedBy: 'bea@ourfirm.example',
      approvedOn: '2026-11-04 09:00',
      editedBy: `${ANN} (2026-11-04)`,
      by: ANN,
    });
    expect(contact?.reference).toMatch(/^DS-/);
  });

  it('tells who set a pause, who lifted it where, and what was disputed, in the order in which it happened', () => {
    expect(brief(rowsOf({ customers: 'beta' }))).toEqual([
      '2026-11-04 Reminders paused Beta Works bea@ourfirm.example',
      '2026-11-05 Pause ended Beta Works Somebody in the tab AR Holds',
      `2026-11-05 Contact Beta Works ${ANN}`,
      `2026-11-06 Dispute recorded Beta Works ${ANN}`,
    ]);
  });

  it('tells of a mail that was taken back since when, by whom and why', () => {
    const story = worked.twin().at('2026-11-06 10:00');
    const contact = (reference: string): ExportRow | undefined =>
      story.ask<ExportView>('getExport', {}).latest.find((row) => row.reference === reference);
    const sent = story.records('AR Log').find(({ Event, Customer }) => Event === 'sent' && Customer === 'Beta Works');
    story.ask('voidReminder', sent?.['Reminder'], 'Wrong invoice');
    expect(contact(sent?.['Reminder'] ?? '')?.outcome).toBe(`Sent; taken back on 2026-11-06 by ${ANN}: Wrong invoice`);
  });
});

describe('what is exported', () => {
  it('is everything, unless customers, invoices or days are named', () => {
    expect(shown()).toMatchObject({ asOf: '2026-11-06', rows: 5, contacts: 2, customers: 2 });
    expect(shown({ customers: 'nobody' })).toMatchObject({ rows: 0, latest: [] });
    expect(shown({ from: '2026-11-05', to: '2026-11-05' })).toMatchObject({ rows: 2, contacts: 1 });
    expect(shown({ customers: 'acme; beta works' })).toMatchObject({ rows: 5 });
  });

  it('is of an invoice its contacts, its stops, and those over all of its customer', () => {
    expect(brief(rowsOf({ invoices: ' lr-2 ' }))).toEqual(brief(rowsOf({ customers: 'beta' })));
    expect(rowsOf({ invoices: 'LR-1' }).map(({ customer }) => customer)).toEqual([EVIL]);
    expect(rowsOf({ invoices: 'LR-3' })).toEqual([]);
  });

  it('is asked for again where a day is none or the period runs backwards', () => {
    expect(worked.answer('getExport', { from: '31.12.2026' })).toMatchObject({ ok: false, code: 'date-unreadable' });
    const backwards = worked.answer('getExport', { from: '2026-11-06', to: '2026-11-05' });
    expect(backwards).toMatchObject({ ok: false, code: 'period-backwards' });
  });
});

describe('the tab of an export', () => {
  it('is a new one each time, holds texts as texts, and leaves everything else as it was', () => {
    const story = worked.twin().at('2026-11-06 10:00');
    const others = JSON.stringify(story.world.spreadsheet.sheets.map(({ name }) => story.records(name)));
    const properties = JSON.stringify(story.world.documentProperties);
    expect(story.ask('writeAuditExport', {})).toEqual({
      changed: 5,
      message: '5 rows in the new tab "AR Export 2026-11-06".',
    });
    expect(story.ask('writeAuditExport', { customers: 'beta' })).toMatchObject({ changed: 4 });
    const names = story.world.spreadsheet.sheets.map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['AR Export 2026-11-06', 'AR Export 2026-11-06 (2)']);
    expect(story.records('AR Export 2026-11-06')).toHaveLength(5);
    const sheet = story.tab('AR Export 2026-11-06');
    const cells = [...sheet.cells.values()].flatMap((row) => [...row.values()]);
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(cells.map(({ value }) => plainText(value))).toContain(EVIL);
    expect(cells.map(({ value }) => plainText(value))).toContain('+49 invoice');
    expect(sheet.cells.get(1)?.get(0)?.value.kind).toBe('date');
    const kept = story.world.spreadsheet.sheets.slice(0, -2);
    expect(JSON.stringify(kept.map(({ name }) => story.records(name)))).toBe(others);
    expect(JSON.stringify(story.world.documentProperties)).toBe(properties);
  });

  it('is not made where there is nothing to export', () => {
    const story = worked.twin();
    const before = story.world.spreadsheet.sheets.length;
    expect(story.answer('writeAuditExport', { customers: 'nobody' })).toMatchObject({
      ok: false,
      code: 'nothing-open',
    });
    expect(story.world.spreadsheet.sheets).toHaveLength(before);
  });

  it('is never taken for a table of invoices, and the day goes on beside it', () => {
    const story = worked.twin().at('2026-11-06 10:00');
    story.ask('writeAuditExport', {});
    expect(story.ask<{ sheet: string }>('getSetup').sheet).toBe('Invoices');
    story.at('2026-11-09 09:00').morning();
    expect(story.ask<{ stops: unknown[] }>('getToday').stops).toEqual([]);
  });
});

describe('the CSV of an export', () => {
  it('has a header, a line a row, quotes where they are needed, and no text that a spreadsheet takes for a formula', () => {
    const lines = shown().csv.split('\r\n');
    expect(lines[0]).toBe(
      'Day,Time,What,Customer,Channel,To,Stage,Tone,Invoices,Amounts,Subject,Reference,Outcome,Approved by,Approved on,Edited by,By,Note,Entry in AR Log',
    );
    expect(lines).toHaveLength(7);
    const evil = lines.find((line) => line.includes('HYPERLINK'));
    expect(evil).toContain(`,"'=HYPERLINK(""http://evil.example"";""Acme"")",`);
    expect(evil).toContain(",'+49 invoice,");
  });
});

it('an export of a workbook without a log says so', () => {
  const answer = new Story('2026-11-04 09:00', []).answer('getExport', {});
  expect(answer).toMatchObject({ ok: false, code: 'no-log' });
});
