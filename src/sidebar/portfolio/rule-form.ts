// The form of a rule: its order, the segment it names, and its lines.
import type { RuleChange, SegmentRuleView, SegmentsView } from '../../entry/sidebar-calls';
import { choice, complain } from '../shell/agreement-fields';
import { button, field, textInput } from '../shell/controls';
import { el, freshId } from '../shell/dom';
import type { InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';

interface LineFields {
  /** Null for a line that is not in the tab yet. */
  seen: RuleChange['seen'];
  element: HTMLElement;
  field: HTMLSelectElement;
  is: HTMLSelectElement;
  value: HTMLInputElement;
}

/**
 * The form for a rule.
 * @param rule null for a new one, which begins switched off
 * @param save writes the lines; false where they were not saved
 */
export function ruleForm(
  view: SegmentsView,
  rule: SegmentRuleView | null,
  save: (changes: RuleChange[]) => Promise<boolean>,
  shell: Shell,
): InlineForm {
  const order = textInput(rule?.order ?? String(nextOrder(view)), { inputmode: 'numeric' });
  const names = el(
    'datalist',
    { id: freshId('segments') },
    ...view.segments.map((name) => el('option', { value: name })),
  );
  const segment = textInput(rule?.segment ?? '', { list: names.id });
  const note = textInput(rule?.note ?? '');
  const list = el('div', { class: 'rule-fields' });
  const lines: LineFields[] = [];
  const removed: RuleChange[] = [];
  const add = (line: SegmentRuleView['lines'][number] | null): void => {
    const fields = lineFields(view, line);
    const drop = button(
      'Leave this line out',
      () => {
        lines.splice(lines.indexOf(fields), 1);
        if (fields.seen) removed.push({ seen: fields.seen, cells: null });
        fields.element.remove();
      },
      { kind: 'quiet' },
    );
    fields.element.append(drop);
    lines.push(fields);
    list.append(fields.element);
  };
  for (const line of rule?.lines ?? [null]) add(line);
  return {
    title: rule ? 'Change the rule' : 'A new rule',
    fields: [
      field('Order', order, 'The lowest that holds counts.'),
      field('Segment', segment, 'One that has steps in AR Policy.'),
      names,
      list,
      button('Add a line', () => add(null), { kind: 'quiet' }),
      field('Note', note),
    ],
    hint: rule ? '' : 'It begins switched off, so that you see first whom it would catch.',
    submit: 'Save the rule',
    act: async () => {
      if (order.value.trim() === '') return Boolean(complain(shell, 'Write the order of the rule.', order));
      if (segment.value.trim() === '') return Boolean(complain(shell, 'Name the segment.', segment));
      if (lines.length === 0) return Boolean(complain(shell, 'A rule needs a line at least.', segment));
      const active = rule?.active ? 'yes' : 'no';
      const changes = lines.map(
        ({ seen, field: what, is, value }, at): RuleChange => ({
          seen,
          cells: {
            ...{ Order: order.value.trim(), Segment: segment.value.trim(), Field: what.value, Is: is.value },
            ...{ Value: value.value.trim(), Active: active, Note: at === 0 ? note.value.trim() : '' },
          },
        }),
      );
      // Rows that go are written by themselves: where they are mixed with others, nothing is checked.
      if (!(await save(changes))) return false;
      return removed.length === 0 || save(removed);
    },
  };
}

function nextOrder({ rules }: SegmentsView): number {
  const last = Math.max(0, ...rules.map(({ order }) => Number(order)).filter(Number.isFinite));
  return Math.floor(last / 10) * 10 + 10;
}

function lineFields(view: SegmentsView, line: SegmentRuleView['lines'][number] | null): LineFields {
  const what = el(
    'select',
    {},
    el('optgroup', { label: 'Worked out' }, ...view.fields.map((name) => el('option', { value: name }, name))),
    el('optgroup', { label: 'Columns' }, ...view.columns.map((name) => el('option', { value: name }, name))),
  );
  const known = [...view.fields, ...view.columns].find((name) => name.toLowerCase() === line?.field.toLowerCase());
  if (line && known === undefined) what.append(el('option', { value: line.field }, `${line.field} (not known)`));
  what.value = known ?? line?.field ?? view.fields[0] ?? '';
  const is = choice(view.operators.map((word) => [word, word] as const));
  is.value = view.operators.find((word) => word === line?.is.toLowerCase()) ?? 'at least';
  const value = textInput(line?.value ?? '', { placeholder: '10,000 EUR' });
  return {
    seen: line && { row: line.row, seen: line.seen },
    element: el(
      'fieldset',
      { class: 'rule-field' },
      el('legend', { class: 'unseen' }, 'A line'),
      field('Field', what),
      field('Is', is),
      field('Value', value),
    ),
    field: what,
    is,
    value,
  };
}
