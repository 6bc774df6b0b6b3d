// Builds dist/ (what is pushed to Google, whole) and build/ (the local host).
//   node build.mjs             builds everything
//   node build.mjs --if-stale  builds only when a source is newer than the last build
//   --with replies             with capabilities beyond the usual (src/sidebar/extras/capability-list.ts), as duesheet.json may say too
//   --plain                    without any, whatever duesheet.json says
//   --into FOLDER              what is pushed goes there instead of dist/, and nothing else is built
//   node build.mjs push WORDS  builds, then pushes with clasp, which is given the other words
// Messages go to stderr, so that commands which build first keep their stdout clean.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import {
  BuildRefusal,
  builtWith,
  checkedNames,
  manifestWith,
  namesInFile,
  withCapabilities,
  wordsOf,
} from './capabilities.mjs';
import { entryFunctions } from './entry-functions.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(root, ...parts);
const BUNDLE = '__duesheet';

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
/** Stands in the script for its own length in bytes, which takes no more room than this. */
const BYTES = '__BYTES_OF_THIS_SCRIPT__';
/** What the build puts into the sources of the product; src/dunning/history/version.ts is where it is read. */
const define = {
  __DUESHEET_VERSION__: JSON.stringify(version),
  __DUESHEET_BYTES__: JSON.stringify(BYTES),
  __DUESHEET_WITH__: 'null',
};

/**
 * What the language itself brings. A script that looks these up in its context pays for each look in a tall loop, many times over
 * where the context answers by interceptors, as the local host's does; the parameters of its closure are found at once.
 */
const BUILT_INS =
  'Array, ArrayBuffer, Boolean, DataView, Error, JSON, Map, Math, Number, Object, Reflect, RegExp, Set, String, Symbol, Uint32Array, Uint8Array, WeakMap';

/** A script of one closure, given the built-ins. @param name of what the closure gives */
function withBuiltIns(script, name = BUNDLE, builtIns = `${BUILT_INS}, Date`) {
  const [begins, ends] = [`var ${name} = (() => {\n`, '\n})();\n'];
  if (script.split(begins).length !== 2 || script.split(ends).length !== 2) {
    throw new Error('The bundler does not write the script as one closure any more: see withBuiltIns.');
  }
  return (
    script
      .replace(begins, () => `var ${name} = ((${builtIns}) => {\n`)
      .replace(ends, () => `\n})(${builtIns});\n`)
      // The mark of a CommonJS module would be put on a copy of all exports, made at every load, and nobody looks for it.
      .replace(/return __toCommonJS\((\w+)\);/, 'return $1;')
  );
}

/**
 * The script with what others wrote shipped short: whoever wants to read a library reads it where it is published, and every byte is
 * read in at every execution. The names by which the rest calls a library stay.
 */
