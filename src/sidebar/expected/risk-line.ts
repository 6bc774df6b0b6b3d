// Risk and credit on a customer's card: a place that fills itself, and stays empty where nothing can be said.

import { el } from '../shell/dom';
import { aheadIfAny } from './read-ahead';
import { riskBook } from './risk-rows';

/** What is told of a customer: the band with its reason in each currency, the limit, terms to review and the days to come. */
export function riskCard(key: string): HTMLElement {
  const place = el('div', { class: 'risk-line' });
  void aheadIfAny().then((ahead) => {
    const rows = ahead && place.isConnected ? riskBook(ahead, 30).rows.filter((row) => row.key === key) : [];
    const told = rows.flatMap((row) => [row.band === null ? '' : row.why, row.limit, row.terms, ...row.notes]);
    const sentences = [...new Set(told)].filter((one) => one !== '');
    if (sentences.length === 0) return;
    place.replaceChildren(
      el(
        'section',
        { class: 'card', 'aria-label': 'Risk and credit' },
        el('h3', {}, 'Risk and credit'),
        ...sentences.map((one) => el('p', { class: 'small' }, one)),
      ),
    );
  });
  return place;
}
