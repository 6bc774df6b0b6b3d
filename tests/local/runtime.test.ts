// Executions: fresh contexts without Node, modes, limits, kills, buffering, the sidebar's crossing and custom functions.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { freshWorld } from '../../src/local/google-services/fresh-world';
import type { StoredValue } from '../../src/local/google-services/state';
import { ExecutionKilled } from '../../src/local/runtime';
import { scriptVerb } from '../../src/local/script-verb';
import { asOwner, NOON, run, runtimeOf, servicesCode } from './google-services/apps-script';

const number = (value: number): StoredValue => ({ kind: 'number', value });

describe('a context', () => {
  it('shows no global of Node or of the host', () => {
    const names =
      'process Buffer URL URLSearchParams TextEncoder TextDecoder setTimeout setInterval setImmediate queueMicrotask fetch crypto performance structuredClone require module exports global __dirname atob btoa AbortController navigator __services host';
    expect(run(`return ${JSON.stringify(names.split(' '))}.filter((n) => n in globalThis);`)).toEqual([]);
    expect(run('return [typeof Intl, typeof console.log, Object.keys(console).sort()];')).toEqual([
      'object',
      'function',
      ['error', 'info', 'log', 'time', 'timeEnd', 'warn'],
    ]);
  });
  it('has arrays, Dates and errors of its own realm', () => {
    const body =
      "cell('A1').setValue('2026-03-01'); let e; try { cell('A1').setNotes(1); } catch (x) { e = x; } const v = cell('A1').getValues(); return [v instanceof Array, v[0][0] instanceof Date, e instanceof Error, Utilities.parseCsv('a') instanceof Array];";
    expect(run(body)).toEqual([true, true, true, true]);
  });
  it('is fresh for each call', () => {
    const runtime = runtimeOf('var n = 0; function main() { return ++n; }');
    expect([runtime.call('main', [], asOwner), runtime.call('main', [], asOwner)]).toEqual([1, 1]);
  });
  it('finds functions that const declares, and waits for promises', () => {
    expect(runtimeOf('const main = async () => { await null; return 5; };').call('main', [], asOwner)).toBe(5);
    expect(() =>
      runtimeOf('async function main() { await null; throw new TypeError("no"); }').call('main', [], asOwner),
    ).toThrow('no');
  });
  it('keeps name and message of the errors of a project', () => {
    const error = (code: string) => {
      try {
        runtimeOf(code).call('main', [], asOwner);
      } catch (e) {
        return e instanceof Error ? [e.name, e.message] : e;
      }
    };
    expect(error('function main() { throw new TypeError("bad"); }')).toEqual(['TypeError', 'bad']);
    expect(error('function main() { SpreadsheetApp.getActive().getRange("?"); }')).toEqual([
      'Exception',
      'Range not found',
    ]);
    expect(error('')).toEqual(['Error', 'Script function not found: main']);
  });
  it('costs few milliseconds', () => {
    const runtime = runtimeOf('function main() { return 1; }');
    runtime.call('main', [], asOwner);
    const start = performance.now();
    for (let i = 0; i < 50; i++) runtime.call('main', [], asOwner);
    expect((performance.now() - start) / 50).toBeLessThan(60);
  });
});

describe('authorization modes', () => {
  const code =
    'PLACE; function onOpen(e) { SpreadsheetApp.getUi().createMenu("M").addToUi(); return String(e && e.authMode) + (e && e.authMode === ScriptApp.AuthMode.LIMITED); }';
  const open = (place: string, authMode: 'NONE' | 'LIMITED' | 'FULL') =>
    runtimeOf(code.replace('PLACE', place)).call('onOpen', [{ authMode }], { ...asOwner, authMode });
  it('lets menus through in every mode', () => {
    expect([open('', 'NONE'), open('', 'LIMITED')]).toEqual(['NONEfalse', 'LIMITEDtrue']);
  });
  it('refuses services at load in NONE, and lets documents and properties through in LIMITED', () => {
    expect(() => open('PropertiesService.getDocumentProperties()', 'NONE')).toThrow(
      'You do not have permission to call PropertiesService.getDocumentProperties',
    );
    expect(() => open('SpreadsheetApp.getActive()', 'NONE')).toThrow(
      'You do not have permission to call SpreadsheetApp.getActive',
    );
    expect(
      open('SpreadsheetApp.getActive().getName(); PropertiesService.getDocumentProperties().getKeys()', 'LIMITED'),
    ).toBe('LIMITEDtrue');
  });
  it('refuses sidebars and mail in LIMITED, and hides the person', () => {
    const limited = { options: { authMode: 'LIMITED' as const } };
    expect(() => run("SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''));", limited)).toThrow(
      'You do not have permission to call Ui.showSidebar',
    );
    expect(() => run("Gmail.Users.Messages.send({ raw: 'x' }, 'me');", limited)).toThrow('You do not have permission');
    expect(run('return Session.getActiveUser().getEmail();', limited)).toBe('');
  });
  it('has no Ui outside an open editor', () => {
    expect(() => run('SpreadsheetApp.getUi();', { options: { editorOpen: false } })).toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });
});

