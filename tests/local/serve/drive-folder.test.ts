// A folder of this machine as Google Drive, and the documents of the demo company.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driveFile } from '../../../src/dunning/mail/drive-link';
import { addDocuments } from '../../../src/local/demo/demo-documents';
import { demoWorld } from '../../../src/local/demo/demo-world';
import { filesIn, linkTo } from '../../../src/local/serve/drive-folder';
import { rowsByHeader, sheetNamed } from '../../../src/local/workbook/stored-cells';

describe('a folder as Google Drive', () => {
  it('has each file under the id of its link, its bin apart, and says where there is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'duesheet-drive-'));
    const id = '1AbC_dEfGhIjKlMnOpQrStUvWx-Yz0123';
    try {
      mkdirSync(join(folder, 'bin'));
      for (const name of ['LR 1.pdf', `${id}.pdf`, 'Offer.html', '.hidden', join('bin', 'LR-9.pdf')])
        writeFileSync(join(folder, name), Buffer.from([37, 80, 255]));
      const files = filesIn(folder);
      expect(files.map(({ name, type, inBin = false }) => [name, type, inBin])).toEqual([
        [`${id}.pdf`, 'application/pdf', false],
        ['LR 1.pdf', 'application/pdf', false],
        ['Offer', 'application/vnd.google-apps.document', false],
        ['LR-9.pdf', 'application/pdf', true],
      ]);
      expect(files[0]).toMatchObject({ id, content: '%P\xff' });
      for (const file of files) expect(driveFile(linkTo(file))?.id).toBe(file.id);
      expect(() => filesIn(join(folder, 'none'))).toThrow('--drive names one with the documents');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the demo company', () => {
  it('has a document for each open invoice, by a link in a column of its own', () => {
    const world = demoWorld('2026-11-23');
    addDocuments(world);
    const sheet = sheetNamed(world.spreadsheet, 'Invoices');
    const links = (sheet ? rowsByHeader(sheet) : []).flatMap((row) => row['Invoice PDF'] || []);
    expect(links.length).toBeGreaterThan(20);
    expect(links.map((link) => driveFile(link)?.id)).toEqual(world.files?.map(({ id }) => id));
    expect(new Set(world.files?.map(({ id }) => id)).size).toBe(links.length);
  });
});
