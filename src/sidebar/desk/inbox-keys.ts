// The keys of the inbox, and the help that lists them.
import { isKey, keyHelp } from '../shell/keys';

/** What the keys do. */
export interface KeyActs {
  next: () => void;
  previous: () => void;
  approve: () => void;
  edit: () => void;
  later: () => void;
  undo: () => void;
  search: () => void;
  help: () => void;
}

const KEYS: Record<string, keyof KeyActs> = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  e: 'edit',
  s: 'later',
  u: 'undo',
  '/': 'search',
  '?': 'help',
};

/** Does what a key stands for, unless somebody is writing; Escape leaves a field. */
export function onKey(event: KeyboardEvent, acts: KeyActs): void {
  if (!isKey(event)) return;
  const { target } = event;
  const isInList = target instanceof Element && target.closest('.inbox-lists') !== null;
  const arrows: Record<string, keyof KeyActs> = isInList ? { ArrowDown: 'next', ArrowUp: 'previous' } : {};
  const act = KEYS[event.key.toLowerCase()] ?? arrows[event.key];
  if (!act) return;
  event.preventDefault();
  acts[act]();
}

/** Says what the keys of the inbox do. */
export function inboxHelp(): void {
  keyHelp([
    'J, K: the next and the one before (arrow keys in the list).',
    'A: approve what you read and go on. U: undo the last approval.',
    'E: edit this mail. S: not now, until a day.',
    '/: search. Esc: leave a field or a page. ?: this help.',
  ]);
}
