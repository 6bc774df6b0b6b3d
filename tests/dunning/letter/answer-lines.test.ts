// How a customer may answer a mail by a click, in text and HTML, in each language.

import { describe, expect, it } from 'vitest';
import { answerKind } from '../../../src/dunning/answers/answer-words';
import { hasAnswerLink, withAnswerLink } from '../../../src/dunning/letter/answer/answer-field';
import { composeLetter, isLetterProblem, type Letter } from '../../../src/dunning/letter/letter';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { wordsOf } from '../../../src/dunning/letter/letter-words';
import { fullInput } from './letter-examples';

const FORM = 'https://docs.google.com/forms/d/e/1FA/viewform?usp=pp_url&entry.11=7F3K2-0123456789ABCDEF';
const TEXT = { name: 'Short', subject: 'Invoice {{no}}', body: '{{greeting}}\n\n{{answer link}}\n\n{{signature}}' };

function letter(language: string, answer?: { form: string } | { mailTo: string }, body = TEXT.body): Letter {
  const { answer: _, ...input } = fullInput('Friendly', { language, template: { ...TEXT, body } });
  const made = composeLetter(answer ? { ...input, answer } : input);
  if (isLetterProblem(made)) throw new Error(made.message);
  return made;
}

describe.each(LETTER_TAGS)('the line by which a customer answers (%s)', (language) => {
  it('is the link of the form with its words, and the words alone are the link in HTML', () => {
    const { text, html } = letter(language, { form: FORM });
    const ask = wordsOf(language)?.answer.ask ?? '?';
    expect(text.split('\n').find((line) => line.startsWith(ask))).toMatch(/ ?: https:\/\/docs\.google\.com\S+$/u);
    expect(html).toContain(`href="${FORM.replace(/&/g, '&amp;')}"`);
    expect(html).toContain(`>${ask}</a></p>`);
  });

  it('offers without a form a mail for each choice, whose subject carries the reference and is understood again', () => {
    const { text, html } = letter(language, { mailTo: 'ar@ourfirm.example' });
    const links = [...text.matchAll(/mailto:ar@ourfirm\.example\?subject=(\S+)/g)].map(([whole, one = '']) => {
      expect(html).toContain(`href="${whole}"`);
      return decodeURIComponent(one);
    });
    expect(links.map((subject) => answerKind(subject.replace(/^.*DS-7F3K2: /, '')))).toEqual([
      'promise',
      'paid',
      'dispute',
      'contact',
    ]);
    for (const subject of links) expect(subject).toContain('DS-7F3K2');
    expect(html).not.toContain('>mailto:');
  });

  it('is left out where nobody is to answer by a click', () => {
    const { text, html } = letter(language);
    expect(`${text}${html}`).not.toMatch(/mailto|docs\.google/);
  });

  it('holds no amount, no number and no name of the customer', () => {
    const { text } = letter(language, { form: FORM });
    const line = text.split('\n').find((one) => one.includes('docs.google')) ?? '';
    expect(line).not.toMatch(/Acme|INV-|EUR|9[.,]?000/);
  });
});

it('can be clicked within a sentence too', () => {
  const { html } = letter('en', { form: FORM }, 'Say it here: {{answer link}}');
  expect(html).toContain(`<a href="${FORM.replace(/&/g, '&amp;')}"`);
});

describe('a text that was written before there was an answer link', () => {
  const field = '{{answer link}}';

  it('gets it above its closing, once, and nothing else of it changes', () => {
    const text = 'Pay now.\n\nPayments are in up to {{as of}}.\n\nKind regards\n{{signature}}';
    const now = withAnswerLink(text);
    expect(now).toBe(`Pay now.\n\n${field}\n\nPayments are in up to {{as of}}.\n\nKind regards\n{{signature}}`);
    expect([hasAnswerLink(text), hasAnswerLink(now)]).toEqual([false, true]);
    expect(withAnswerLink(now)).toBe(now);
  });

  it('gets it at its end where nothing closes it, and never where it may vanish', () => {
    expect(withAnswerLink('Pay now.\n')).toBe(`Pay now.\n\n${field}`);
    const within = '{{#one}}\n\nUp to {{as of}}.\n\n{{/one}}';
    expect(withAnswerLink(within)).toBe(`${within}\n\n${field}`);
  });
});
