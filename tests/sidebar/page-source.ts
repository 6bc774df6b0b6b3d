// The sidebar and the desk as the build makes them, and the fake server: bundled from the sources for the tests.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { DESK, SIDEBAR } from './page';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const source = here('../../src/sidebar/');

/**
 * A script or a style of the pages.
 * @param entry the path of what is bundled
 */
export function bundle(entry: string): string {
  const built = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    define: { __DUESHEET_VERSION__: '"7.8.9"' },
  });
  return built.outputFiles[0]?.text ?? '';
}

/** The fake server as a script that a page runs before its own. */
export function fakeScript(): string {
  return bundle(here('fake/fake-server.ts'));
}

/**
 * The document of a page with its styles.
 * @param main what it starts with, which tells the styles
 * @param script what stands where the script of the page does
 */
export function documentOf(main: string, script: string): string {
  return readFileSync(`${source}sidebar.html`, 'utf8')
    .replace('/*STYLE*/', () => bundle(`${source}${main === DESK ? 'desk.css' : 'sidebar.css'}`))
    .replace('/*SCRIPT*/', () => script);
}

/** The sidebar as one HTML text, as the build makes it. */
export function sidebarHtml(): string {
  return documentOf(
    SIDEBAR,
    bundle(SIDEBAR)
      .replace(/<\/script/gi, '<\\/script')
      .replaceAll('<?', '<\\x3f'),
  );
}
