// A text to write in, its fields as chips and its optional parts folded; what it says is what is stored.
import { el, freshId } from '../shell/dom';
import { fieldName, isField, whenWritten } from './field-names';
import { type OptionalPart, partsOf, type TextPart } from './template-parts';

/** A text to write in. */
export interface TextField {
  element: HTMLElement;
  /** The text as it is stored. */
  value: () => string;
  set: (text: string) => void;
  /** Puts a field where the cursor is, or was last; at the end of a text that had none. */
  insert: (name: string) => void;
  focus: () => void;
}

/** Whether a part that hangs on a field is written in the case that is looked at. */
export type IsWritten = (name: string) => boolean;

/**
 * Makes one.
 * @param label its name
 * @param lines whether it has one line or several
 * @param typed told whenever what it says may have changed
 * @param isWritten which parts within a sentence are shown at once, so that it can be read
 */
export function textField(
  label: string,
  lines: 'one' | 'several',
  typed: () => void,
  isWritten: IsWritten = () => false,
): TextField {
  const labelId = freshId('text');
  const box = editable(lines);
  box.setAttribute('aria-labelledby', labelId);
  let place: Range | null = null;
  const draw = (text: string): void => {
    place = null;
    box.replaceChildren(...nodesOf(partsOf(text), isWritten));
    giveRoom(box);
  };
  const keepPlace = (): void => {
    const selection = window.getSelection();
    if (!box.isConnected) document.removeEventListener('selectionchange', keepPlace);
    else if (selection && selection.rangeCount > 0 && box.contains(selection.anchorNode))
      place = selection.getRangeAt(0);
  };
  document.addEventListener('selectionchange', keepPlace);
  box.addEventListener('input', typed);
  box.addEventListener('click', besideChip);
  // Marks that somebody typed or pasted become chips.
  box.addEventListener('focusout', (event) => {
    const isLeft = !(event.relatedTarget instanceof Node) || !box.contains(event.relatedTarget);
    if (isLeft && visibleWords(box).includes('{{')) draw(written(box));
  });
  return {
    element: el('div', { class: 'field' }, el('div', { id: labelId, class: 'field-name' }, label), box),
    value: () => written(box),
    set: draw,
    insert: (name) => {
      const at = outsideChips(place ?? endOf(box));
      const made = chip(name, `{{${name}}}`);
      at.deleteContents();
      at.insertNode(made);
      giveRoom(made.parentElement ?? box);
      const behind = made.nextSibling;
      at.setStart(behind ?? made, behind instanceof Text && behind.data === ROOM ? 1 : 0);
      at.collapse(true);
      (made.closest<HTMLElement>('[contenteditable]:not([contenteditable="false"])') ?? box).focus();
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(at);
      typed();
    },
    focus: () => box.focus(),
  };
}

function editable(lines: 'one' | 'several'): HTMLElement {
  const box = el('div', {
    class: `text-box ${lines}`,
    role: 'textbox',
    'aria-multiline': String(lines === 'several'),
    tabindex: 0,
    dir: 'auto',
    contenteditable: 'plaintext-only',
  });
  // A browser that does not know the word takes the text out of what is pasted all the same.
  if (box.contentEditable !== 'plaintext-only') box.contentEditable = 'true';
  box.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    event.stopPropagation();
    document.execCommand(
      'insertText',
      false,
      lines === 'one' ? text.replace(/\s+/g, ' ') : text.replace(/\r\n?/g, '\n'),
    );
  });
  if (lines === 'one')
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
  return box;
}

/** Takes no room and is not stored: the cursor needs words to stand in before, between and behind chips. */
const ROOM = '\uFEFF';

/** Gives the cursor a place on both sides of each chip and fold of a text. */
function giveRoom(text: HTMLElement): void {
  const isWords = (node: ChildNode | null): boolean => node instanceof Text && node.data !== '';
  for (const part of [...text.children]) {
    if (!isWords(part.previousSibling)) part.before(ROOM);
    if (!isWords(part.nextSibling)) part.after(ROOM);
  }
}

