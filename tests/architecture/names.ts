// Which outside names a source file uses: Google's services, and clocks.
import ts from 'typescript';
import type { SourceFile } from './source-files';

export const SERVICES = [
  'SpreadsheetApp',
  'Gmail',
  'GmailApp',
  'PropertiesService',
  'LockService',
  'ScriptApp',
  'HtmlService',
  'Session',
  'Utilities',
  'CacheService',
  'MailApp',
  'UrlFetchApp',
  'Charts',
  'DriveApp',
  'Logger',
];

const NODES = new WeakMap<ts.Node, ts.Node[]>();

/** Every node of a tree, in order: gathered once, as several rules look at each. */
export function nodesOf(tree: ts.Node): ts.Node[] {
  const known = NODES.get(tree);
  if (known) return known;
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  NODES.set(tree, nodes);
  return nodes;
}

/**
 * The identifiers of a file that it neither declares nor imports, values and types alike.
 * @returns each name once; `GoogleAppsScript.Events.SheetsOnOpen` counts as `GoogleAppsScript`
 */
export function outsideNames(file: SourceFile): Set<string> {
  const used = new Set<string>();
  const declared = new Set<string>();
  for (const node of nodesOf(file.tree)) {
    if (!ts.isIdentifier(node)) continue;
    if (isDeclaredBy(node.parent, node)) declared.add(node.text);
    else if (!isMemberName(node.parent, node)) used.add(node.text);
  }
  for (const name of declared) used.delete(name);
  return used;
}

function isDeclaredBy(parent: ts.Node, name: ts.Identifier): boolean {
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isFunctionExpression(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isEnumDeclaration(parent) ||
    ts.isTypeParameterDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent);
  return declares && parent.name === name;
}

function isMemberName(parent: ts.Node, name: ts.Identifier): boolean {
  if (ts.isPropertyAccessExpression(parent)) return parent.name === name;
  if (ts.isQualifiedName(parent)) return parent.right === name;
  if (ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) return parent.propertyName === name;
  if (ts.isExportSpecifier(parent)) return parent.propertyName !== undefined && parent.name === name;
  const member =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isGetAccessor(parent) ||
    ts.isSetAccessor(parent) ||
    ts.isEnumMember(parent);
  return member && parent.name === name;
}

/** The places where a file asks what time it is, or for chance: `line 12: new Date()`. */
export function clockReadings(file: SourceFile): string[] {
  if (!/\b(?:Date|performance|Math)\b/.test(file.text)) return [];
  const { tree } = file;
  const found: string[] = [];
  for (const node of nodesOf(tree)) {
    const bareDate =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(tree) === 'Date';
    const asksNow =
      ts.isPropertyAccessExpression(node) && /^(Date|performance)\.now$|^Math\.random$/.test(node.getText(tree));
    if (asksNow || (bareDate && (node.arguments ?? []).length === 0)) {
      found.push(`line ${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}: ${node.getText(tree)}`);
    }
  }
  return found;
}
