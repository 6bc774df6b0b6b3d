// Two zones: cells are wall clocks of the spreadsheet's zone, JavaScript's Date answers in the script's.
import { describe, expect, it } from 'vitest';
import { NOON, run } from './apps-script';

const apart = { sheetZone: 'Asia/Tokyo', scriptZone: 'America/New_York' };

describe('sheet in Tokyo, script in New York', () => {
  it('reads a date cell as the instant of midnight in Tokyo, the day before in New York', () => {
    const body =
      "const d = cell('A1').setValue('2026-03-01').getValue(); return [d.toISOString(), d.getDate(), d.getHours(), cell('A1').getDisplayValue()];";
    expect(run(body, apart)).toEqual(['2026-02-28T15:00:00.000Z', 28, 10, '2026-03-01']);
  });
  it('writes a Date as the wall clock of Tokyo', () => {
    expect(run("return cell('A1').setValue(new Date(2026, 1, 28, 10)).getDisplayValue();", apart)).toBe('3/1/2026');
  });
  it('shows the day of Tokyo through formatDate with the sheet zone', () => {
    const body =
      "cell('A1').setValue('2026-03-01'); return Utilities.formatDate(cell('A1').getValue(), ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd');";
    expect(run(body, apart)).toBe('2026-03-01');
  });
  it('works the other way round', () => {
    const body =
      "const d = cell('A1').setValue('2026-03-01').getValue(); return [d.toISOString(), d.getDate(), d.getHours()];";
    expect(run(body, { sheetZone: 'America/New_York', scriptZone: 'Asia/Tokyo' })).toEqual([
      '2026-03-01T05:00:00.000Z',
      1,
      14,
    ]);
  });
});

describe('days of clock changes', () => {
  it('keeps dates at midnight in Berlin on both days', () => {
    const body =
      "return ['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'].map((t) => cell('A1').setValue(t).getValue().toISOString());";
    expect(run(body, { sheetZone: 'Europe/Berlin' })).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
  });
  it('reads a time that the spring change skips with the offset before it', () => {
    expect(run('return new Date(2026, 2, 8, 2, 30).toISOString();', { scriptZone: 'America/New_York' })).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });
  it('keeps a written instant when it is read again', () => {
    const body = "const t = new Date('2026-11-01T07:30:00Z'); return cell('A1').setValue(t).getValue().toISOString();";
    expect(run(body, { sheetZone: 'America/New_York' })).toBe('2026-11-01T07:30:00.000Z');
  });
});

describe("JavaScript's Date", () => {
  const zone = { scriptZone: 'America/New_York' };
  it.each([
    ['new Date(2026, 0, 31, 12).toString()', 'Sat Jan 31 2026 12:00:00 GMT-0500 (Eastern Standard Time)'],
    ["new Date('2026-03-01').getDate()", 28],
    ["new Date('2026-03-01T00:00:00').getDate()", 1],
    ["new Date('March 1, 2026').toISOString()", '2026-03-01T05:00:00.000Z'],
    ["new Date('03/01/2026').toISOString()", '2026-03-01T05:00:00.000Z'],
    ["new Date('2026-07-01T10:00:00+02:00').getHours()", 4],
    ['new Date(2026, 6, 1).getTimezoneOffset()', 240],
    ['new Date(2026, 11, 1).getTimezoneOffset()', 300],
    ['Object.prototype.toString.call(new Date())', '[object Date]'],
    ['new Date() instanceof Date', true],
    ['typeof Date()', 'string'],
    ['JSON.stringify(new Date(0))', '"1970-01-01T00:00:00.000Z"'],
    ["new Date(2026, 2, 1).toLocaleDateString('de-DE')", '1.3.2026'],
    ["new Intl.DateTimeFormat('en-US', { hour: 'numeric', hour12: false }).format(new Date(2026, 2, 1, 15))", '15'],
    ['new Intl.DateTimeFormat().resolvedOptions().timeZone', 'America/New_York'],
    ['String(new Date(NaN))', 'Invalid Date'],
    [
      '(() => { const d = new Date(2026, 0, 31); d.setMonth(1); return d.toISOString(); })()',
      '2026-03-03T05:00:00.000Z',
    ],
    ['(() => { const d = new Date(2026, 2, 7, 12); d.setDate(8); return d.getHours(); })()', 12],
    ['new Date(new Date(5)).getTime()', 5],
    ['+new (class extends Date {})(7)', 7],
    ['new Date(2026, 2, 1) < new Date(2026, 2, 2)', true],
    ["(new Date(2026, 2, 1) + '').slice(0, 15)", 'Sun Mar 01 2026'],
    ['Date.length', 7],
    ['new Date(2026, 2, 1).constructor === Date', true],
  ])('%s', (expression, value) => {
    expect(run(`return ${expression};`, zone)).toBe(value);
  });
  it('stands at the virtual clock, which sleep moves on', () => {
    const [first, second] = run('const a = Date.now(); Utilities.sleep(60000); return [a, new Date().getTime()];') as [
      number,
      number,
    ];
    expect(first - NOON).toBeLessThan(5000);
    expect(second - first).toBeGreaterThanOrEqual(60_000);
    expect(second - first).toBeLessThan(65_000);
  });
});

describe('Utilities.formatDate and parseDate', () => {
  it.each([
    ["formatDate(new Date('2024-12-31T12:00:00Z'), 'GMT', 'YYYY')", '2025'],
    ["formatDate(new Date('2026-03-01T15:04:05.006Z'), 'GMT', 'yyyy-MM-dd HH:mm:ss.SSS')", '2026-03-01 15:04:05.006'],
    [
      "formatDate(new Date('2026-03-01T15:04:05Z'), 'America/New_York', \"EEE, d MMM yyyy 'at' h 'o''clock' a\")",
      "Sun, 1 Mar 2026 at 10 o'clock AM",
    ],
    ["formatDate(new Date('2026-07-01T00:00:00Z'), 'GMT+01:00', 'HH:mm Z XXX X')", '01:00 +0100 +01:00 +01'],
    [
      "formatDate(new Date('2026-03-01T00:00:00Z'), 'Asia/Tokyo', 'EEEE u D w k K MMMM yy')",
      'Sunday 7 60 10 9 9 March 26',
    ],
    ["parseDate('2026-03-01', 'Asia/Tokyo', 'yyyy-MM-dd').toISOString()", '2026-02-28T15:00:00.000Z'],
    ["parseDate('01 Mar 2026 14:30', 'GMT', 'dd MMM yyyy HH:mm').toISOString()", '2026-03-01T14:30:00.000Z'],
    ["parseDate('20260301', 'GMT', 'yyyyMMdd').toISOString()", '2026-03-01T00:00:00.000Z'],
    ["parseDate('day 5 of 2026', 'GMT', \"'day' d 'of' yyyy\").toISOString()", '2026-01-05T00:00:00.000Z'],
    ["parseDate('2026-02-31', 'GMT', 'yyyy-MM-dd').toISOString()", '2026-03-03T00:00:00.000Z'],
    ["parseDate('11:30 PM', 'GMT', 'hh:mm a').toISOString()", '1970-01-01T23:30:00.000Z'],
  ])('%s', (expression, value) => {
    expect(run(`return Utilities.${expression};`)).toBe(value);
  });
  it('throws for nonsense and for what is no Date', () => {
    expect(run("return failure(() => Utilities.parseDate('nonsense', 'GMT', 'yyyy-MM-dd'));")).toMatch(/^Exception: /);
    expect(run("return failure(() => Utilities.formatDate('2026-03-01', 'GMT', 'yyyy'));")).toBe(
      "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });
});
