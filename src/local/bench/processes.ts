// One process per measurement: a person's execution starts afresh every time, so nothing warm may be left from the one before.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import v8 from 'node:v8';
import type { World } from '../google-services/state';
import { type MeasurementName, measurement } from './measurements';
import type { Values } from './processor-time';
import { makeWorld, originsOf, type WorldName } from './worlds';

/** What the child processes are told to do. */
type Task = ['measure', MeasurementName] | ['prepare', WorldName];

function fileOf(folder: string, world: WorldName): string {
  return join(folder, `${world.replace(/[^a-z0-9]+/g, '-')}.world`);
}

function readWorld(folder: string, world: WorldName): World {
  return v8.deserialize(readFileSync(fileOf(folder, world))) as World;
}

/**
 * Does a task in this process: the other side of `measureApart` and `prepareApart`.
 *
 * @param folder of the prepared worlds
 * @returns what was measured; nothing for a world, which is in its file then
 */
export async function doTask([verb, name]: readonly string[], folder: string): Promise<Values> {
  if (verb === 'prepare') {
    const world = name as WorldName;
    const [origin] = originsOf(world);
    const made = makeWorld(world, origin === undefined ? null : readWorld(folder, origin));
    made.calls = {};
    writeFileSync(fileOf(folder, world), v8.serialize(made));
    return {};
  }
  const { world, take } = measurement(name as MeasurementName);
  // A measurement without a world of its own makes what it needs, and takes no argument.
  return take(world === undefined ? ({} as World) : readWorld(folder, world));
}

/** Runs a task in a process of its own and gives what it printed. @throws Error with the process's own last words */
function apart(task: Task, folder: string): Promise<Values> {
  const [, script = ''] = process.argv;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, '--task', ...task, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let wrong = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      wrong += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out) as Values);
      else reject(new Error(wrong.trim() || `The process ended with ${code}.`));
    });
  });
}

/** Makes a world in a process of its own; it is in the folder then. */
export async function prepareApart(world: WorldName, folder: string): Promise<void> {
  await apart(['prepare', world], folder);
}

/** Takes a measurement once in a process of its own. */
export function measureApart(name: MeasurementName, folder: string): Promise<Values> {
  return apart(['measure', name], folder);
}
