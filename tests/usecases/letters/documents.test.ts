// Which documents of a mail come along as files: by their order, their sizes, their names and the time that is left.
import { describe, expect, it } from 'vitest';
import type { Reminder } from '../../../src/dunning/history/reminder';
import { DOCUMENTS as USUAL } from '../../../src/usecases/letters/documents';
import { DOCUMENTS } from '../../../src/usecases/letters/documents.with-attachments';
import type { WorkbookFacts } from '../../../src/workbook/facts';
import type { DriveFiles } from '../../../src/workbook/ports';
import type { WorkbookSession } from '../../../src/workbook/session';

interface Given {
  /** File ids of the invoices 1, 2, 3, ... */
  ids: readonly string[];
  /** Bytes of each file, by its id; 3 where it is not named. */
  sizes?: Record<string, number>;
  elapsed?: number;
  room?: number;
}

const long = (id: string): string => id.padStart(20, '0');

function parts({ ids, sizes = {}, elapsed = 0 }: Given): [Reminder, WorkbookSession, WorkbookFacts] {
  const lines = ids.map((_, at) => ({ key: `k${at + 1}`, invoice: String(at + 1) }));
  const invoices = ids.map((id, at) => ({
    key: `k${at + 1}`,
    documents: { invoice: `https://drive.google.com/open?id=${long(id)}` },
  }));
  const sizeOf = (id: string): number => sizes[id.replace(/^0+/, '')] ?? 3;
  const files: DriveFiles = {
    head: ({ id }) => ({ name: 'scan.pdf', type: 'application/pdf', bytes: sizeOf(id) }),
    read: ({ id }) => 'AAAA'.repeat(sizeOf(id) / 3),
  };
  const clock = { elapsed: () => elapsed, now: () => ({ day: 20_780, text: '2026-11-23 10:00:00' }) };
  const ports = { files, clock, session: { user: () => 'ann@ourfirm.example' } };
  return [
    { facts: { lines } } as unknown as Reminder,
    { ports, state: { silentFiles: {} } } as unknown as WorkbookSession,
    { facts: { invoices } } as unknown as WorkbookFacts,
  ];
}

function read(given: Given) {
  const found = DOCUMENTS?.read(...parts(given), given.room ?? 10_000_000);
  if (!found) throw new Error('nothing is read');
  return found;
}

describe('the documents of a mail', () => {
  it('have names of their own, and one file of several invoices comes along once', () => {
    const { files, attached, told } = read({ ids: ['a', 'b', 'a'] });
    expect(files.map(({ name }) => name)).toEqual(['scan.pdf', 'scan (2).pdf']);
    expect(attached.size).toBe(2);
    expect(told).toBe('Attached: scan.pdf (1 KB), scan (2).pdf (1 KB).');
  });

  it('come along in the order of the mail as far as they fit, what fits no more stays a link', () => {
    const { files, told } = read({ ids: ['a', 'b', 'c'], sizes: { a: 600, b: 600, c: 300 }, room: 1_000 });
    expect(files).toHaveLength(2);
    expect(told).toContain('As a link: Invoice document of 2. With it more than 10 MB would come along.');
  });

  it('are 25 at most', () => {
    const ids = Array.from({ length: 27 }, (_, at) => `f${at}`);
    expect(read({ ids }).files).toHaveLength(25);
    expect(DOCUMENTS?.look(...parts({ ids }), 10_000_000).filter(({ as }) => as === 'link')).toHaveLength(2);
  });

  it('are not begun once the run comes near its end: the mail leaves later, whole', () => {
    const late = read({ ids: ['a'], elapsed: 301_000 });
    expect([late.files, late.back, late.later]).toEqual([[], '', expect.stringContaining('no time left')]);
    // Looking takes no more than a moment.
    expect(DOCUMENTS?.look(...parts({ ids: ['a'], elapsed: 301_000 }), 10)).toMatchObject([{ as: 'file' }]);
  });

  it('are none of the usual script', () => {
    expect(USUAL).toBeNull();
  });
});