describe('counting, kills and buffering', () => {
  it('counts calls that read, write, flush, lock, send or touch properties', () => {
    const world = freshWorld();
    run(
      "sheet.getDataRange().getValues(); cell('A1').setValue(1); sheet.getLastRow(); SpreadsheetApp.flush(); const l = LockService.getDocumentLock(); l.tryLock(1); l.releaseLock(); PropertiesService.getDocumentProperties().setProperty('a', 'b'); sheet.appendRow([1]); Session.getActiveUser();",
      { world },
    );
    expect(world.calls).toEqual({
      'Range.getValues': 1,
      'Range.setValue': 1,
      'Sheet.getLastRow': 1,
      'SpreadsheetApp.flush': 1,
      'Lock.tryLock': 1,
      'Lock.releaseLock': 1,
      'Properties.setProperty': 1,
      'Sheet.appendRow': 1,
      'Session.getActiveUser': 1,
    });
  });
  it('drops unflushed writes of a killed execution, keeps flushed ones, and gives its locks back', () => {
    const world = freshWorld();
    const kill = (method: string, count: number) => {
      if (method === 'Range.setValue' && count === 3) throw new ExecutionKilled('killed');
    };
    const body =
      "LockService.getDocumentLock().tryLock(1); cell('A1').setValue('kept'); SpreadsheetApp.flush(); cell('A2').setValue('lost'); for (let i = 0; i < 3; i++) { try { cell('A3').setValue('x'); } catch (e) { try { PropertiesService.getDocumentProperties().setProperty('a', 'b'); } catch (f) {} } } return 'swallowed';";
    expect(() => run(body, { world, options: { beforeCall: kill } })).toThrow(ExecutionKilled);
    expect([...(world.spreadsheet.sheets[0]?.cells.keys() ?? [])]).toEqual([0]);
    expect([world.locks, world.documentProperties]).toEqual([{}, {}]);
  });
  it('keeps what a killed execution had not flushed where the kill says so', () => {
    const world = freshWorld();
    const kill = (method: string) => {
      if (method === 'Range.getValue') throw new ExecutionKilled('killed', true);
    };
    const body = "cell('A1').setValue('kept'); cell('A1').getValue();";
    expect(() => run(body, { world, options: { beforeCall: kill } })).toThrow(ExecutionKilled);
    expect(world.spreadsheet.sheets[0]?.cells.get(0)?.get(0)?.value).toEqual({ kind: 'text', value: 'kept' });
  });
  it('tells of a call once it did its work, and what is thrown then is an exception of that call', () => {
    const world = freshWorld();
    const afterCall = (method: string) => {
      if (method === 'Range.setValue') throw new Error('Service Spreadsheets timed out');
    };
    const body = "return [failure(() => cell('A1').setValue(5)), cell('A1').getValue()];";
    expect(run(body, { world, options: { afterCall } })).toEqual(['Exception: Service Spreadsheets timed out', 5]);
  });
  it('lets each call take its time on the virtual clock', () => {
    const body = "const start = Date.now(); cell('A1').getValue(); cell('A1').getValue(); return Date.now() - start;";
    const repeatable = { clock: () => 0, id: () => 'id' };
    expect(run(body, { options: { repeatable, callTakes: () => 1_500 } })).toBe(3_000);
    expect(() => run("cell('A1').getValue(); return 1;", { options: { callTakes: () => 400_000 } })).toThrow(
      'Exceeded maximum execution time',
    );
  });
  it('does not undo what somebody renamed, widened or filtered meanwhile', () => {
    const world = freshWorld();
    const code =
      "function main() { const s = SpreadsheetApp.getActive().getSheets()[0]; s.setName('Renamed'); s.setColumnWidth(2, 333); s.getRange('A1:B2').createFilter(); }";
    const other = runtimeOf(code, { world });
    const beforeCall = (method: string) => {
      if (method === 'Range.getNote') other.call('main', [], asOwner);
    };
    const body =
      "sheet.getMaxRows(); cell('A1').setValue('mine'); cell('A1').getNote(); return [sheet.getName(), sheet.getColumnWidth(2), sheet.getFilter() !== null];";
    expect(run(body, { world, options: { beforeCall } })).toEqual(['Renamed', 333, true]);
    const [sheet] = world.spreadsheet.sheets;
    expect([sheet?.name, sheet?.columnWidths[1], Object.keys(sheet?.extras ?? {})]).toEqual([
      'Renamed',
      333,
      ['filter'],
    ]);
  });
  it('plays an outage as an exception that the script may catch', () => {
    const outage = (method: string) => {
      if (method === 'Range.getValues') throw new Error('Service Spreadsheets timed out');
    };
    const body = "return failure(() => cell('A1:B1').getValues());";
    expect(run(body, { options: { beforeCall: outage } })).toBe('Exception: Service Spreadsheets timed out');
  });
  it('keeps writes before an uncaught error', () => {
    const world = freshWorld();
    expect(() => run("cell('A1').setValue(5); throw new Error('x');", { world })).toThrow('x');
    expect(world.spreadsheet.sheets[0]?.cells.get(0)?.get(0)?.value).toEqual(number(5));
  });
  it('shows unflushed writes to nobody else, and what others commit to everybody', () => {
    const world = freshWorld();
    const seen: unknown[] = [];
    const other = runtimeOf(
      "function main() { const s = SpreadsheetApp.getActiveSheet(); const v = s.getRange('A1').getValue(); s.getRange('B1').setValue('other'); return v; }",
      { world },
    );
    const beforeCall = (method: string) => {
      if (method === 'Range.getNote') seen.push(other.call('main', [], asOwner));
    };
    expect(
      run("cell('A1').setValue('mine'); cell('A1').getNote(); return cell('A1:B1').getValues();", {
        world,
        options: { beforeCall },
      }),
    ).toEqual([['mine', 'other']]);
    expect(seen).toEqual(['']);
  });
  it('ends after six minutes of the virtual clock, whatever is caught', () => {
    expect(() =>
      run('for (;;) { try { Utilities.sleep(300000); SpreadsheetApp.flush(); } catch (e) { return 1; } }'),
    ).toThrow('Exceeded maximum execution time');
  });
  it('keeps no object of a context in the world', () => {
    const world = freshWorld();
    run(
      "cell('A1').setValue('x').setNote('n'); cell('B1:B9').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']).build()).setNumberFormat('@'); ss.setNamedRange('N_N', cell('A1')); cell('A1:B2').createFilter(); ss.insertSheet('B'); PropertiesService.getUserProperties().setProperty('a', 'b'); ScriptApp.newTrigger('f').timeBased().everyHours(1).create(); SpreadsheetApp.getUi().createMenu('M').addItem('a', 'b').addToUi();",
      { world },
    );
    const foreign: string[] = [];
    const walk = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return;
      if (!(value instanceof Object)) foreign.push(path);
      const entries = value instanceof Map ? [...value] : Object.entries(value);
      for (const [key, entry] of entries) walk(entry, `${path}.${String(key)}`);
    };
    walk(world, 'world');
    expect(foreign).toEqual([]);
  });
});

