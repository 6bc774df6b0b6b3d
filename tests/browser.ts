// Finding and launching the browser of all browser tests: a named one, an installed one, else the packaged one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import packaged from '../node_modules/@sparticuz/chromium/package.json' with { type: 'json' };

const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
];

// The packaged build has no zygote process. Its own list of flags is not taken: it switches web security off and
// puts everything into one process, and the sandbox of the mail preview is among the things tested.
const PACKAGED_FLAGS = ['--no-zygote', '--font-render-hinting=none'];

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser on this machine and the flags it needs. */
export interface FoundBrowser {
  path: string;
  flags: string[];
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...inPath, ...PLACES].find((place) => existsSync(place));
}

function lacksLibraries(): boolean {
  try {
    return !execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so');
  } catch {
    return false;
  }
}

// The package unpacks into the temporary directory and takes a half-written file of another process for a whole one,
// so each process unpacks into a folder of its own and the first to finish gives it its shared name.
async function unpack(): Promise<string> {
  const home = join(tmpdir(), `duesheet-browser-${packaged.version}`);
  const path = join(home, 'chromium');
  const needsLibraries = lacksLibraries();
  if (needsLibraries) process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  if (!existsSync(path)) {
    const own = `${home}.${process.pid}`;
    const { TMPDIR } = process.env;
    mkdirSync(own, { recursive: true });
    process.env['TMPDIR'] = own;
    try {
      const { default: Chromium } = await import('@sparticuz/chromium');
      await Chromium.executablePath();
    } catch (error) {
      rmSync(own, { recursive: true, force: true });
      throw error;
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }
    try {
      renameSync(own, home);
    } catch (error) {
      rmSync(own, { recursive: true, force: true });
      if (!existsSync(path)) throw error;
    }
  }
  if (needsLibraries) {
    const libraries = join(home, 'al2023', 'lib');
    process.env['LD_LIBRARY_PATH'] = [libraries, process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(delimiter);
  }
  return path;
}

/**
 * The browser to test with: `$CHROME_PATH`, an installed Chrome, Edge or Chromium, else the packaged Chromium.
 * @returns where it is and its flags
 * @throws when `$CHROME_PATH` names no file, or no browser can be had; tests are never skipped for want of one
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, but there is no such file. Correct or unset it.`);
    return { path: named, flags: FLAGS };
  }
  const found = installed();
  if (found) return { path: found, flags: FLAGS };
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { path: await unpack(), flags: [...FLAGS, ...PACKAGED_FLAGS] };
  }
  throw new Error('No browser was found. Install Chrome, Edge or Chromium, or set CHROME_PATH to one.');
}

/** Starts the browser; whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { path, flags } = await findBrowser();
  return chromium.launch({ executablePath: path, args: flags, headless: true });
}