/** A place that lies in a chip is behind it. */
function outsideChips(range: Range): Range {
  const { startContainer: at } = range;
  const inside = (at instanceof Element ? at : at.parentElement)?.closest('[data-raw]');
  if (!inside) return range;
  range.setStartAfter(inside);
  range.collapse(true);
  return range;
}

/** Who presses a chip means the place before or behind it, whichever is nearer. */
function besideChip({ target, clientX }: MouseEvent): void {
  const pressed = target instanceof Element ? target.closest('[data-raw]') : null;
  if (!pressed) return;
  const { left, right } = pressed.getBoundingClientRect();
  const range = document.createRange();
  if (clientX < (left + right) / 2) range.setStartBefore(pressed);
  else range.setStartAfter(pressed);
  range.collapse(true);
  pressed.closest<HTMLElement>('[role="textbox"]')?.focus();
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

function endOf(box: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(box);
  range.collapse(false);
  return range;
}

function nodesOf(parts: readonly TextPart[], isWritten: IsWritten): Node[] {
  return parts.map((part) => {
    if (part.kind === 'words') return document.createTextNode(part.text);
    return part.kind === 'field' ? chip(part.name, part.raw) : fold(part, isWritten);
  });
}

function chip(name: string, raw: string): HTMLElement {
  const isKnown = name === '' || isField(name);
  const words = name === '' ? 'a note' : isKnown ? fieldName(name) : `${name}?`;
  return el(
    'span',
    { class: isKnown ? 'chip' : 'chip unknown', contenteditable: 'false', 'data-raw': raw },
    words,
    !isKnown && el('span', { class: 'unseen' }, ' (no such field)'),
  );
}

/** An optional part: its case in words on a button, which shows what is written in that case. */
function fold({ name, isUnless, open, close, parts }: OptionalPart, isWritten: IsWritten): HTMLElement {
  const isBlock = open.endsWith('\n');
  const text = parts[parts.length - 1];
  // The end of the last line belongs to the mark behind it and is not shown as an empty line.
  const tail = isBlock && text?.kind === 'words' ? (/[\r\n]*$/.exec(text.text)?.[0] ?? '') : '';
  const shown =
    tail === '' || text?.kind !== 'words'
      ? parts
      : [...parts.slice(0, -1), { ...text, text: text.text.slice(0, -tail.length) }];
  const words = whenWritten(name, isUnless);
  const body = editable('several');
  body.classList.add('optional-body');
  body.setAttribute('aria-label', `Only ${words}`);
  body.id = freshId('optional');
  const isOpen = !isBlock && isWritten(name) !== isUnless;
  body.hidden = !isOpen;
  body.append(...nodesOf(shown, isWritten));
  giveRoom(body);
  const opener = el(
    'button',
    { type: 'button', class: 'optional-case', 'aria-expanded': String(isOpen), 'aria-controls': body.id },
    isBlock ? `only ${words}` : words,
  );
  opener.addEventListener('click', () => {
    body.hidden = !body.hidden;
    opener.setAttribute('aria-expanded', String(!body.hidden));
  });
  return el(
    'span',
    {
      class: isBlock ? 'optional block' : 'optional',
      contenteditable: 'false',
      'data-open': open,
      'data-tail': tail,
      'data-close': close,
    },
    opener,
    body,
  );
}

/** What a part of the page says, as it is stored. */
function written(node: Node): string {
  if (node instanceof Text) return node.data.replaceAll(ROOM, '');
  if (!(node instanceof HTMLElement)) return '';
  const { raw, open, tail = '', close = '' } = node.dataset;
  if (raw !== undefined) return raw;
  const inside = (part: Node): string => [...part.childNodes].map(written).join('');
  if (open !== undefined) {
    const body = node.querySelector(':scope > .optional-body');
    return `${open}${body ? inside(body) : ''}${tail}${close}`;
  }
  if (node.tagName === 'BR') return '\n';
  // A browser without plain editing puts each new line into a part of its own.
  return node.tagName === 'DIV' && !node.hasAttribute('role') ? `\n${inside(node)}` : inside(node);
}

function visibleWords(node: Node): string {
  if (node instanceof Text) return node.data;
  return node instanceof HTMLElement && node.dataset['raw'] !== undefined
    ? ''
    : [...node.childNodes].map(visibleWords).join('');
}
