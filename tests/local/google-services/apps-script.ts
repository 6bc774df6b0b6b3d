// Runs pieces of Apps Script in the local services, bundled on the fly, for the tests of this folder.
import { buildSync } from 'esbuild';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import type { World } from '../../../src/local/google-services/state';
import { createRuntime, type ExecutionOptions, type Project, type Runtime } from '../../../src/local/runtime';

/** The services' script, as the build makes it. */
export const servicesCode: string =
  buildSync({
    entryPoints: ['src/local/google-services/install.ts'],
    bundle: true,
    format: 'iife',
    globalName: '__services',
    target: 'es2022',
    write: false,
  }).outputFiles[0]?.text ?? '';

/** 2026-03-10T12:00:00Z. */
export const NOON = Date.UTC(2026, 2, 10, 12);

/** Where and how a piece of script runs. */
export interface Place {
  sheetZone?: string;
  scriptZone?: string;
  locale?: string;
  world?: World;
  project?: Partial<Project>;
  options?: Partial<ExecutionOptions>;
}

export const asOwner: ExecutionOptions = { user: 'you@example.com', authMode: 'FULL', now: NOON, editorOpen: true };

/** A runtime over code. */
export function runtimeOf(code: string, place: Place = {}): Runtime {
  const world = place.world ?? freshWorld({ timeZone: place.sheetZone, locale: place.locale });
  const project: Project = { code, html: {}, manifest: { timeZone: place.scriptZone ?? 'Etc/UTC' }, ...place.project };
  return createRuntime(project, world, { servicesCode });
}

/** What a function body gives; `sheet`, `ss` and `cell(a1)` are at hand. */
export function run(body: string, place: Place = {}): unknown {
  const code = `function main() {
    const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0];
    const cell = (a1) => sheet.getRange(a1);
    const failure = (f) => { try { f(); } catch (e) { return String(e); } return 'nothing thrown'; };
    ${body}
  }`;
  return runtimeOf(code, place).call('main', [], { ...asOwner, ...place.options });
}
