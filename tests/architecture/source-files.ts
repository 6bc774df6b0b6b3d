// The source files as the architecture test sees them: path, room, text, syntax tree, and every module they name.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A module named by a file. */
export interface Import {
  /** As written: `../sheet/grid`, `date-fns`, `node:fs`. */
  specifier: string;
  /** The source file meant, from the project's root; null for a library. */
  target: string | null;
  /** True when nothing of it is there at run time. */
  typeOnly: boolean;
}

/** One TypeScript source; it is parsed when its tree or its imports are asked for first. */
export interface SourceFile {
  /** From the project's root, with slashes: `src/sheet/grid.ts`. */
  path: string;
  /** The folder below src; '' for files elsewhere. */
  room: string;
  text: string;
  readonly tree: ts.SourceFile;
  readonly imports: Import[];
}

/**
 * Every file below a folder whose name ends so.
 * @param folder from the project's root
 * @param ending e.g. `.ts`
 * @returns paths from the project's root
 */
export function filesBelow(folder: string, ending: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split('\\').join('/'))
    .sort();
}

/** Reads and parses the TypeScript files below a folder. Example: sourcesBelow('src')[0].room is 'dunning'. */
export function sourcesBelow(folder: string): SourceFile[] {
  const paths = filesBelow(folder, '.ts');
  const known = new Set(paths);
  return paths.map((path) => parsed(path, readFileSync(join(ROOT, path), 'utf8'), known));
}

/**
 * One parsed file.
 * @param known the paths that a relative import may mean
 */
export function parsed(path: string, text: string, known: ReadonlySet<string>): SourceFile {
  let tree: ts.SourceFile | undefined;
  let imports: Import[] | undefined;
  const [top = '', room = '', below] = path.split('/');
  return {
    path,
    room: top === 'src' && below !== undefined ? room : '',
    text,
    get tree() {
      tree ??= ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      return tree;
    },
    get imports() {
      imports ??= namedModules(this.tree).map(({ specifier, typeOnly }) => ({
        specifier,
        typeOnly,
        target: specifier.startsWith('.') ? resolved(path, specifier, known) : null,
      }));
      return imports;
    },
  };
}

function resolved(from: string, specifier: string, known: ReadonlySet<string>): string {
  const path = relative(ROOT, resolve(ROOT, dirname(from), specifier))
    .split('\\')
    .join('/');
  const candidates = [path, `${path}.ts`, `${path}/index.ts`, path.replace(/\.js$/, '.ts')];
  return candidates.find((candidate) => known.has(candidate)) ?? path;
}

/** Static, dynamic and type imports, re-exports, `import x = require()` and `/// <reference path>`, wherever they stand. */
function namedModules(tree: ts.SourceFile): { specifier: string; typeOnly: boolean }[] {
  const found = tree.referencedFiles.map((file) => ({ specifier: `./${file.fileName}`, typeOnly: true }));
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (node && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeExport(node));
    else if (ts.isImportTypeNode(node))
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isExternalModuleReference(node)) add(node.expression, false);
    else if (isModuleCall(node)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name || !bindings || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

function isTypeExport(node: ts.ExportDeclaration): boolean {
  if (node.isTypeOnly) return true;
  const names = node.exportClause;
  if (!names || !ts.isNamedExports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function isModuleCall(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression;
  return called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
}
