// Runs the real clasp as a command, in a folder and with a home of its own, so that nobody's login is ever used.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The file behind the command `clasp`, by the package's own word. */
function claspFile(): string {
  const folder = resolve(import.meta.dirname, '../../node_modules/@google/clasp');
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: { clasp: string } };
  return join(folder, bin.clasp);
}

/**
 * Runs clasp to its end, stdin closed as in CI.
 * @param where the folder to run in, and HOME
 * @param environment what else is set; nothing of clasp's own or of a proxy is taken over from outside
 */
export function clasp(
  args: string[],
  where: { folder: string; home: string },
  environment: Record<string, string> = {},
): Promise<Finished> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(clasp_|NODE_|VITEST|.*_proxy$)/i.test(name));
  const env = { ...Object.fromEntries(kept), HOME: where.home, USERPROFILE: where.home, NO_COLOR: '1', ...environment };
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [claspFile(), ...args], {
      cwd: where.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const finished: Finished = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      finished.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      finished.stderr += text;
    });
    child.on('error', failed);
    child.on('close', (code) => done({ ...finished, code }));
  });
}
