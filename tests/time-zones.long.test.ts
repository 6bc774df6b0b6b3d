// The pure suites again, on machines elsewhere: nothing that knows days may lean on the machine's own zone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

interface Report {
  numTotalTests: number;
  numPassedTests: number;
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** Runs the suites in a process of their own, where TZ is set from the start; the report goes by a file, as a pipe may be cut. */
async function suitesIn(zone: string): Promise<Report> {
  // What this run told its own workers must not reach the inner run, nor how often it tries properties: that hangs on no zone.
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|VITE_|NODE_OPTIONS$|TEST$|PROPERTIES$)/.test(name),
  );
  const runner = resolve(ROOT, 'node_modules/vitest/vitest.mjs');
  const folder = await mkdtemp(join(tmpdir(), 'duesheet-zones-'));
  const file = join(folder, 'report.json');
  try {
    const args = [runner, 'run', '--project=pure', '--reporter=json', `--outputFile=${file}`];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...Object.fromEntries(kept), TZ: zone },
      stdio: 'ignore',
    });
    await once(child, 'close');
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])('with TZ=%s', (zone) => {
  it('days, tables and decisions come out the same', { timeout: 600_000 }, async () => {
    const report = await suitesIn(zone);
    const failures = report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    );
    expect(failures).toEqual([]);
    expect(report.numPassedTests).toBe(report.numTotalTests);
    expect(report.numTotalTests).toBeGreaterThan(3000);
  });
});
