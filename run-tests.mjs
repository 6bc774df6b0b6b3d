// What `npm test` runs: the tests, and beside them lint and types, whose output follows when the tests are done.
//   node run-tests.mjs [what vitest is told, such as a file]
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** Where a package keeps the program that its package.json names. */
function program(pack, name) {
  const manifest = require.resolve(`${pack}/package.json`);
  return join(dirname(manifest), require(manifest).bin[name]);
}

/** Runs a program of Node to its end. */
function run(pack, name, args, stdio) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program(pack, name), ...args], { cwd: root, stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => done({ failed: true, output: String(error) }));
    child.on('close', (code) => done({ failed: code !== 0, output }));
  });
}

/**
 * Lint and types, one after the other: one more process is enough for a machine that runs the tests. The compiler is the native
 * one, which takes a sixth of the time of the one that tests call to look at syntax.
 */
async function checks() {
  const done = [];
  for (const [label, ...what] of [
    ['lint', '@biomejs/biome', 'biome', ['check', '.']],
    ['types', 'typescript-native', 'tsc', ['-p', 'tsconfig.json', '--singleThreaded']],
    ['types of the pure rooms', 'typescript-native', 'tsc', ['-p', 'tsconfig.pure.json', '--singleThreaded']],
  ])
    done.push({ label, ...(await run(...what, ['ignore', 'pipe', 'pipe'])) });
  return done;
}

const DAILY = ['--project', 'daily'];
const [tests, checked] = await Promise.all([
  run('vitest', 'vitest', ['run', ...DAILY, ...process.argv.slice(2)], 'inherit'),
  checks(),
]);
for (const { label, output } of checked.filter(({ failed }) => failed)) {
  process.stdout.write(`\n--- ${label} ---\n${output}`);
}
const came = [...checked, { label: 'tests', ...tests }].map(
  ({ label, failed }) => `${label} ${failed ? 'FAILED' : 'ok'}`,
);
process.stdout.write(`\n${came.join(', ')}\n`);
process.exitCode = tests.failed || checked.some(({ failed }) => failed) ? 1 : 0;
