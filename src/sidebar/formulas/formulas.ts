// The Formulas page: what each formula tells, and putting one that is ready into the selected cell.
import { button, field } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { FORMULA_GUIDE } from './formula-guide';

/** Draws the list of formulas. */
export async function formulasView(host: HTMLElement, shell: Shell): Promise<void> {
  const [view] = await Promise.all([
    shell.load(host, 'Reading your columns…', formulasView, 'getFormulas'),
    shell.today ? null : shell.refreshToday(),
  ]);
  if (!view) return;
  const search = el('input', { type: 'search', autocomplete: 'off' });
  const list = el('ul', { class: 'formulas' });
  const none = el('p', { class: 'empty', hidden: true }, 'No formula says that. Try another word.');
  const ready = new Map(Object.entries(view.ready));
  const items = FORMULA_GUIDE.map((formula) => ({
    formula,
    item: formulaItem({ ...formula, ready: ready.get(formula.name) }, shell),
  }));
  list.append(...items.map(({ item }) => item));
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase();
    for (const { formula, item } of items)
      item.hidden = !`${formula.name} ${formula.meaning}`.toLowerCase().includes(wanted);
    none.hidden = items.some(({ item }) => !item.hidden);
  });
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Formulas')),
    el(
      'p',
      { class: 'hint' },
      'Select an empty cell in the sheet, then put a formula into it. Each fills the cells below by itself.',
    ),
    field('Find', search),
    list,
    none,
  );
}

/** A formula; `ready` where it can be put into a cell as it is. */
interface ReadyOrNot {
  name: string;
  meaning: string;
  ready: string | undefined;
}

function formulaItem({ name, meaning, ready }: ReadyOrNot, shell: Shell): HTMLElement {
  const insert = async (): Promise<void> => {
    const result = await shell.ask('insertFormula', name);
    if (result) shell.say(result.message);
  };
  return el(
    'li',
    { class: 'card' },
    el('h3', {}, name),
    el('p', {}, meaning),
    ready && el('code', {}, ready),
    ready
      ? button('Put into the selected cell', insert, { busy: 'Putting…', name: `Put into the selected cell: ${name}` })
      : el('p', { class: 'hint' }, 'Type it into a cell: Sheets then says what goes where.'),
  );
}
