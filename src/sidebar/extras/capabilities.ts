// Optional extras: what may be built in beyond the usual, what each asks for and why, and whether it is off, to be allowed, or on.
import type { CapabilityView } from '../../entry/sidebar-calls';
import { headWithAgain, pill, type Tone } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { CAPABILITIES, type CapabilitySpec } from './capability-list';

/** Draws the extras. */
export async function capabilitiesView(host: HTMLElement, shell: Shell): Promise<void> {
  const built = await shell.load(host, 'Looking what this script has…', capabilitiesView, 'getCapabilities');
  if (!built) return;
  host.replaceChildren(
    headWithAgain('Optional extras', host, shell, () => capabilitiesView(host, shell)),
    el(
      'p',
      { class: 'hint' },
      'Duesheet does without these. Each needs a permission of its own, so whoever installs it decides.',
    ),
    ...Object.entries(CAPABILITIES).map(([name, spec]) => card(name, spec, built)),
  );
}

const PILLS: Record<CapabilityView['state'] | 'off', [string, Tone]> = {
  off: ['off', 'calm'],
  ask: ['to be allowed', 'warn'],
  on: ['on', 'good'],
};

function card(name: string, spec: CapabilitySpec, built: readonly CapabilityView[]): HTMLElement {
  const view = built.find((one) => one.name === name);
  const [word, tone] = PILLS[view?.state ?? 'off'];
  return el(
    'section',
    { class: 'card capability' },
    el('div', { class: 'card-head' }, el('h3', {}, spec.title), pill(word, tone)),
    el('p', {}, spec.gives),
    el('p', { class: 'hint' }, spec.asks),
    ...(view ? builtParts(view) : offParts([...built.map((one) => one.name), name], spec)),
  );
}

/** @param names of what is to be built in: whatever is there already is named again, or it would go */
function offParts(names: readonly string[], { without }: CapabilitySpec): HTMLElement[] {
  return [
    el('p', {}, without),
    el(
      'p',
      { class: 'hint' },
      'To have it, whoever installs Duesheet pushes it once with ',
      el('code', {}, 'npm run push -- ', el('span', { class: 'whole' }, `--with ${names.join(',')}`)),
      '.',
    ),
  ];
}

function builtParts({ state, grantAt, note }: CapabilityView): HTMLElement[] {
  if (state === 'on') {
    const off =
      'To take the permission back, open myaccount.google.com/permissions, or push Duesheet without it. Everything else goes on.';
    return [...(note === '' ? [] : [el('p', {}, note)]), el('p', { class: 'hint' }, off)];
  }
  const link = el('a', { href: grantAt, target: '_blank', rel: 'noopener', class: 'button primary' }, 'Allow it…');
  const then = 'Google asks in a tab of its own. Afterwards press “Look again”. Until then nothing else is different.';
  return [el('div', { class: 'actions' }, link), el('p', { class: 'hint' }, then)];
}
