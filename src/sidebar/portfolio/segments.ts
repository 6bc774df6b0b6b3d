// The page of AR Segments: rules that name a customer's segment, whom each would catch before it is on, and switching it on.
import type { Caught, RuleChange, SegmentRuleView, SegmentsView } from '../../entry/sidebar-calls';
import { segmentAtStart } from '../../receivables/segment-words';
import { openCard } from '../customers/customers';
import { button, confirmDialog, pill } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, dayInWords, daysAfter } from '../shell/format';
import { buttonRow, type InlineForm } from '../shell/inline-form';
import type { Shell, View, WayBack } from '../shell/shell';
import { ruleForm } from './rule-form';

const TAB = 'AR Segments';

/** Draws the rules. */
export const segmentsView: View = async (host, shell) => {
  const view = await shell.load(host, 'Trying the rules on today’s customers…', segmentsView, 'getSegments');
  if (view) draw(host, view, shell);
};

/** Saves lines of the tab and draws the page anew. @returns whether they were saved */
type Save = (changes: RuleChange[]) => Promise<boolean>;

function draw(host: HTMLElement, view: SegmentsView, shell: Shell): void {
  const save: Save = async (changes) => {
    const saved = await shell.ask('saveRules', TAB, changes);
    if (!saved) return false;
    if (saved.changed === 0) {
      shell.alert(saved.message);
      return false;
    }
    const fresh = await shell.ask('getSegments');
    if (fresh && host.isConnected) draw(host, fresh, shell);
    const undo = saved.undo;
    shell.say(saved.message, { label: 'Undo', press: () => save(undo) });
    const heading = host.querySelector('h2');
    if (heading && shell.focusIsLost()) focusOn(heading);
    return true;
  };
  const add = (): InlineForm => ruleForm(view, null, save, shell);
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Segments')),
    el(
      'p',
      { class: 'hint' },
      `Each rule names a segment with its own steps in AR Policy. The first rule whose lines all hold counts, once it has held for ${view.heldFor} days; a Segment override in AR Customers stands above every rule.`,
    ),
    ...view.findings.map(({ severity, message }) =>
      el('p', { class: `card question${severity === 'error' ? ' bad' : ''}` }, message),
    ),
    ...view.rules.map((rule) => ruleCard(rule, view, save, shell)),
    ...(view.rules.length === 0
      ? [el('p', { class: 'empty' }, 'There are no rules yet: figures alone say how customers pay.')]
      : []),
    buttonRow('A new rule', [{ label: 'Add a rule', form: add }]),
    rest(view),
  );
}

function inWords({ customers, open }: Caught): string {
  return `${count(customers, 'customer')}${open === '' ? '' : `, ${open} open`}`;
}

function ruleCard(rule: SegmentRuleView, view: SegmentsView, save: Save, shell: Shell): HTMLElement {
  const { order, segment, active, lines, holds, takes, moves, note } = rule;
  const earlier = holds.customers - takes.customers;
  const on = daysAfter(view.asOf, view.heldFor);
  const when =
    moves === 0
      ? 'nobody changes segment'
      : `${count(moves, 'customer')} would change segment from ${dayInWords(on, view.asOf)} on`;
  const switched = (): Promise<boolean> =>
    save(lines.map((line) => ({ seen: { row: line.row, seen: line.seen }, cells: { Active: active ? 'no' : 'yes' } })));
  const remove = (): Promise<boolean> => save(lines.map(({ row, seen }) => ({ seen: { row, seen }, cells: null })));
  const title = `${order === '' ? 'Without an order' : `Rule ${order}`}: ${segment === '' ? 'no segment' : segmentAtStart(segment)}`;
  return el(
    'article',
    { class: 'card segment-rule', 'aria-label': title },
    el(
      'div',
      { class: 'row-head' },
      el('h3', { dir: 'auto' }, title),
      pill(active ? 'On' : 'Off', active ? 'good' : 'calm'),
    ),
    el(
      'ul',
      { class: 'rule-lines' },
      ...lines.map(({ field, is, value }) => el('li', {}, `${field} ${is} ${value === '' ? 'empty' : value}`)),
    ),
    note === '' ? null : el('p', { class: 'hint wrap' }, note),
    el('p', {}, `${active ? 'Catches' : 'Would catch'} `, el('span', { class: 'strong' }, inWords(takes)), '.'),
    el(
      'p',
      { class: 'hint' },
      `${earlier > 0 ? `${count(earlier, 'more customer')} ${earlier === 1 ? 'is' : 'are'} taken by earlier rules; ` : ''}${when}.`,
    ),
    rule.first.length > 0 ? names(rule, shell) : null,
    buttonRow(title, [
      { label: active ? 'Switch off' : 'Switch on', act: switched },
      { label: 'Change', form: () => ruleForm(view, rule, save, shell) },
      {
        label: 'Delete',
        act: async () => {
          const sentences = [
            'Its lines go from AR Segments. Who was named by it counts as their figures say, after the usual days.',
          ];
          return (await confirmDialog(`Delete ${title}?`, sentences, 'Delete the rule')) && remove();
        },
      },
    ]),
  );
}

function names({ first, takes }: SegmentRuleView, shell: Shell): HTMLElement {
  const back: WayBack = { ...shell.backTo('more'), label: 'Segments', press: () => shell.openPage(segmentsView) };
  const more = takes.customers - first.length;
  return el(
    'details',
    {},
    el('summary', {}, 'Whom'),
    el(
      'ul',
      { class: 'portfolio-lines' },
      ...first.map(({ key, name, open }) =>
        el(
          'li',
          {},
          button(name, () => openCard(key, shell, back), { kind: 'quiet', name: `Open the card of ${name}` }),
          el('span', { class: 'small muted' }, ` ${open}`),
        ),
      ),
    ),
    more > 0 ? el('p', { class: 'muted' }, `and ${count(more, 'more customer')}.`) : null,
  );
}

/** Whom no rule names. */
function rest({ computed, overrides }: SegmentsView): HTMLElement {
  return el(
    'section',
    { class: 'card' },
    el('h3', {}, 'By figures alone'),
    computed.length === 0
      ? el('p', { class: 'muted' }, 'Nobody with something open.')
      : el(
          'ul',
          { class: 'figure-lines' },
          ...computed.map((one) => el('li', {}, `${segmentAtStart(one.segment)}: ${inWords(one)}`)),
        ),
    overrides > 0 ? el('p', { class: 'hint' }, `${count(overrides, 'customer')} with a Segment override.`) : null,
  );
}
