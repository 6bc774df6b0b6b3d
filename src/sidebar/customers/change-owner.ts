// Several customers given to another owner: chosen, shown before, changed at once, and taken back.
import type { CustomersView } from '../../entry/sidebar-calls';
import { complain } from '../shell/agreement-fields';
import { button, confirmDialog, field, textInput } from '../shell/controls';
import { el, freshId, markUnsaved } from '../shell/dom';
import { count } from '../shell/format';
import type { Shell } from '../shell/shell';

/** So many of those who change are named before. */
const NAMED = 12;

/** The form under the list. @param again reads the list anew */
export function ownerForm({ customers, owners }: CustomersView, shell: Shell, again: () => Promise<void>): HTMLElement {
  const names = el(
    'datalist',
    { id: freshId('owners') },
    ...owners.filter(({ owner }) => owner !== '').map(({ owner }) => el('option', { value: owner })),
  );
  const to = textInput('', { list: names.id, maxlength: '200' });
  const boxes = customers.map((customer) => ({
    customer,
    box: el('input', { type: 'checkbox', id: freshId('give') }),
  }));
  const form = el('section', { class: 'card owner-form', 'aria-label': 'Change the owner' });
  form.addEventListener('change', () =>
    markUnsaved(
      form,
      boxes.some(({ box }) => box.checked),
    ),
  );
  const all = button('Choose all', () => {
    const on = !boxes.every(({ box }) => box.checked);
    for (const { box } of boxes) box.checked = on;
    markUnsaved(form, on);
  });
  const give = async (): Promise<void> => {
    const owner = to.value.trim();
    const chosen = boxes.filter(({ box, customer }) => box.checked && customer.owner !== owner);
    if (chosen.length === 0) {
      complain(shell, 'Choose customers who have another owner than this one.', boxes[0]?.box ?? to);
      return;
    }
    const lines = chosen
      .slice(0, NAMED)
      .map(({ customer }) => `${customer.name}: ${customer.owner || 'nobody'} → ${owner || 'nobody'}`);
    const rest = chosen.length - lines.length;
    const said = [
      ...lines,
      ...(rest > 0 ? [`And ${rest} more.`] : []),
      'This writes the column Owner of AR Customers.',
    ];
    if (!(await confirmDialog(`Change the owner of ${count(chosen.length, 'customer')}?`, said, 'Change'))) return;
    const changes = chosen.map(({ customer }) => ({ key: customer.key, from: customer.owner, to: owner }));
    const result = await shell.ask('changeOwners', changes);
    if (!result) return;
    markUnsaved(form, false);
    await again();
    const undo = async (): Promise<void> => {
      const back = await shell.ask(
        'changeOwners',
        changes.map((one) => ({ key: one.key, from: one.to, to: one.from })),
      );
      if (!back) return;
      await again();
      shell.say(back.message);
    };
    shell.say(result.message, { label: 'Undo', press: undo });
  };
  form.append(
    el('h3', {}, 'Change the owner'),
    field('New owner', to, 'Their address, as in AR Customers; empty for nobody.'),
    names,
    el(
      'ul',
      { class: 'owner-choices' },
      ...boxes.map(({ customer, box }) =>
        el(
          'li',
          {},
          box,
          el(
            'label',
            { for: box.id, class: 'owner-name' },
            el('span', { dir: 'auto' }, customer.name),
            el('span', { class: 'hint' }, ` ${customer.owner || 'nobody’s'}`),
          ),
        ),
      ),
    ),
    el('div', { class: 'actions' }, button('Change…', give, { kind: 'primary', busy: 'Changing…' }), all),
  );
  return form;
}
