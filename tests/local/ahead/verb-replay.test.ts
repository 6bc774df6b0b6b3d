// The verb `replay`: a year in which nobody would have heard anything is a sentence, not a table of zeros.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replayVerb } from '../../../src/local/ahead/verb-replay';

const book = join(mkdtempSync(join(tmpdir(), 'duesheet-replay-')), 'book.csv');
writeFileSync(
  book,
  'Invoice,Customer,Invoice date,Due date,Amount,Currency,Paid on\nA,Acme,2025-01-02,2025-01-16,250,EUR,\n',
);

describe('replay', () => {
  it('counts what would have been sent', async () => {
    expect(await replayVerb(['--book', book, '--from', '2025-01-01', '--to', '2025-03-31'])).toMatch(/\nmails +[1-9]/);
  });

  it('says of a year without invoices that nobody would have heard anything', async () => {
    const text = await replayVerb(['--book', book, '--from', '2019-01-01', '--to', '2019-12-31']);
    expect(text).toMatch(/^2019-01-01 to 2019-12-31: nobody would have heard from you\.\n/);
    expect(text).not.toContain('calls');
  });
});