async function withShortLibraries(script) {
  const parts = script.split(/^(?= {2}\/\/ (?:src|\S*\bnode_modules)\/\S+$)/m);
  const short = await Promise.all(
    parts.map(async (part) => {
      const end = part.search(/\n\n? {2}return __toCommonJS\(|\n\}\)\(/);
      if (!/^ {2}\/\/ \S*\bnode_modules\//.test(part)) return part;
      if (end >= 0) throw new Error('A library stands at the end of the script: see withShortLibraries.');
      const [mark, ...lines] = part.split('\n');
      const { code } = await transform(lines.join('\n'), { minify: true, target: 'es2020', charset: 'utf8' });
      return `${mark}\n\t${code}\n`;
    }),
  );
  return short.join('');
}

/**
 * The script as people read it: a tab for each step of indentation, where the bundler writes two spaces, and none for the closure
 * that holds everything; the folder named where the files of another begin; no marks that are for bundlers alone, and none of the
 * comments that the bundler keeps in classes while it drops all others. A blank stands before a function of the closure, so that
 * whoever looks for functions at the beginning of a line finds those that Google sees. A text over several lines must keep its spaces,
 * so both scripts have to be the same once all that is no text is taken out.
 */
async function forReaders(script) {
  const [begins, ends] = [script.indexOf('=> {\n'), script.lastIndexOf('\n})(')];
  let last = '';
  const closure = script
    .slice(begins, ends)
    .replace(/^ *\/\/ (?:src\/)?(\S+)\/\S+\.(?:ts|txt|js|mjs)\n/gm, (_, folder) => {
      const isSame = folder === last;
      last = folder;
      return isSame ? '' : `  //# ${folder}\n`;
    })
    .replace(/^ *\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n|^ *\/\/ .*\n|\/\* @__PURE__ \*\/ /gm, '')
    .replace(/^ {2}((?: {2})*)(\/\/#|(?:async )?function\b)?/gm, (_, spaces, begin = '') => {
      const start = '\t'.repeat(spaces.length / 2);
      return start + (begin === '//#' ? '//' : start === '' && begin !== '' ? ` ${begin}` : begin);
    });
  const readable = script.slice(0, begins) + closure + script.slice(ends);
  const [before, after] = await Promise.all(
    [script, readable].map((text) => transform(text, { minifyWhitespace: true, ignoreAnnotations: true })),
  );
  if (before.code !== after.code)
    throw new Error('A text of the script looks like an indented line or a mark of the bundler: see forReaders.');
  return readable;
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** What pages take whole and the script does not have, as the command line takes it too. */
const PARTS = {
  'money-in': 'sheet/bank/money-in.ts',
  audit: 'dunning/history/audit/audit.ts',
  replies: 'sheet/replies/replies.ts',
  'looking-ahead': 'usecases/ahead/looking-ahead.ts',
};

/** What is pushed, whole. */
const PUSHED = ['Code.js', 'sidebar.html', 'desk.html', 'appsscript.json'];

/** What a complete build leaves behind and clasp, the local host or a test then needs. */
const PRODUCTS = [
  ...PUSHED.map((name) => `dist/${name}`),
  ...[
    'build/local.mjs',
    'build/bench.mjs',
    ...Object.keys(PARTS).map((name) => `build/${name}.mjs`),
    'build/google-services.js',
    'build/meta.json',
    'build/stamp',
  ],
];

/** @param stamp the file that tells when, and with what, the products were built */
function isStale(products, stamp, names) {
  if (![...products, stamp].every((path) => existsSync(path))) return true;
  if (readFileSync(stamp, 'utf8') !== names.join(',')) return true;
  const built = statSync(stamp).mtimeMs;
  return [
    'src',
    'build.mjs',
    'capabilities.mjs',
    'entry-functions.mjs',
    'appsscript.json',
    'package.json',
    'package-lock.json',
  ].some((name) => newest(at(name)) > built);
}

/**
 * Google finds functions only at the top level and reads their help from the JSDoc above them; the bundler hides the
 * first in its closure and drops the second, so both are written behind the bundle again. Formulas tell how many arguments
 * they were given.
 */
function entryWrappers() {
  const files = readdirSync(at('src/entry')).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  return files
    .sort()
    .flatMap((name) => entryFunctions(at('src/entry', name)))
    .map(({ name, parameters, doc }) => {
      const given = parameters.join(', ');
      const call = /^[A-Z]/.test(name) ? `${name}.apply(this, arguments)` : `${name}(${given})`;
      return `${doc}\nfunction ${name}(${given}) {\n\treturn ${BUNDLE}.${call};\n}\n`;
    })
    .join('');
}

/** Of libraries nobody reads the names within a function here; short ones leave room for our own code, which keeps its names. */
async function withShortNames(library, minifySyntax = false) {
  const how = { minifyIdentifiers: true, minifySyntax, legalComments: 'inline', loader: 'js' };
  return (await transform(library, how)).code;
}

const libraries = {
  name: 'libraries',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, async ({ path }) => ({
      // Shorter syntax would take the marks off by which the bundler leaves out the hashes nobody asks for.
      contents: await withShortNames(readFileSync(path, 'utf8'), !path.includes('@noble')),
      loader: 'js',
    }));
  },
};

/**
 * A library that asks `Object.hasOwn` (ES2022) while the script loads would stop every formula and every menu item
 * where the engine has no such method; the bundler lowers syntax, not methods.
 */
const withoutHasOwn = {
  name: 'without-hasOwn',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]@noble[\\/]hashes[\\/]utils\.js$/ }, async ({ path }) => ({
      contents: await withShortNames(
        readFileSync(path, 'utf8').replaceAll('Object.hasOwn(', 'Object.prototype.hasOwnProperty.call('),
      ),
      loader: 'js',
    }));
  },
};

