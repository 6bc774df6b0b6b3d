// How the bench measures: the least of several, yardsticks that run, a long log that the add-on takes for whole, and `--row`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import vm from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { yardstickScript } from '../../../src/local/bench/loads';
import { lengthenLog } from '../../../src/local/bench/old-log';
import { leastOf, timeOf } from '../../../src/local/bench/processor-time';
import { hour } from '../../../src/local/bench/work';
import { makeWorld, originsOf, sessionIn } from '../../../src/local/bench/worlds';
import { projectRoot } from '../../../src/local/built-project';
import type { World } from '../../../src/local/google-services/state';
import { rowsByHeader, sheetNamed } from '../../../src/local/workbook/stored-cells';

describe('a time', () => {
  it('is processor time: waiting costs nothing', () => {
    const sleeping = timeOf(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300));
    expect(sleeping).toBeLessThan(150);
  });

  it('is the least of several, value by value', () => {
    expect(leastOf([{ work: 5, load: 2 }, { work: 4, load: 3 }, { load: 1 }])).toEqual({ work: 4, load: 1 });
  });
});

describe('the yardstick', () => {
  it('is a script of 150 KB that runs, the same every time', () => {
    expect(yardstickScript()).toBe(yardstickScript());
    expect(yardstickScript().length).toBeGreaterThan(140_000);
    expect(vm.runInNewContext(`${yardstickScript()}yardstick.size`)).toBe(500);
  });
});

describe('a workbook after years', () => {
  let mailed: World;
  beforeAll(() => {
    mailed = makeWorld('mailed', null);
  });
  const events = (world: World): Record<string, string>[] => {
    const log = sheetNamed(world.spreadsheet, 'AR Log');
    return log ? rowsByHeader(log, 1).filter((row) => row['Seq'] !== '') : [];
  };

  it('has the events of mailed reminders before its own, and the add-on takes its log for whole', () => {
    const world = structuredClone(mailed);
    const before = events(world).length;
    const session = sessionIn(world);
    lengthenLog(session, 400);
    const after = events(world);
    expect(after.slice(0, 4).map((row) => row['Event'])).toEqual(['planned', 'approved', 'sending', 'sent']);
    expect(after.filter((row) => row['Invoices']?.includes('OLD-')).length).toBeGreaterThanOrEqual(400);
    expect(after.map((row) => Number(row['Seq']))).toEqual(after.map((_, index) => index + 1));
    expect(after.length).toBeGreaterThan(before + 400);
    const { stops } = session.ask<{ stops: { code: string }[] }>('getToday');
    expect(stops.map(({ code }) => code)).not.toContain('log-mismatch');
  });

  it('lets an hour pass in which nothing happens, with an invoice paid in part or not', () => {
    for (const when of ['quiet', 'changed'] as const) {
      const values = hour(structuredClone(mailed), when);
      expect(values['work'], when).toBeGreaterThan(0);
      expect(values['load'], when).toBeGreaterThan(0);
    }
  });

  it('is made from a workbook whose reminders were mailed', () => {
    expect(originsOf('log of 100,000')).toEqual(['mailed']);
    expect(originsOf('planned 10,000')).toEqual(['uncapped 10,000', 'ready 10,000']);
  });
});

describe('npm run bench', () => {
  const bench = (...words: string[]) =>
    spawnSync(process.execPath, [join(projectRoot(), 'build', 'bench.mjs'), ...words], { encoding: 'utf8' });

  it('measures one row alone, says on stderr what it is at, and prints the row', () => {
    const { status, stdout, stderr } = bench('--row', 'bundle');
    expect(status).toBe(0);
    expect(stderr).toContain('Measuring bundle, 1 of 1\n');
    expect(stdout).toMatch(/\nbundle +Bytes of the bundle +[\d,]+ bytes +1,843,200 bytes +met\n/);
    expect(stdout).toContain('\n1 met\n');
  });

  it('names the rows when there is none of that name', () => {
    const { status, stdout, stderr } = bench('--row', 'speed');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no row "speed". The rows: load,');
  });
});
