// A stored text taken apart into words, fields and optional parts, and put together again letter by letter.

/** Words as they are written. */
export interface WordsPart {
  kind: 'words';
  text: string;
}

/** A field that is filled in, or a mark that is no more than kept. */
export interface FieldPart {
  kind: 'field';
  name: string;
  /** As stored. */
  raw: string;
}

/** Parts that are written in some cases only. */
export interface OptionalPart {
  kind: 'optional';
  name: string;
  /** Whether it is written where the field is empty, and not where it is filled. */
  isUnless: boolean;
  /** The marks around it as stored; of marks on lines of their own the whole lines. */
  open: string;
  close: string;
  parts: TextPart[];
}

export type TextPart = WordsPart | FieldPart | OptionalPart;

const MARK = /\{\{(?!\{)\s*([#^/!]?)\s*([^{}]*?)\s*\}\}/g;

interface Open {
  name: string;
  isUnless: boolean;
  open: string;
  parts: TextPart[];
}

/**
 * The parts of a text. What does not fit together (a mark that closes nothing, an end that is missing) stays as words.
 * @param text as stored
 * @example partsOf('Dear {{contact}}')[1] // { kind: 'field', name: 'contact', raw: '{{contact}}' }
 */
export function partsOf(text: string): TextPart[] {
  const whole: TextPart[] = [];
  const stack: Open[] = [];
  const parts = (): TextPart[] => stack[stack.length - 1]?.parts ?? whole;
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const [mark, sign = '', name = ''] = match;
    const place =
      sign === '' || sign === '!' ? { from: match.index, to: match.index + mark.length } : lineOf(text, match);
    const [start, end] = [Math.max(from, place.from), place.to];
    addWords(parts(), text.slice(from, start));
    from = end;
    const raw = text.slice(start, end);
    if (sign === '') parts().push({ kind: 'field', name, raw });
    else if (sign === '!') parts().push({ kind: 'field', name: '', raw });
    else if (sign !== '/') stack.push({ name, isUnless: sign === '^', open: raw, parts: [] });
    else close(stack, parts, name, raw);
  }
  addWords(parts(), text.slice(from));
  while (stack.length > 0) giveUp(stack, parts);
  return whole;
}

/** A mark that stands alone on its line takes the line with it. */
function lineOf(text: string, { 0: mark, index }: RegExpExecArray): { from: number; to: number } {
  const [from, to] = [index, index + mark.length];
  const before = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, from))?.[1];
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(to))?.[0];
  return before === undefined || after === undefined
    ? { from, to }
    : { from: from - before.length, to: to + after.length };
}

function close(stack: Open[], parts: () => TextPart[], name: string, raw: string): void {
  const last = stack[stack.length - 1];
  if (last?.name !== name) {
    addWords(parts(), raw);
    return;
  }
  stack.pop();
  parts().push({ kind: 'optional', ...last, close: raw });
}

/** What was opened and never closed is words. */
function giveUp(stack: Open[], parts: () => TextPart[]): void {
  const last = stack.pop();
  if (!last) return;
  addWords(parts(), last.open);
  for (const part of last.parts) {
    if (part.kind === 'words') addWords(parts(), part.text);
    else parts().push(part);
  }
}

function addWords(parts: TextPart[], text: string): void {
  const last = parts[parts.length - 1];
  if (text === '') return;
  if (last?.kind === 'words') last.text += text;
  else parts.push({ kind: 'words', text });
}

/**
 * The text of parts, as it is stored.
 * @example textOfParts(partsOf('Dear {{contact}}')) // 'Dear {{contact}}'
 */
export function textOfParts(parts: readonly TextPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'words') return part.text;
      return part.kind === 'field' ? part.raw : `${part.open}${textOfParts(part.parts)}${part.close}`;
    })
    .join('');
}
