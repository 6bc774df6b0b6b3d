// Keys on the desk's pages: J and K go along a list, other letters act on what has the keyboard, and ? lists them.
import { button, confirmDialog } from './controls';
import type { Shell } from './shell';

/** What a key does on a page. */
export interface KeyAct {
  /** For the help: `accept this line`. */
  words: string;
  /** @param item the one that has the keyboard; null for none */
  act: (item: HTMLElement | null) => unknown;
}

/** The keys of a page. */
export interface PageKeys {
  /** What J and K go along, as a selector. */
  items: string;
  /** What an item is called: `line`. */
  item: string;
  /** What Enter does with it; '' for nothing. */
  enter: string;
  acts?: Readonly<Record<string, KeyAct>>;
}

/** Whether somebody is writing, or a dialog asks. */
export function isTaken(target: EventTarget | null): boolean {
  const field = target instanceof Element && target.closest('input, select, textarea, [contenteditable]');
  return Boolean(field) || document.querySelector('dialog[open]') !== null;
}

/** Whether a key is pressed by itself, with nobody writing; Escape leaves a field that is searched in. */
export function isKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (event.key === 'Escape' && target instanceof HTMLInputElement && target.type === 'search') target.blur();
  return !isTaken(target);
}

/** Says what the keys do. */
export function keyHelp(sentences: string[]): void {
  void confirmDialog('Keys', sentences, 'Got it', 'Close');
}

/** A page that listens, until it is drawn anew or left. */
const listening = new WeakMap<HTMLElement, AbortController>();

/** On the desk a page takes keys, and its head has a button that lists them. */
export function pageKeys(host: HTMLElement, shell: Shell, { items, item, enter, acts = {} }: PageKeys): void {
  if (!shell.isWide) return;
  const own = new AbortController();
  listening.get(host)?.abort();
  listening.set(host, own);
  // Where the keyboard was, as long as the list it was in may be drawn anew.
  let last = 0;
  const all = (): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(items)].filter((one) => one.offsetParent);
  const current = (list: readonly HTMLElement[]): number =>
    list.findIndex((one) => one.contains(document.activeElement));
  const move = (step: 1 | -1): void => {
    const list = all();
    const at = current(list);
    const next = at < 0 ? last : at + step;
    const to = list[Math.min(list.length - 1, Math.max(0, next))];
    if (!to) return;
    last = list.indexOf(to);
    if (to.tabIndex < 0) to.tabIndex = -1;
    to.focus();
    to.scrollIntoView({ block: 'nearest' });
  };
  const search = host.querySelector<HTMLElement>('input[type="search"]');
  const help = (): void => {
    const letters = Object.entries(acts).map(([key, { words }]) => `${key.toUpperCase()}: ${words}.`);
    keyHelp([
      `J, K: the next ${item} and the one before.${enter === '' ? '' : ` Enter: ${enter}.`}`,
      ...(letters.length > 0 ? [letters.join(' ')] : []),
      `${search ? '/: search. ' : ''}Esc: leave a page behind this one. ?: this help.`,
    ]);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!host.isConnected) {
      own.abort();
      return;
    }
    if (!isKey(event)) return;
    const key = event.key.toLowerCase();
    const act = Object.hasOwn(acts, key) ? acts[key] : undefined;
    if (key === 'j') move(1);
    else if (key === 'k') move(-1);
    else if (key === '/' && search) search.focus();
    else if (key === '?') help();
    else if (act) {
      const list = all();
      last = Math.max(0, current(list));
      act.act(list[current(list)] ?? null);
    } else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', onKey, { signal: own.signal });
  const opener = button('Keys', help, { kind: 'quiet', name: 'Keys: what they do on this page' });
  opener.classList.add('page-keys');
  host.querySelector('.view-head')?.append(opener);
}

/** Presses the button of an item that has these words. @returns whether there is one */
export function pressIn(item: HTMLElement | null, words: string): boolean {
  const found = [...(item?.querySelectorAll('button') ?? [])].find((one) => one.textContent === words);
  found?.click();
  return found !== undefined;
}