describe('google.script.run', () => {
  const runtime = runtimeOf(`
    function echo(x) { return x; } function hidden_() { return 1; } function date() { return { a: [new Date()] }; }
    function fn() { return () => 1; } function circle() { const a = {}; a.a = a; return a; } function holes() { return [undefined, { b: undefined, c: 1 }]; }
    function nothing() {}`);
  const call = (name: string, ...args: unknown[]) => runtime.callFromSidebar(name, args, asOwner);
  it('carries plain data, undefined in arrays as null', () => {
    expect(call('echo', { a: [1, 'x', null, true] })).toEqual({ a: [1, 'x', null, true] });
    expect(call('holes')).toStrictEqual([null, { c: 1 }]);
    expect(call('nothing')).toBeNull();
  });
  it.each(['date', 'fn', 'circle'])('fails for a returned %s', (name) => {
    expect(() => call(name)).toThrow('Failed due to illegal value');
  });
  it('fails for a Date or function among the arguments, also nested', () => {
    expect(() => call('echo', { a: [new Date()] })).toThrow('Failed due to illegal value in property: argument 1.a[0]');
    expect(() => call('echo', () => 1)).toThrow('Failed due to illegal value');
  });
  it('refuses private and unknown functions', () => {
    for (const name of ['hidden_', 'nope', 'a b']) expect(() => call(name)).toThrow('Script function not found');
  });
});

