// Pushing with the real clasp: which files it takes, and what arrives at the other end.
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppsScriptApi, startApi } from './clasp/apps-script-api';
import { clasp } from './clasp/clasp';

const ROOT = resolve(import.meta.dirname, '..');
const SCRIPT_ID = '1aTestScriptId_of_nobody_0000000000000000000000000000000';
const LOGIN = {
  tokens: {
    default: {
      type: 'authorized_user',
      client_id: 'x',
      client_secret: 'x',
      refresh_token: 'x',
      access_token: 'fake',
      expiry_date: 4_102_444_800_000,
    },
  },
};

let folder: string;
let home: string;
let api: AppsScriptApi;

beforeEach(async () => {
  // clasp refuses folders behind a symbolic link, which the temporary folder is on some systems.
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'duesheet-clasp-')));
  folder = join(temporary, 'project');
  home = join(temporary, 'home');
  mkdirSync(home, { recursive: true });
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  const settings = JSON.parse(readFileSync(join(ROOT, '.clasp.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ ...settings, scriptId: SCRIPT_ID }));
  api = await startApi(SCRIPT_ID);
  writeFileSync(join(temporary, 'authority.pem'), api.certificate);
});

afterEach(async () => {
  await api.close();
  rmSync(resolve(folder, '..'), { recursive: true, force: true });
});

function push(...args: string[]) {
  const certificate = join(folder, '..', 'authority.pem');
  return clasp(['push', ...args], { folder, home }, { HTTPS_PROXY: api.proxy, NODE_EXTRA_CA_CERTS: certificate });
}

function logIn(): void {
  writeFileSync(join(home, '.clasprc.json'), JSON.stringify(LOGIN));
}

/** The files of a dist/ as the API should hold them. */
function expected(dist: string) {
  const source = (name: string) => readFileSync(join(dist, name), 'utf8');
  return [
    { name: 'Code', type: 'SERVER_JS', source: source('Code.js') },
    { name: 'appsscript', type: 'JSON', source: source('appsscript.json') },
    { name: 'desk', type: 'HTML', source: source('desk.html') },
    { name: 'sidebar', type: 'HTML', source: source('sidebar.html') },
  ];
}

function arrived() {
  const files = api.files.map(({ name, type, source }) => ({ name, type, source }));
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

describe('clasp show-file-status', () => {
  it('lists the script, the sidebar, the desk and the manifest of dist, and leaves nothing of it out', async () => {
    const { code, stdout, stderr } = await clasp(['show-file-status', '--json'], { folder: ROOT, home });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { filesToPush, untrackedFiles } = JSON.parse(stdout) as Record<string, string[]>;
    expect([...(filesToPush ?? [])].sort()).toEqual([
      'dist/Code.js',
      'dist/appsscript.json',
      'dist/desk.html',
      'dist/sidebar.html',
    ]);
    expect((untrackedFiles ?? []).filter((path) => path.startsWith('dist'))).toEqual([]);
  });
});

describe('clasp push --force', () => {
  it('puts the four files of dist there, letter by letter, and nothing else', async () => {
    logIn();
    const { code, stderr } = await push('--force');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(arrived()).toEqual(expected(join(ROOT, 'dist')));
    expect(api.requests.at(-1)).toMatchObject({ method: 'PUT', path: `/v1/projects/${SCRIPT_ID}/content` });
    expect(new Set(api.requests.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer fake']));
  });

  it('says that it is up to date the second time, and replaces what changed since', async () => {
    logIn();
    expect((await push('--force')).code).toBe(0);
    const puts = () => api.requests.filter(({ method }) => method === 'PUT').length;
    const again = await push('--force');
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/already up to date/i);
    expect(puts()).toBe(1);
    appendFileSync(join(folder, 'dist/Code.js'), '\n// changed since\n');
    expect((await push('--force')).code).toBe(0);
    expect(puts()).toBe(2);
    expect(arrived()).toEqual(expected(join(folder, 'dist')));
  });

  it('fails with a sentence and pushes nothing when nobody is logged in', async () => {
    const { code, stdout, stderr } = await push('--force');
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toMatch(/No credentials found/i);
    expect(api.requests).toEqual([]);
  });

  it('fails and changes nothing when the script id is not one of ours', async () => {
    logIn();
    writeFileSync(
      join(folder, '.clasp.json'),
      JSON.stringify({ scriptId: 'PASTE-YOUR-SCRIPT-ID-HERE', rootDir: 'dist' }),
    );
    const before = arrived();
    const { code, stdout, stderr } = await push('--force');
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toMatch(/not found|invalid/i);
    expect(arrived()).toEqual(before);
  });
});
