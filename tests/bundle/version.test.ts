// The version in what is pushed: that of package.json, in the script, on the page More and in the log of a workbook.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ledgerWorld } from '../../src/local/bench/ledger';
import { versionOf } from '../../src/local/built-project';
import { openSession } from '../../src/local/session';
import { setUp } from '../../src/local/set-up';
import { rowsByHeader, sheetNamed } from '../../src/local/workbook/stored-cells';
import { distFile } from './dist';

const packed = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

describe('the version', () => {
  it('is that of package.json, in the first line of the script', () => {
    expect(versionOf(distFile('Code.js'))).toBe(packed.version);
  });

  it('is put in as a text, which leaves no name behind that Google does not know', () => {
    expect(distFile('Code.js')).not.toContain('__DUESHEET_VERSION__');
    expect(distFile('sidebar.html')).not.toContain('__DUESHEET_VERSION__');
    expect(distFile('sidebar.html')).toContain(`"${packed.version}"`);
  });

  it('is written into the log by set-up, and the log stays whole', () => {
    const session = openSession(ledgerWorld(5), { now: Date.UTC(2026, 5, 2, 10) });
    setUp(session);
    const log = sheetNamed(session.world.spreadsheet, 'AR Log');
    const [first] = log ? rowsByHeader(log, 1) : [];
    expect(first?.['Event']).toBe('set-up');
    expect(JSON.parse(first?.['Facts (JSON)'] ?? '').words.facts).toEqual({ version: packed.version });
    session.ask('planNow');
    const { stops } = session.ask<{ stops: { code: string }[] }>('getToday');
    expect(stops.map(({ code }) => code)).not.toContain('log-mismatch');
  });

  it('is refused of a script that does not tell it', () => {
    expect(() => versionOf('var a = 1;')).toThrow('npm run build');
  });
});
