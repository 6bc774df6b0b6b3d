// Which capabilities a build has: the words of its command line, duesheet.json, and what both come to in manifest and sources.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence for whoever builds; nothing is built then. */
export class BuildRefusal extends Error {}

/**
 * What a command line asks for.
 * @param words after `node build.mjs`
 * @returns `names`: of capabilities, null where none was said; `rest`: what is not the build's
 * @example wordsOf(['--with', 'replies,attachments', '--watch']) // { names: ['replies', 'attachments'], rest: ['--watch'], ... }
 */
export function wordsOf(words) {
  const asked = { names: null, into: null, ifStale: false, plain: false, push: false, rest: [] };
  for (let at = 0; at < words.length; at += 1) {
    const [word, value] = /^(--with|--into)=(.*)$/.exec(words[at])?.slice(1) ?? [words[at], null];
    if (word === '--with' || word === '--into') {
      const given = value ?? words[++at];
      if (given === undefined || given.startsWith('--'))
        throw new BuildRefusal(
          `Say ${word === '--with' ? 'what to build in: --with replies' : 'where to: --into FOLDER'}.`,
        );
      if (word === '--with') asked.names = [...(asked.names ?? []), ...listed(given)];
      else asked.into = given;
    } else if (word === '--if-stale') asked.ifStale = true;
    else if (word === '--plain') asked.plain = true;
    else if (word === 'push' && at === 0) asked.push = true;
    else asked.rest.push(word);
  }
  return asked;
}

function listed(text) {
  return text.split(/[\s,]+/).filter((name) => name !== '');
}

/**
 * The capabilities that duesheet.json names under "with": a list, or a text with commas.
 * @param root the folder of .clasp.json
 */
export function namesInFile(root) {
  const path = join(root, 'duesheet.json');
  if (!existsSync(path)) return [];
  const wrong = new BuildRefusal('duesheet.json cannot be read. It should look like this: { "with": ["replies"] }');
  let told;
  try {
    told = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw wrong;
  }
  const names = told?.with ?? [];
  if (typeof names === 'string') return listed(names);
  if (!Array.isArray(names) || names.some((name) => typeof name !== 'string')) throw wrong;
  return names;
}

/**
 * The names as they are known, each once, in the order of the list.
 * @param known every capability by its name
 * @throws BuildRefusal for a name that is none of them, with the nearest
 * @example checkedNames(['reply'], { replies: {} }) // throws: There is no capability "reply". Did you mean replies?
 */
export function checkedNames(names, known) {
  const all = Object.keys(known);
  for (const name of names) {
    if (all.includes(name)) continue;
    const [near] = all
      .map((one) => ({ one, steps: stepsBetween(name.toLowerCase(), one) }))
      .filter(({ one, steps }) => steps <= one.length / 2)
      .sort((a, b) => a.steps - b.steps);
    const hint = near ? ` Did you mean ${near.one}?` : ` There ${all.length === 1 ? 'is' : 'are'}: ${all.join(', ')}.`;
    throw new BuildRefusal(`There is no capability "${name}".${hint} Nothing was built or pushed.`);
  }
  return all.filter((name) => names.includes(name));
}

/** How many letters two words are apart (Levenshtein, 1966). */
function stepsBetween(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

/** The manifest with the scopes and services of what is built in. */
export function manifestWith(manifest, specs) {
  if (specs.length === 0) return manifest;
  const { enabledAdvancedServices: services = [] } = manifest.dependencies ?? {};
  const more = specs.flatMap((spec) => spec.services);
  return {
    ...manifest,
    dependencies: { ...manifest.dependencies, enabledAdvancedServices: [...services, ...more] },
    oauthScopes: [...new Set([...manifest.oauthScopes, ...specs.flatMap(({ scopes }) => scopes)])],
  };
}

/**
 * What the script is told of how it was built, and null for the usual one: which scopes it cannot do without, and what else
 * it has with which scopes.
 */
export function builtWith(manifest, names, known) {
  if (names.length === 0) return null;
  return { needed: manifest.oauthScopes, capabilities: names.map((name) => ({ name, scopes: known[name].scopes })) };
}

/** Of each source file that has a `x.with-NAME.ts` beside it that one is taken, for the names that are built in. */
export function withCapabilities(names) {
  return {
    name: 'with-capabilities',
    setup(bundler) {
      if (names.length === 0) return;
      bundler.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const other = names.map((name) => path.replace(/\.ts$/, `.with-${name}.ts`)).find((one) => existsSync(one));
        return other === undefined ? undefined : { contents: readFileSync(other, 'utf8'), loader: 'ts' };
      });
    },
  };
}
