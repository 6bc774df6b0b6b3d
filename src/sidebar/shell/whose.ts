// Whose customers are shown: chosen once, the same on every page, and remembered in this browser.
import { field } from './controls';
import { el } from './dom';
import type { Shell } from './shell';

const REMEMBERED = 'duesheet.whose';

/** An owner as AR Customers has it, '' for nobody; undefined for everybody. */
let chosen: string | undefined = remembered();

/** Google's frame may keep a page from remembering: then it holds until the page is closed. */
function remembered(): string | undefined {
  try {
    return window.localStorage.getItem(REMEMBERED) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whose customers are shown; undefined for everybody's. */
export function whose(): string | undefined {
  return chosen;
}

/** Shows the customers of an owner from now on. */
export function showWhose(owner: string | undefined): void {
  chosen = owner;
  try {
    if (owner === undefined) window.localStorage.removeItem(REMEMBERED);
    else window.localStorage.setItem(REMEMBERED, owner);
  } catch {
    // It holds for this page then.
  }
}

/** Whether an owner is the person in front of the screen: the cell has their address. */
function isMine(owner: string, you: string): boolean {
  return you !== '' && owner.toLowerCase().includes(you.toLowerCase());
}

/**
 * The choice of whose customers are shown, one's own first; null where all have one owner, or none.
 * @param owners as AR Customers has them, '' for nobody
 * @param changed draws the page anew
 */
export function whoseField(owners: readonly string[], shell: Shell, changed: () => unknown): HTMLElement | null {
  const all = [...new Set([...owners, ...(chosen === undefined ? [] : [chosen])])];
  if (all.length < 2 && chosen === undefined) return null;
  const you = shell.today?.sender.you ?? '';
  const mine = (owner: string): number => (isMine(owner, you) ? 0 : owner === '' ? 2 : 1);
  all.sort((a, b) => mine(a) - mine(b) || (a < b ? -1 : 1));
  const words = (owner: string): string => (mine(owner) === 0 ? `Mine (${owner})` : owner || 'Nobody’s');
  const select = el(
    'select',
    { 'data-seek': 'whose' },
    el('option', { value: '*' }, 'Everybody’s'),
    ...all.map((owner) => el('option', { value: `=${owner}` }, words(owner))),
  );
  select.value = chosen === undefined ? '*' : `=${chosen}`;
  select.addEventListener('change', () => {
    showWhose(select.value === '*' ? undefined : select.value.slice(1));
    changed();
  });
  return field('Whose customers', select);
}
