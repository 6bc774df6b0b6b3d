// The navigation: the sidebar's tabs in a row, and the desk's in groups that fold, with the numbers of what waits.
import { el } from '../dom';
import { openGroups, rememberGroups } from './open-groups';

/** What the navigation says of a place. */
export interface NavigationItem {
  name: string;
  label: string;
  /** The heading it begins a group with, where the navigation has groups; '' ends them. */
  group?: string;
}

interface Tab {
  tab: HTMLButtonElement;
  badge: HTMLElement;
  group: Group | null;
}

interface Group {
  title: string;
  head: HTMLButtonElement;
  list: HTMLElement;
}

/** The tabs, the one that is selected, and the keys along them. */
export class Navigation {
  readonly root = el('div', { class: 'tabs' });
  private readonly tabs = new Map<string, Tab>();
  private readonly groups: Group[] = [];
  private readonly opened = openGroups();
  private selected = '';

  /**
   * @param items in their order
   * @param isWide whether they stand one below the other, in groups
   * @param go opens a place, after a question where words are not saved yet; `then` runs when it is left
   */
  constructor(
    items: readonly NavigationItem[],
    private readonly isWide: boolean,
    private readonly go: (name: string, then?: () => void) => void,
  ) {
    let list = this.newList('Duesheet');
    let group: Group | null = null;
    for (const item of items) {
      if (item.group !== undefined) {
        list = this.newList(item.group || 'Help and more');
        group = item.group === '' ? null : this.newGroup(item.group, list);
      }
      this.addTab(item, list, group);
    }
    this.root.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** Shows which place is open; the group it is in opens for it. */
  select(name: string): void {
    this.selected = name;
    for (const [other, { tab, group }] of this.tabs) {
      tab.setAttribute('aria-selected', String(other === name));
      if (other === name && group) this.setOpen(group, true);
    }
    this.placeTabStop();
  }

  /** Puts a number on a tab; 0 takes it away. @param meaning what it counts, for who hears it */
  badge(name: string, number: number, meaning: string): void {
    const badge = this.tabs.get(name)?.badge;
    if (!badge) return;
    badge.hidden = number === 0;
    badge.replaceChildren(number > 999 ? '999+' : String(number), el('span', { class: 'unseen' }, ` ${meaning}`));
  }

  private newList(label: string): HTMLElement {
    const list = el('div', { role: 'tablist', 'aria-label': label, class: 'tab-list' });
    if (this.isWide) list.setAttribute('aria-orientation', 'vertical');
    this.root.append(list);
    return list;
  }

  private newGroup(title: string, list: HTMLElement): Group {
    list.id = `tabs-${this.groups.length}`;
    const head = el('button', { type: 'button', class: 'tab-group', 'aria-controls': list.id }, title);
    const group = { title, head, list };
    head.addEventListener('click', () => this.choose(group, list.hidden !== false));
    list.before(head);
    this.groups.push(group);
    this.setOpen(group, this.opened.has(title));
    return group;
  }

  private addTab({ name, label }: NavigationItem, list: HTMLElement, group: Group | null): void {
    const badge = el('span', { class: 'badge', hidden: true });
    const tab = el(
      'button',
      { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel' },
      label,
      badge,
    );
    tab.addEventListener('click', () => this.go(name));
    this.tabs.set(name, { tab, badge, group });
    list.append(tab);
  }

  /** A person opens or folds a group, and finds it so the next time. */
  private choose(group: Group, isOpen: boolean): void {
    this.setOpen(group, isOpen);
    if (isOpen) this.opened.add(group.title);
    else this.opened.delete(group.title);
    rememberGroups(this.opened);
    this.placeTabStop();
  }

  private setOpen({ head, list }: Group, isOpen: boolean): void {
    list.hidden = !isOpen;
    head.setAttribute('aria-expanded', String(isOpen));
  }

  /** Tab leads into the list where the open page is; where that is folded away, to the first one. */
  private placeTabStop(): void {
    const at = this.tabs.get(this.selected);
    const isSeen = at !== undefined && !at.group?.list.hidden;
    const [first] = this.tabs.keys();
    for (const [name, { tab }] of this.tabs) tab.tabIndex = name === (isSeen ? this.selected : first) ? 0 : -1;
    for (const { head, list } of this.groups) {
      if (list.hidden && at?.group?.head === head) head.setAttribute('aria-current', 'true');
      else head.removeAttribute('aria-current');
    }
  }

  private onKey(event: KeyboardEvent): void {
    const seen = [...this.root.querySelectorAll<HTMLElement>('button')].filter((one) => one.offsetParent !== null);
    const at = seen.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const group = this.groups.find(({ head, list }) => head === seen[at] || list.contains(seen[at] ?? null));
    if (group && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      if (event.key === 'ArrowLeft') group.head.focus();
      if (seen[at] === group.head || event.key === 'ArrowLeft') this.choose(group, event.key === 'ArrowRight');
      return;
    }
    const [back, on] = this.isWide ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const steps: Record<string, number> = { [back]: at - 1, [on]: at + 1, Home: 0, End: seen.length - 1 };
    const step = steps[event.key];
    const to = step === undefined ? undefined : seen[(step + seen.length) % seen.length];
    if (!to) return;
    event.preventDefault();
    const name = [...this.tabs].find(([, { tab }]) => tab === to)?.[0];
    if (name === undefined) to.focus();
    else this.go(name, () => to.focus());
  }
}
