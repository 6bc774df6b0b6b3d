// A build with capabilities beyond the usual, made when it is first asked for and kept until a source changes.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { builtProject, projectRoot } from '../../src/local/built-project';
import type { Project } from '../../src/local/project';

/** What is pushed by `npm run push -- --with NAMES`. One test file for each choice of names: two would build it at once. */
export function flavour(names: string): Project {
  const folder = join(projectRoot(), 'build', 'with', names);
  const words = ['build.mjs', '--if-stale', '--with', names, '--into', folder];
  execFileSync(process.execPath, words, { cwd: projectRoot(), stdio: ['ignore', 'ignore', 'inherit'] });
  return builtProject(folder);
}
