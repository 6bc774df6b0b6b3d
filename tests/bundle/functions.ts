// The functions of a script as Google sees them: name, parameters, and the JSDoc directly above.
import ts from 'typescript';

export interface DocumentedFunction {
  name: string;
  /** As written, e.g. `due_date`; a rest, default or destructured parameter shows as such. */
  parameters: string[];
  /** The block directly above, whole; '' without one. */
  doc: string;
}

/**
 * The function declarations at the top level of a text.
 * @param exportedOnly leave out what is not exported (sources); false for a script, where everything counts
 */
export function topLevelFunctions(name: string, text: string, exportedOnly: boolean): DocumentedFunction[] {
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  return tree.statements
    .filter((statement) => ts.isFunctionDeclaration(statement))
    .filter((statement) => !exportedOnly || isExported(statement))
    .map((statement) => ({
      name: statement.name?.text ?? '',
      parameters: statement.parameters.map(parameterText),
      doc: docAbove(statement, text),
    }));
}

/** Names that a source exports as values in any other way than as a function declaration. */
export function otherExports(name: string, text: string): string[] {
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  return tree.statements
    .filter((statement) => !ts.isFunctionDeclaration(statement) && !isType(statement))
    .filter(
      (statement) => isExported(statement) || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement),
    )
    .map((statement) => statement.getText(tree).split('\n')[0] ?? '');
}

function isType(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

function isExported(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** The name without its type and question mark; whatever is more than a name stays visible. */
function parameterText(parameter: ts.ParameterDeclaration): string {
  const rest = parameter.dotDotDotToken ? '...' : '';
  const preset = parameter.initializer ? ` = ${parameter.initializer.getText()}` : '';
  return `${rest}${parameter.name.getText()}${preset}`;
}

/** Google takes the block that ends right above the function: nothing but white space may stand between. */
function docAbove(statement: ts.Node, text: string): string {
  const last = ts.getLeadingCommentRanges(text, statement.getFullStart())?.at(-1);
  if (!last || !/^\s*$/.test(text.slice(last.end, statement.getStart()))) return '';
  const comment = text.slice(last.pos, last.end);
  return comment.startsWith('/**') ? comment : '';
}

/** A JSDoc block in parts: the text before the first tag, and the tags as name and text. */
export function partsOf(doc: string): { description: string; tags: { name: string; text: string }[] } {
  const lines = doc
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim());
  const [description = '', ...tags] = lines.join('\n').split(/\n(?=@)/);
  return {
    description: description.trim(),
    tags: tags.map((tag) => {
      const [, name = '', text = ''] = /^@(\w+)\s*([\s\S]*)$/.exec(tag.trim()) ?? [];
      return { name, text: text.trim() };
    }),
  };
}