/** The library that draws codes writes a text as UTF-8 by `TextEncoder`, which Apps Script does not have. */
const withoutTextEncoder = {
  name: 'without-TextEncoder',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]lean-qr[\\/]nano\.mjs$/ }, ({ path }) => {
      const [before, after, ...more] = readFileSync(path, 'utf8').split('(new TextEncoder).encode(');
      if (after === undefined || more.length > 0)
        throw new Error('lean-qr encodes texts in another way: see withoutTextEncoder.');
      const encode = '((text) => Uint8Array.from(unescape(encodeURIComponent(text)), (byte) => byte.charCodeAt(0)))(';
      return { contents: `${before}${encode}${after}`, loader: 'js' };
    });
  },
};

/**
 * Text files as they are written: the bundler's own text loader would make one line of each, which nobody can read. What stands
 * above the first heading is for translators.
 */
const textFiles = {
  name: 'text-files',
  setup(bundler) {
    bundler.onLoad({ filter: /\.txt$/ }, ({ path }) => ({
      contents: `export default \`${readFileSync(path, 'utf8')
        .replace(/^[\s\S]*?(?=^(?:---|===) )/m, '')
        .replace(/[\\`$]/g, '\\$&')}\`;`,
      loader: 'js',
    }));
  },
};

/** What a source file of a pure room exports, run here. */
async function loaded(path) {
  const module = await bundledText(path, { format: 'esm', plugins: [textFiles] });
  return import(`data:text/javascript;base64,${Buffer.from(module).toString('base64')}`);
}

/**
 * What a file `*.prepared.ts` works out without being asked anything is worked out here, once: the script holds the results as
 * texts, which cost nothing until they are read.
 */
