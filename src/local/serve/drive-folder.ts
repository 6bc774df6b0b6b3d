// A folder of this machine as Google Drive: each file has an id, by which a link in the invoice sheet finds it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { HostFailure } from '../failure';
import type { StoredFile } from '../google-services/state';

const TYPES: Record<string, string> = {
  ...{ pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', xml: 'application/xml' },
  ...{ txt: 'text/plain', csv: 'text/csv', zip: 'application/zip' },
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  // What stands for a document of Google's own.
  html: 'application/vnd.google-apps.document',
};
/** A subfolder of this name is the bin. */
const BIN = 'bin';

/**
 * The files of a folder, as they are now; those in its subfolder `bin` lie in the bin, and an `.html` file is a Google document.
 * @param folder its path
 * @throws HostFailure `no-folder` when there is none
 */
export function filesIn(folder: string): StoredFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new HostFailure('no-folder', `There is no folder ${folder}: --drive names one with the documents.`);
  const inBin = join(folder, BIN);
  return [...listed(folder), ...(existsSync(inBin) ? listed(inBin).map((file) => ({ ...file, inBin: true })) : [])];
}

function listed(folder: string): StoredFile[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isFile());
  return names.sort().map((name) => {
    const ending = extname(name).slice(1).toLowerCase();
    return {
      id: idOf(name),
      name: ending === 'html' ? name.slice(0, -'.html'.length) : name,
      type: TYPES[ending] ?? 'application/octet-stream',
      content: readFileSync(join(folder, name)).toString('latin1'),
    };
  });
}

/** A file that is called by its id in Drive keeps that, so that the links of a real sheet find it; any other has one made of its name. */
function idOf(name: string): string {
  const stem = name.slice(0, name.length - extname(name).length);
  if (/^[\w-]{20,}$/.test(stem)) return stem;
  return `local-file-of-this-folder-${name.replace(/[^\w-]/g, '-')}`;
}

/** The link that stands in the invoice sheet for a file. @example linkTo(file) // 'https://drive.google.com/file/d/local-…-LR-1-pdf/view' */
export function linkTo({ id }: Pick<StoredFile, 'id'>): string {
  return `https://drive.google.com/file/d/${id}/view`;
}
