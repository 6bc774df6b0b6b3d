// The built project as it is pushed: dist/Code.js, the HTML files and the manifest.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HostFailure } from './failure';
import type { Project } from './runtime';

/** The folder that holds package.json, above this file (source or built). */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new HostFailure('no-project', 'The project folder cannot be found from here.');
    folder = above;
  }
  return folder;
}

/**
 * Reads what is pushed.
 *
 * @param dist the folder of a build with capabilities; dist/ when left out
 * @throws HostFailure `not-built` when it is missing
 */
export function builtProject(dist = join(projectRoot(), 'dist')): Project {
  if (!existsSync(join(dist, 'Code.js'))) {
    throw new HostFailure('not-built', 'dist/Code.js is missing: run `npm run build` first.');
  }
  const html: Record<string, string> = {};
  for (const name of readdirSync(dist).filter((file) => file.endsWith('.html'))) {
    html[name.replace(/\.html$/, '')] = readFileSync(join(dist, name), 'utf8');
  }
  const manifest = JSON.parse(readFileSync(join(dist, 'appsscript.json'), 'utf8')) as Project['manifest'];
  return { code: readFileSync(join(dist, 'Code.js'), 'utf8'), html, manifest };
}

/** The local services as the build made them. @throws HostFailure `not-built` when they are missing */
export function builtServices(): string {
  const path = join(projectRoot(), 'build', 'google-services.js');
  if (!existsSync(path))
    throw new HostFailure('not-built', 'build/google-services.js is missing: run `npm run build` first.');
  return readFileSync(path, 'utf8');
}

/**
 * Names of the functions that a script declares at its top level: those the build writes behind the bundle, each at the
 * start of a line. What ends in `_` is private, as on Google.
 *
 * @param code of the project
 * @example callableFunctions('function f() {}\nfunction g_() {}\nvar h = 1') // Set { 'f' }
 */
export function callableFunctions(code: string): Set<string> {
  const names = [...code.matchAll(/^(?:async )?function ([A-Za-z_$][\w$]*)\s*\(/gm)].map(([, name = '']) => name);
  return new Set(names.filter((name) => !name.endsWith('_')));
}

/**
 * Names of the functions a person may type in a cell: those whose JSDoc says `@customfunction`.
 *
 * @param code of the project
 * @example customFunctions('/** @customfunction *\/\nfunction F(a) {}') // Set { 'F' }
 */
export function customFunctions(code: string): Set<string> {
  const names = new Set<string>();
  for (const match of code.matchAll(/\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*function ([A-Za-z][A-Za-z0-9_]*)\s*\(/g)) {
    if (match[1]?.includes('@customfunction')) names.add((match[2] ?? '').toUpperCase());
  }
  return names;
}

/**
 * The version of a built project, from its first line.
 *
 * @param code of the project
 * @throws HostFailure `not-built` when the line does not tell it
 * @example versionOf('// Duesheet 0.1.0: receivables formulas ...') // '0.1.0'
 */
export function versionOf(code: string): string {
  const version = /^\/\/ Duesheet (\d\S*):/.exec(code)?.[1];
  if (version === undefined) throw new HostFailure('not-built', 'dist/Code.js tells no version: run `npm run build`.');
  return version;
}

/**
 * A part of the product that pages take whole and the pushed script does not have, as the build made it.
 *
 * @param name of its file in build/, e.g. `money-in`
 * @throws HostFailure `not-built` when it is missing
 */
export async function builtPart<T>(name: string): Promise<T> {
  const path = join(projectRoot(), 'build', `${name}.mjs`);
  if (!existsSync(path)) {
    throw new HostFailure('not-built', `build/${name}.mjs is missing: run \`npm run build\` first.`);
  }
  return (await import(pathToFileURL(path).href)) as T;
}
