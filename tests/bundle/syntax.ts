// What a script uses of the language: outside names, and syntax newer than ES2020.
import ts from 'typescript';
import { nodesOf } from '../architecture/names';

/** What the language itself provides since ES2020; Intl is not in it and must be asked for with typeof. */
const LANGUAGE =
  'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error ' +
  'EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math ArrayBuffer Uint8Array Int8Array Uint16Array ' +
  'Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray DataView Map Set WeakMap WeakSet Proxy Reflect ' +
  'decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN arguments escape unescape';

/** What Apps Script provides beside the language and the product may use. */
const GOOGLE =
  'SpreadsheetApp Gmail PropertiesService LockService ScriptApp HtmlService Session Charts Utilities CacheService console';

const ALLOWED = new Set([...LANGUAGE.split(' '), ...GOOGLE.split(' ')]);

/** A use of a name, for a person: `TextEncoder, line 12`. */
type Finding = string;

interface Script {
  tree: ts.SourceFile;
  checker: ts.TypeChecker;
}

let latest: ts.SourceFile | null = null;

/** The tree of a script: the whole bundle is looked at more than once, and takes a second to read. */
function treeOf(text: string): ts.SourceFile {
  if (latest?.text !== text)
    latest = ts.createSourceFile('/Code.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  return latest;
}

function checked(text: string): Script {
  const name = '/Code.js';
  const tree = treeOf(text);
  const options: ts.CompilerOptions = {
    allowJs: true,
    noLib: true,
    noResolve: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
  };
  const host: ts.CompilerHost = {
    getSourceFile: (file) => (file === name ? tree : undefined),
    getDefaultLibFileName: () => '/lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (file) => file === name,
    readFile: () => undefined,
  };
  return { tree, checker: ts.createProgram([name], options, host).getTypeChecker() };
}

/**
 * The names a script takes from outside that neither the language nor our services provide. A name that is only asked
 * for with `typeof NAME`, or used in the part of an expression that such a question guards, is allowed; so is a member
 * of globalThis under the same rule.
 * @example forbiddenNames('new URL("x")') // ['URL, line 1']
 */
export function forbiddenNames(text: string): Finding[] {
  const { tree, checker } = checked(text);
  const found: Finding[] = [];
  for (const node of nodesOf(tree)) {
    const name = outsideName(node, checker);
    if (name === null || ALLOWED.has(name) || isGuarded(node, name, tree)) continue;
    found.push(`${name}, line ${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`);
  }
  return found;
}

function outsideName(node: ts.Node, checker: ts.TypeChecker): string | null {
  if (ts.isPropertyAccessExpression(node) && isGlobalThis(node.expression)) return node.name.text;
  if (ts.isElementAccessExpression(node) && isGlobalThis(node.expression)) return node.argumentExpression.getText();
  if (!ts.isIdentifier(node) || isGlobalThis(node) || !isReference(node)) return null;
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return symbol === undefined ? node.text : null;
}

function isGlobalThis(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'globalThis';
}

/** False for names of members, labels and declarations, which take nothing from outside. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  const named =
    ts.isFunctionLike(parent) || ts.isClassLike(parent) || ts.isVariableDeclaration(parent) || ts.isParameter(parent);
  return !(named && parent.name === node);
}

/**
 * `typeof X` itself, and what stands behind it in the same `&&`, `?:` or `if`, or behind `'X' in globalThis`, or below an
 * `if (typeof X === 'undefined') return`.
 */
function isGuarded(node: ts.Node, name: string, tree: ts.SourceFile): boolean {
  if (ts.isTypeOfExpression(node.parent)) return true;
  const asked = new RegExp(`typeof (globalThis\\.)?${name}\\b|["']${name}["'] in globalThis`);
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isConditionalExpression(parent) && at !== parent.condition && asked.test(parent.condition.getText(tree)))
      return true;
    if (ts.isIfStatement(parent) && at !== parent.expression && asked.test(parent.expression.getText(tree)))
      return true;
    if (ts.isBlock(parent) && parent.statements.some((one) => one.end < at.pos + 1 && leavesUnless(one, asked, tree)))
      return true;
    const and = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
    if (and && at === parent.right && asked.test(parent.left.getText(tree))) return true;
  }
  return false;
}

/** `if (typeof X === 'undefined') return ...`: what follows in the block runs only where X is. */
function leavesUnless(statement: ts.Statement, asked: RegExp, tree: ts.SourceFile): boolean {
  if (!ts.isIfStatement(statement)) return false;
  const condition = statement.expression.getText(tree);
  return asked.test(condition) && /[!=]==? ["']undefined["']$/.test(condition) && leaves(statement.thenStatement);
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return statement.statements.some(leaves);
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement);
}

const NEWER_OPERATORS = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.QuestionQuestionEqualsToken, '??='],
  [ts.SyntaxKind.BarBarEqualsToken, '||='],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken, '&&='],
]);

/** Methods that came after ES2020 and that older engines lack. */
const NEWER_METHODS =
  /^(replaceAll|at|findLast|findLastIndex|toSorted|toReversed|toSpliced|hasOwn|any|groupBy|isWellFormed)$/;

/**
 * Syntax newer than ES2020 or refused by Apps Script, and calls of newer methods of the language.
 * @example newerSyntax('class A { #b = 1 }') // ['private name, line 1', 'class field, line 1']
 */
export function newerSyntax(text: string): Finding[] {
  const tree = treeOf(text);
  const found: Finding[] = [];
  for (const node of nodesOf(tree)) {
    const what = newerPart(node, tree);
    if (what) found.push(`${what}, line ${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`);
  }
  return found;
}

function newerPart(node: ts.Node, tree: ts.SourceFile): string | null {
  if (ts.isPrivateIdentifier(node)) return 'private name';
  if (ts.isPropertyDeclaration(node)) return 'class field';
  if (ts.isClassStaticBlockDeclaration(node)) return 'static block';
  if (ts.isBigIntLiteral(node)) return 'BigInt literal';
  if (ts.isNumericLiteral(node) && node.getText(tree).includes('_')) return 'numeric separator';
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) return 'import.meta';
  if (ts.isBinaryExpression(node)) return NEWER_OPERATORS.get(node.operatorToken.kind) ?? null;
  if (ts.isRegularExpressionLiteral(node) && /[dv]/.test(node.text.slice(node.text.lastIndexOf('/'))))
    return 'regex flag';
  if (!ts.isCallExpression(node)) return null;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return 'import()';
  if (!ts.isPropertyAccessExpression(node.expression)) return null;
  const method = node.expression.name.text;
  return NEWER_METHODS.test(method) ? `${method}()` : null;
}
