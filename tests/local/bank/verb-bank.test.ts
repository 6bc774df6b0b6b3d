// The verb `bank`: a file of a bank in words and as JSON, and what is refused.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bankVerb } from '../../../src/local/bank/verb-bank';

function file(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'duesheet-bank-')), name);
  writeFileSync(path, text);
  return path;
}

const CSV = 'Date,Payer,Text,Amount,Currency\n2026-03-31,Acme,Invoice 7,1250.00,EUR\n';

describe('bank', () => {
  it('prints the lines of a file', async () => {
    const { out, exit } = await bankVerb(['--file', file('march.csv', CSV)]);
    expect(exit).toBe(0);
    expect(out).toBe('march.csv: CSV, 1 line\nAccount (not named) EUR\n\n2026-03-31  1,250.00 EUR  Acme · Invoice 7\n');
  });

  it('prints them as JSON, amounts as texts', async () => {
    const { out } = await bankVerb(['--file', file('march.csv', CSV), '--json']);
    expect(JSON.parse(out)).toEqual({
      format: 'CSV',
      accounts: [{ id: '', currency: 'EUR' }],
      lines: [{ row: 2, date: '2026-03-31', amount: '1250.00', currency: 'EUR', payer: 'Acme', text: 'Invoice 7' }],
      problems: [],
    });
  });

  it('says why nothing was taken, and exits with 1', async () => {
    const { out, exit } = await bankVerb(['--file', file('march.pdf', '%PDF-1.7')]);
    expect(exit).toBe(1);
    expect(out).toMatch(/^march\.pdf was not read\. This is no statement/);
  });

  it('names a file that is not there', async () => {
    await expect(bankVerb(['--file', '/nowhere/a.xml'])).rejects.toThrow('There is no file /nowhere/a.xml');
  });
});
