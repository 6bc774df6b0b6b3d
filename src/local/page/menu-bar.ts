// The add-on's menus, as the editor's menu bar would show them.
import { element, type PageState, part } from './host-calls';

/**
 * Draws the menus.
 *
 * @param choose runs the chosen item's function
 */
export function showMenus(menus: PageState['menus'], choose: (handler: string) => void): void {
  const bar = part('menus');
  const drawn = JSON.stringify(menus);
  if (bar.dataset['drawn'] === drawn) return;
  bar.dataset['drawn'] = drawn;
  bar.replaceChildren(...menus.map((menu, index) => menuOf(menu, index, choose)));
  if (menus.length === 0) bar.append(element('span', 'The add-on has made no menu.', { class: 'empty' }));
}

function menuOf(menu: PageState['menus'][number], index: number, choose: (handler: string) => void): HTMLElement {
  const box = element('div', '', { class: 'menu' });
  const list = element('div', '', { role: 'menu', id: `menu-${index}`, 'aria-label': menu.caption });
  list.hidden = true;
  const button = element('button', menu.caption, {
    type: 'button',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  });
  const toggle = (visible: boolean) => {
    list.hidden = !visible;
    button.setAttribute('aria-expanded', String(visible));
    if (visible) (list.querySelector('button') ?? button).focus();
  };
  for (const item of menu.items) {
    if (item.handler === '') {
      list.append(element('hr', ''));
      continue;
    }
    const entry = element('button', item.caption, { type: 'button', role: 'menuitem' });
    entry.addEventListener('click', () => {
      toggle(false);
      button.focus();
      choose(item.handler);
    });
    list.append(entry);
  }
  button.addEventListener('click', () => toggle(list.hidden !== false));
  box.addEventListener('keydown', (event) => onKey(event, list, () => toggle(false), button));
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget as Node | null)) toggle(false);
  });
  box.append(button, list);
  return box;
}

function onKey(event: KeyboardEvent, list: HTMLElement, close: () => void, button: HTMLElement): void {
  if (list.hidden) return;
  const entries = [...list.querySelectorAll('button')];
  const at = entries.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === 'Escape') {
    close();
    button.focus();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    entries[(at + step + entries.length) % entries.length]?.focus();
  }
}