describe('custom functions', () => {
  const code = `
    function KIND(x) { return Object.prototype.toString.call(x) + (x instanceof Date ? x.toISOString() : Array.isArray(x) ? JSON.stringify(x) : String(x)); }
    function TABLE() { return [[1, 'a'], [new Date(Date.UTC(2026, 2, 1)), '']]; } function LIST() { return [1, 2]; }
    function BAD() { throw new Error('row 7 is bad'); } function WRITE() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); }
    function ZONE() { return SpreadsheetApp.getActive().getSpreadsheetTimeZone(); } function UI() { SpreadsheetApp.getUi(); }
    function MAIL() { Gmail.Users.Messages.send({ raw: 'eA==' }, 'me'); } function SLOW() { Utilities.sleep(31000); return 1; }`;
  const runtime = runtimeOf(code, { sheetZone: 'Asia/Tokyo' });
  const formula = (name: string, ...args: Parameters<typeof runtime.callFormula>[1]) =>
    runtime.callFormula(name, args, { user: 'you@example.com', now: NOON });
  const text = (value: string) => ({ kind: 'value', rows: [[{ kind: 'text', value }]] });
  it('hands cells over as Sheets does', () => {
    expect(formula('KIND', { kind: 'date', wall: '2026-03-01T00:00:00.000' })).toEqual(
      text('[object Date]2026-02-28T15:00:00.000Z'),
    );
    expect(formula('KIND', { kind: 'empty' })).toEqual(text('[object String]'));
    expect(formula('KIND', { kind: 'error', value: '#N/A' })).toEqual(text('[object String]#N/A'));
    expect(formula('KIND', undefined)).toEqual(text('[object Undefined]undefined'));
    expect(formula('KIND', [[number(1)], [{ kind: 'empty' }]])).toEqual(text('[object Array][[1],[""]]'));
  });
  it('spills rows, a list downwards, and takes a Date for its wall clock in the sheet', () => {
    expect(formula('TABLE')).toEqual({
      kind: 'value',
      rows: [
        [number(1), { kind: 'text', value: 'a' }],
        [{ kind: 'date', wall: '2026-03-01T09:00:00.000' }, { kind: 'empty' }],
      ],
    });
    expect(formula('LIST')).toEqual({ kind: 'value', rows: [[number(1)], [number(2)]] });
  });
  it.each([
    ['BAD', 'row 7 is bad'],
    ['WRITE', 'You do not have permission to call setValue'],
    ['UI', 'Cannot call SpreadsheetApp.getUi() from this context.'],
    ['SLOW', 'Exceeded maximum execution time'],
    ['NOPE', "Unknown function: 'NOPE'."],
  ])('%s gives the error %s', (name, message) => {
    expect(formula(name)).toEqual({ kind: 'error', message });
  });
  it('reads the spreadsheet but sends no mail', () => {
    expect(formula('ZONE')).toEqual(text('Asia/Tokyo'));
    expect(formula('MAIL')).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('You do not have permission to call gmail.users.messages.send'),
    });
  });
});

describe('the script verb', () => {
  const verb = async (code: string | null, ...more: string[]) => {
    const file = join(mkdtempSync(join(tmpdir(), 'script-')), 'try.js');
    if (code !== null) writeFileSync(file, code);
    const written = { out: '', err: '' };
    const into = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
      written[stream] += String(text);
      return true;
    };
    const out = vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
    const err = vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
    const exit = await scriptVerb([file, ...more], { servicesCode });
    out.mockRestore();
    err.mockRestore();
    return { exit, ...written };
  };
  it('prints what main returns as JSON, with Dates in ISO and undefined as null', async () => {
    expect(
      await verb(
        'function main() { return [new Date(0), undefined, SpreadsheetApp.getActiveSheet().getName()]; }',
        '--json',
      ),
    ).toEqual({
      exit: 0,
      out: '["1970-01-01T00:00:00.000Z",null,"Sheet1"]\n',
      err: '',
    });
    expect((await verb('function main() {}', '--json')).out).toBe('null\n');
  });
  it('takes zones and locale, and logs to stderr', async () => {
    const code =
      'function main() { Logger.log("x %s", 1); return [SpreadsheetApp.getActive().getSpreadsheetTimeZone(), Session.getScriptTimeZone(), SpreadsheetApp.getActive().getSpreadsheetLocale()].join(); }';
    expect(
      await verb(code, '--sheet-zone', 'Asia/Tokyo', '--script-zone=America/New_York', '--locale', 'de_DE'),
    ).toEqual({
      exit: 0,
      out: 'Asia/Tokyo,America/New_York,de_DE\n',
      err: 'x 1\n',
    });
  });
  it('explains exceptions, a missing main and a missing file, and refuses wrong usage', async () => {
    expect(await verb('function main() { SpreadsheetApp.getActiveSheet().getRange(0, 1); }')).toEqual({
      exit: 1,
      out: '',
      err: 'Exception: The starting row of the range is too small.\n',
    });
    expect((await verb('var x = 1;')).err).toContain('has no function main()');
    expect((await verb(null)).err).toContain('Cannot read the script file');
    expect((await verb('', '--nope')).exit).toBe(2);
    expect((await verb('', '--sheet-zone', 'Mars/Base')).exit).toBe(2);
  });
});
