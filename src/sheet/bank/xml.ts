// The parts of an XML message, found by their names without prefixes.
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { BankFileRefused } from './bank-lines';

/** An element of a message. */
export type Part = XmlElement;

/**
 * The outermost element of a message.
 * @throws BankFileRefused `document-type` for one that declares a document type, `cut-off` for one that ends too early, else `not-well-formed`
 */
export function messageOf(text: string): Part {
  if (/<!DOCTYPE/i.test(text)) {
    throw new BankFileRefused(
      'document-type',
      'The file has a document type declaration, which no bank sends. Nothing was read. Download it anew from the bank.',
    );
  }
  try {
    const { root } = parseXml(text);
    if (root) return root;
  } catch {
    // What is wrong is told below, in words of the file.
  }
  if (isCutOff(text)) {
    throw new BankFileRefused(
      'cut-off',
      'The file ends in the middle: its last part is missing, so that payments may be missing. Nothing was read. Download it again.',
    );
  }
  throw new BankFileRefused(
    'not-well-formed',
    'The file is no sound XML: somebody or something changed it. Nothing was read. Download it anew from the bank.',
  );
}

// The tag that opens the message has to close it.
function isCutOff(text: string): boolean {
  const root = /<([A-Za-z_][\w.-]*(?::[\w.-]+)?)[\s>]/.exec(text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, ''))?.[1];
  return root !== undefined && !text.trimEnd().endsWith(`</${root}>`);
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The name of an element without its prefix. */
export function nameOf(part: Part): string {
  return bare(part.name);
}

/** All elements directly inside, of a name. */
export function parts(of: Part | undefined, name: string): Part[] {
  return (of?.children ?? []).filter((node): node is Part => node instanceof XmlElement && bare(node.name) === name);
}

/** The first element on a path of names, each directly inside the one before. */
export function part(of: Part | undefined, ...path: string[]): Part | undefined {
  return path.reduce<Part | undefined>((at, name) => parts(at, name)[0], of);
}

/** The text of the first element on a path; '' without one. */
export function textAt(of: Part | undefined, ...path: string[]): string {
  return (part(of, ...path)?.text ?? '').replace(/\s+/g, ' ').trim();
}
