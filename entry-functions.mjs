// The functions of an entry file as written: names, parameters and the JSDoc that people read in a cell and in the README.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The exported functions of a source file with their parameter names and the JSDoc block directly above. */
export function entryFunctions(file) {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  for (const statement of source.statements) {
    if (!ts.isFunctionDeclaration(statement) || !statement.name) continue;
    if (!ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) continue;
    const comments = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
    const doc = comments.map(({ pos, end }) => text.slice(pos, end)).filter((comment) => comment.startsWith('/**'));
    if (doc.length === 0) throw new Error(`${file}: ${statement.name.text} has no JSDoc block directly above it.`);
    const parameters = statement.parameters.map((parameter) => parameter.name.getText(source));
    found.push({ name: statement.name.text, parameters, doc: doc[doc.length - 1] });
  }
  return found;
}
