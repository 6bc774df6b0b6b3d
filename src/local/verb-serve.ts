// `serve` (npm start): the workbook, the add-on and an outbox on a page of this machine.
import { spawn, spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { builtProject, projectRoot } from './built-project';
import { readArguments, usageFailure } from './command-line';
import { HostFailure } from './failure';
import type { StoredFile } from './google-services/state';
import type { Project } from './project';
import { filesIn, linkTo } from './serve/drive-folder';
import { listen } from './serve/http-server';
import { demoSource, Workbench, type WorkbookSource } from './serve/workbench';
import { machineZone } from './wall-clock';
import { loadBook } from './workbook-file';

const USUAL_PORT = 4173;
const PORTS_TRIED = 20;

/**
 * Starts the server and keeps it running; the address goes to stdout.
 *
 * @param words after the verb, e.g. `['--book', 'a.xlsx', '--port', '8080', '--no-open']`
 */
export async function serveVerb(words: readonly string[]): Promise<string> {
  const read = readArguments(
    words,
    { book: 'value', port: 'value', 'no-open': 'flag', with: 'value', 'no-permission': 'flag', drive: 'value' },
    [0, 0],
  );
  const book = read.values.get('book');
  const wanted = portOf(read.values.get('port'));
  const names = read.values.get('with');
  const drive = read.values.get('drive');
  const hasDocuments = drive === undefined && /\battachments\b/.test(names ?? '');
  const source = book === undefined ? demoSource(hasDocuments) : fileSource(book);
  if (drive !== undefined) source.files = filesOf(drive);
  if (names !== undefined) source.flavour = { project: builtWith(names), allowed: !read.flags.has('no-permission') };
  const bench = await Workbench.start(source);
  const server = await listenSomewhere(bench, wanted);
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  if (!read.flags.has('no-open')) openBrowser(address);
  return `${address}\n`;
}

/** The files of a folder; the links by which an invoice sheet finds them go to stderr. */
function filesOf(folder: string): () => StoredFile[] {
  const lines = filesIn(folder).map((file) => `  ${file.name}${file.inBin ? ' (in the bin)' : ''}: ${linkTo(file)}\n`);
  process.stderr.write(`Documents of ${folder}, and the links that lead to them:\n${lines.join('')}`);
  return () => filesIn(folder);
}

function fileSource(book: string): WorkbookSource {
  return { demo: false, open: async () => ({ world: await loadBook(book, machineZone()), now: Date.now() }) };
}

/** The project with capabilities beyond the usual, built where it is not there yet. */
function builtWith(names: string): Project {
  const folder = join(projectRoot(), 'build', 'with', names.replace(/[^a-z,-]/gi, '_'));
  const words = ['build.mjs', '--if-stale', '--with', names, '--into', folder];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: projectRoot(), encoding: 'utf8' });
  if (status === 2) throw usageFailure(stderr.trim());
  if (status !== 0) throw new HostFailure('not-built', `The build with ${names} failed:\n${stderr}`);
  return builtProject(folder);
}

function portOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 0 && port <= 65_535)) throw usageFailure(`--port ${text} is not a port number.`);
  return port;
}

/** The port asked for, or the usual one or the next that is free. */
async function listenSomewhere(bench: Workbench, wanted: number | null) {
  const first = wanted ?? USUAL_PORT;
  for (let port = first; port < first + (wanted === null ? PORTS_TRIED : 1); port += 1) {
    try {
      return await listen(bench, port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new HostFailure('port-taken', `Port ${first} is taken: choose another with --port.`);
}

/** Opens the page in the person's browser; without one the address on stdout is enough. */
function openBrowser(address: string): void {
  const command = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  const child = spawn(command, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write('Open this address in your browser.\n'));
  child.unref();
}