const prepared = {
  name: 'prepared',
  setup(bundler) {
    bundler.onLoad({ filter: /\.prepared\.ts$/ }, async ({ path }) => {
      const lines = Object.entries(await loaded(path)).map(([name, work]) => {
        const text = JSON.stringify(work()).replace(
          /[\\'\u2028\u2029]/g,
          (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        return `export const ${name} = () => JSON.parse('${text}');`;
      });
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

/** @param dist the folder of what is pushed @param names of what is built in beyond the usual */
async function buildProduct(dist, names, known) {
  const manifest = JSON.parse(readFileSync(at('appsscript.json'), 'utf8'));
  const code = join(dist, 'Code.js');
  await build({
    entryPoints: [at('src/entry/index.ts')],
    outfile: code,
    bundle: true,
    format: 'iife',
    globalName: BUNDLE,
    target: 'es2020',
    define: { ...define, __DUESHEET_WITH__: JSON.stringify(builtWith(manifest, names, known)) },
    charset: 'utf8',
    legalComments: 'inline',
    banner: {
      js: `// Duesheet ${version}: receivables formulas, reviewed reminders and a dunning schedule for Google Sheets.`,
    },
    footer: { js: `\n${entryWrappers()}` },
    metafile: true,
    absWorkingDir: root,
    plugins: [withoutHasOwn, withoutTextEncoder, prepared, withCapabilities(names), libraries],
    logLevel: 'warning',
  }).then(({ metafile }) => {
    if (dist === at('dist')) writeFileSync(at('build/meta.json'), JSON.stringify(metafile));
  });
  const script = await forReaders(withBuiltIns(await withShortLibraries(readFileSync(code, 'utf8'))));
  const bytes = String(Buffer.byteLength(script)).padStart(BYTES.length);
  writeFileSync(code, script.replace(BYTES, bytes));
  if (names.length === 0) cpSync(at('appsscript.json'), join(dist, 'appsscript.json'));
  else {
    const whole = manifestWith(
      manifest,
      names.map((name) => known[name]),
    );
    writeFileSync(join(dist, 'appsscript.json'), `${JSON.stringify(whole, null, 2)}\n`);
  }
}

/** The text that the bundler makes of one file and what it imports. */
async function bundledText(entry, options) {
  const shared = { bundle: true, charset: 'utf8', write: false, logLevel: 'warning' };
  const { outputFiles } = await build({ ...shared, ...options, entryPoints: [entry] });
  return outputFiles[0].text;
}

/** A page of the add-on, the sidebar or the desk, small since it is fetched at each opening: its start and its looks; `texts` are for the script, which reads them there. */
async function buildPage(dist, name, start, looks, texts = []) {
  // Google serves one page and nothing beside it, so that the imported style sheets are bundled into it as well.
  const [code, style] = await Promise.all([
    bundledText(at('src/sidebar', start), {
      format: 'iife',
      target: 'es2020',
      define,
      plugins: [prepared],
      minify: true,
    }),
    bundledText(at('src/sidebar', looks), { minify: true }),
  ]);
  const script = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').replaceAll('<?', '<\\x3f');
  // Functions as replacements: the texts may hold `$&`, which a replacement string would expand.
  const html = readFileSync(at('src/sidebar/sidebar.html'), 'utf8')
    .replace('/*STYLE*/', () => style)
    .replace('id="texts">[]', (empty) => empty.slice(0, -2) + JSON.stringify(texts).replaceAll('<', '\\u003c'))
    .replace('/*SCRIPT*/', () => script);
  writeFileSync(join(dist, name), html);
}

async function buildLocal() {
  const node = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  };
  await build({ ...node, entryPoints: [at('src/local/main.ts')], outfile: at('build/local.mjs') });
  await build({ ...node, entryPoints: [at('src/local/bench.ts')], outfile: at('build/bench.mjs') });
  for (const [name, start] of Object.entries(PARTS)) {
    await build({
      entryPoints: [at('src', start)],
      outfile: at('build', `${name}.mjs`),
      bundle: true,
      format: 'esm',
      target: 'es2022',
      platform: 'browser',
      define,
      plugins: [prepared, textFiles],
      logLevel: 'warning',
    });
  }
  // The services put a Date of their own in place of the language's, so they look that one up.
  const services = await bundledText(at('src/local/google-services/install.ts'), {
    format: 'iife',
    globalName: '__services',
    target: 'es2022',
  });
  writeFileSync(at('build/google-services.js'), withBuiltIns(services, '__services', BUILT_INS));
  await build({
    entryPoints: [at('src/local/page/main.ts')],
    outdir: at('build/page'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    loader: { '.html': 'copy', '.svg': 'dataurl' },
    logLevel: 'warning',
  });
  cpSync(at('src/local/page/index.html'), at('build/page/index.html'));
}

/** Everything that is pushed. */
async function buildPushed(dist, names, known) {
  mkdirSync(dist, { recursive: true });
  // clasp pushes whatever lies in dist/, so nothing of an earlier build may stay there.
  for (const name of readdirSync(dist)) rmSync(join(dist, name), { recursive: true });
  await Promise.all([
    buildProduct(dist, names, known),
    // The texts of letters ship with the sidebar, where the script reads them when a workbook is set up (src/google/shipped-texts.ts).
    loaded(at('src/dunning/letter/default-templates.ts')).then(({ defaultTemplates }) =>
      buildPage(dist, 'sidebar.html', 'main.ts', 'sidebar.css', defaultTemplates()),
    ),
    buildPage(dist, 'desk.html', 'desk-main.ts', 'desk.css'),
  ]);
}

async function main({ names: said, into, ifStale, plain, push, rest }) {
  if (!push && rest.length > 0)
    throw new BuildRefusal(`The build knows nothing of ${rest.join(' ')}: its words stand at the top of build.mjs.`);
  const { CAPABILITIES: known } = await loaded(at('src/sidebar/extras/capability-list.ts'));
  const names = plain ? [] : checkedNames(said ?? namesInFile(root), known);
  const dist = into === null ? at('dist') : resolve(into);
  const stamp = into === null ? at('build/stamp') : `${dist}.stamp`;
  const products = into === null ? PRODUCTS.map((name) => at(name)) : PUSHED.map((name) => join(dist, name));
  if (!ifStale || isStale(products, stamp, names)) {
    mkdirSync(at('build'), { recursive: true });
    await Promise.all([buildPushed(dist, names, known), ...(into === null ? [buildLocal()] : [])]);
    writeFileSync(stamp, names.join(','));
    const size = `Code.js ${Math.round(statSync(join(dist, 'Code.js')).size / 1024)} KB`;
    const what = [size, ...names.map((name) => `with ${name}`)].join(', ');
    process.stderr.write(into === null ? `Built dist/ (${what}) and build/.\n` : `Built ${into} (${what}).\n`);
  }
  if (push) process.exitCode = pushed(rest);
}

/** Runs clasp, which npm puts on the path. */
function pushed(words) {
  const { status, error } = spawnSync('clasp', ['push', '--force', ...words], {
    cwd: root,
    stdio: 'inherit',
    // The command is a script of its own kind there.
    shell: process.platform === 'win32',
  });
  if (error) throw new BuildRefusal(`clasp could not be run (${error.message}): npm ci first, then npm run push.`);
  return status ?? 1;
}

try {
  await main(wordsOf(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof BuildRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
