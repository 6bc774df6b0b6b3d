// How overdue customers begin, by the age of their oldest invoice: a choice for each age.
import type { BandChoiceName, BandView, GoingLiveChoices } from '../../entry/sidebar-calls';
import { field } from '../shell/controls';
import { el } from '../shell/dom';
import { count, grouped } from '../shell/format';

const CHOICES: [value: BandChoiceName, label: string][] = [
  ['begin', 'Nobody wrote yet: from step 1'],
  ['friendly', 'Friendly sent, next: personal'],
  ['personal', 'Personal sent, next: firm'],
  ['firm', 'Firm sent, next: final'],
  ['ask-first', 'Old balance: ask if it is right'],
  ['handed-over', 'Leave alone: lawyer or agency'],
];

/**
 * The choices, for the ages that anybody has.
 * @param bands the ages with what is chosen and proposed
 * @param changed told of each choice by a person
 * @returns the fields, and what is chosen in them
 */
export function ageFields(
  bands: readonly BandView[],
  changed: () => void,
): { fields: HTMLElement[]; chosen: () => GoingLiveChoices['bands'] } {
  const asked = bands
    .filter(({ customers }) => customers > 0)
    .map((band) => {
      const select = el('select', {}, ...CHOICES.map(([value, words]) => el('option', { value }, words)));
      select.value = band.choice;
      select.addEventListener('change', changed);
      return { label: band.label, select, element: field(band.label, select, hintOf(band)) };
    });
  const chosen = (): GoingLiveChoices['bands'] =>
    Object.fromEntries(
      asked.flatMap(({ label, select }) => {
        const choice = CHOICES.find(([value]) => value === select.value);
        return choice ? [[label, choice[0]]] : [];
      }),
    );
  return { fields: asked.map(({ element }) => element), chosen };
}

function hintOf({ customers, invoices, amounts, settled, choice, proposed }: BandView): string {
  const usual = CHOICES.find(([value]) => value === proposed)?.[1] ?? '';
  const other = choice === proposed ? '' : ` Proposed: ${usual}.`;
  const written = settled > 0 ? ` ${settled === customers ? 'All' : grouped(settled)} settled already.` : '';
  return `${count(customers, 'customer')}, ${count(invoices, 'invoice')}, ${amounts}.${written}${other}`;
}
