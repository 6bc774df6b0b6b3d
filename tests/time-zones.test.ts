// The pure suites again, on machines elsewhere: nothing that knows days may lean on the machine's own zone.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SUITES = ['tests/receivables/', 'tests/sheet/', 'tests/dunning/'];
/** Thousands of stories by day numbers alone, which take minutes: once is enough. */
const LONG = '**/long-laws.test.ts';

interface Report {
  numTotalTests: number;
  numPassedTests: number;
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** Runs the suites in a process of their own, where TZ is set from the start. */
function suitesIn(zone: string): Promise<Report> {
  // What this run told its own workers must not reach the inner run.
  const kept = Object.entries(process.env).filter(([name]) => !/^(VITEST|VITE_|NODE_OPTIONS$|TEST$)/.test(name));
  const runner = resolve(ROOT, 'node_modules/vitest/vitest.mjs');
  return new Promise((done, failed) => {
    const options = ['--reporter=json', '--isolate=false', `--exclude=${LONG}`];
    const child = spawn(process.execPath, [runner, 'run', ...options, ...SUITES], {
      cwd: ROOT,
      env: { ...Object.fromEntries(kept), TZ: zone },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', failed);
    child.on('close', () => {
      const json = output.slice(output.indexOf('{'));
      if (json === '') failed(new Error(`The inner run gave no report: ${errors}`));
      else done(JSON.parse(json) as Report);
    });
  });
}

describe.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])('with TZ=%s', (zone) => {
  it('days, tables and decisions come out the same', { timeout: 300_000 }, async () => {
    const report = await suitesIn(zone);
    const failures = report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    );
    expect(failures).toEqual([]);
    expect(report.numPassedTests).toBe(report.numTotalTests);
    expect(report.numTotalTests).toBeGreaterThan(100);
  });
});
