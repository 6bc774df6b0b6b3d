// Which links lead to a file of Google Drive, and what of it comes along with a step.
import { describe, expect, it } from 'vitest';
import { comesAlong } from '../../../src/dunning/decision/contact/comes-along';
import { driveFile } from '../../../src/dunning/mail/drive-link';
import { sizeInWords } from '../../../src/dunning/mail/file-size';

const ID = '1AbC_dEfGhIjKlMnOpQrStUvWx-Yz0123';

describe('a link to a file of Google Drive', () => {
  it.each([
    `https://drive.google.com/file/d/${ID}/view?usp=sharing`,
    `https://drive.google.com/file/d/${ID}`,
    ` http://drive.google.com/file/u/1/d/${ID}/edit `,
    `https://drive.google.com/a/ourfirm.example/file/d/${ID}/view`,
    `https://drive.google.com/open?id=${ID}`,
    `https://drive.google.com/open?usp=drive_fs&id=${ID}`,
    `https://drive.google.com/uc?export=download&id=${ID}`,
    `https://drive.usercontent.google.com/download?id=${ID}&export=download`,
    `https://docs.google.com/document/d/${ID}/edit#heading=h.1`,
    `https://docs.google.com/presentation/d/${ID}/edit`,
    `https://docs.google.com/drawings/d/${ID}/edit`,
  ])('is known by %s', (link) => {
    expect(driveFile(link)).toEqual({ id: ID, key: '' });
  });

  it('brings along the key that older files need', () => {
    expect(driveFile(`https://drive.google.com/file/d/${ID}/view?usp=sharing&resourcekey=0-a_B-9`)?.key).toBe(
      '0-a_B-9',
    );
  });

  it.each([
    '',
    `https://drive.google.com/drive/folders/${ID}`,
    `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`,
    `https://docs.google.com/forms/d/${ID}/viewform`,
    'https://docs.google.com/document/d/e/2PACX-1vQabcdefghijklmnop/pub',
    `https://drive.google.com.evil.example/file/d/${ID}/view`,
    `https://evil.example/?to=https://drive.google.com/file/d/${ID}/view`,
    `https://drive.google.com@evil.example/file/d/${ID}/view`,
    `javascript:https://drive.google.com/file/d/${ID}`,
    'https://www.dropbox.com/s/abc/invoice.pdf',
    'see drive',
  ])('is not "%s"', (link) => {
    expect(driveFile(link)).toBeNull();
  });
});

describe('what comes along with a step', () => {
  const row = { channel: 'email', anchor: 'due' } as const;
  const file = { documents: { invoice: `https://drive.google.com/open?id=${ID}` } };
  const elsewhere = { documents: { invoice: 'https://files.example/1.pdf' } };

  it('is documents only where an invoice it lists has a file, each told once by the end of its id', () => {
    expect(comesAlong({ ...row, attach: ['statement', 'documents'] }, [file, elsewhere, file])).toEqual({
      attach: ['statement', 'documents'],
      files: [ID.slice(-10)],
    });
    expect(comesAlong({ ...row, attach: ['statement', 'documents'] }, [elsewhere])).toEqual({ attach: ['statement'] });
    expect(comesAlong({ ...row, attach: ['documents'] }, [{}])).toEqual({});
    expect(comesAlong({ ...row, attach: ['statement'] }, [file])).toEqual({ attach: ['statement'] });
  });

  it('is nothing with what a person does, or what is said of assigned invoices', () => {
    expect(comesAlong({ ...row, channel: 'call', attach: ['documents'] }, [file])).toEqual({});
    expect(comesAlong({ ...row, anchor: 'assigned', attach: ['statement', 'documents'] }, [file])).toEqual({});
  });
});

describe('the size of a file', () => {
  it.each([
    [1, '1 KB'],
    [84_213, '84 KB'],
    [999_499, '999 KB'],
    [999_500, '1 MB'],
    [1_240_000, '1.2 MB'],
    [10_000_000, '10 MB'],
  ])('of %i bytes is %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
