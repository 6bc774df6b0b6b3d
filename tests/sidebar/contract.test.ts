// The sidebar and the server agree: every function the sidebar asks for stands in the built script, and the other way round.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as entry from '../../src/entry/sidebar-calls';

const ROOT = join(import.meta.dirname, '../..');

/** The names in calls such as `shell.ask('getToday')` of all of the sidebar, and in the actions that a halt offers. */
function askedFor(): string[] {
  const files = readdirSync(join(ROOT, 'src/sidebar'), { recursive: true, encoding: 'utf8' });
  const text = [
    ...files
      .filter((name) => name.endsWith('.ts') && !name.endsWith('shell/calls.ts'))
      .map((name) => join('sidebar', name)),
    'workbook/halt.ts',
  ]
    .map((name) => readFileSync(join(ROOT, 'src', name), 'utf8'))
    .join('\n');
  return Object.keys(entry).filter((name) => text.includes(`'${name}'`));
}

/** What the sidebar does not ask for: the command line and the clock of the local page do. */
const OTHERS = ['getReview', 'previewPlan', 'runHour'];

describe('the calls of the sidebar', () => {
  it('are the entry functions, all but those that others ask for', () => {
    expect([...askedFor(), ...OTHERS].sort()).toEqual(Object.keys(entry).sort());
  });

  it('are functions of the built script, under the names that google.script.run takes', () => {
    const script = readFileSync(join(ROOT, 'dist/Code.js'), 'utf8');
    expect(Object.keys(entry).filter((name) => !script.includes(`\nfunction ${name}(`))).toEqual([]);
  });
});
