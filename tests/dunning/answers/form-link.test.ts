// The prefilled link of a form, taken or refused with what to do; and what the words of a choice say.
import { describe, expect, it } from 'vitest';
import { answerKind } from '../../../src/dunning/answers/answer-words';
import { formLink, formLinkFault } from '../../../src/dunning/answers/form-link';

const FORM = 'https://docs.google.com/forms/d/e/1FAIpQLSd-x_9/viewform';

describe('the prefilled link of a form', () => {
  it.each([
    `${FORM}?usp=pp_url&entry.2005620554=TOKEN`,
    `${FORM}?entry.1=token&entry.2=Already+paid`,
    'https://docs.google.com/a/ourfirm.example/forms/d/e/1FA/viewform?usp=pp_url&entry.7=TOKEN&entry.8=x',
    '',
  ])('is taken: %s', (link) => {
    expect(formLinkFault(link)).toBe('');
  });

  it.each([
    ['https://forms.gle/abc', /^a short link has no place/],
    ['https://docs.google.com/forms/d/1abc/edit?entry.1=TOKEN', /not the one that customers fill in/],
    [FORM, /no field with the word TOKEN/],
    [`${FORM}?usp=pp_url&entry.1=hello`, /no field with the word TOKEN/],
    [`${FORM}?entry.1=TOKEN&entry.2=TOKEN`, /in 2 fields/],
    ['https://docs.google.com.evil.example/forms/d/e/1/viewform?entry.1=TOKEN', /no link of a Google Form/],
    ['https://evil.example/https://docs.google.com/forms/d/e/1/viewform?entry.1=TOKEN', /no link of a Google Form/],
    ['javascript:alert(1)', /no link of a Google Form/],
    [`${FORM}?entry.1=TOKEN"><script>`, /no link of a Google Form/],
    [`${FORM}?entry.1=TOKEN&entry.2={{total}}`, /no link of a Google Form/],
  ])('is refused with what to do: %s', (link, fault) => {
    expect(formLinkFault(link)).toMatch(fault);
    expect(formLinkFault(link)).not.toMatch(/\.$/);
  });

  it('takes the token in place of the word, and nothing else', () => {
    expect(formLink(`${FORM}?usp=pp_url&entry.1=TOKEN&entry.2=TOKENS`, '7F3K2-X')).toBe(
      `${FORM}?usp=pp_url&entry.1=7F3K2-X&entry.2=TOKENS`,
    );
  });
});

describe('what a choice says', () => {
  it.each([
    ['We will pay on this day:', 'promise'],
    ['Wir zahlen an diesem Tag:', 'promise'],
    ['Nous paierons à cette date :', 'promise'],
    ['Pagaremos en esta fecha:', 'promise'],
    ['We have already paid', 'paid'],
    ['Bereits überwiesen', 'paid'],
    ['Nous avons déjà payé', 'paid'],
    ['Ya hemos pagado', 'paid'],
    ['Something is not right', 'dispute'],
    ['Etwas stimmt nicht', 'dispute'],
    ['Quelque chose n’est pas correct', 'dispute'],
    ['Algo no es correcto', 'dispute'],
    ['We dispute this invoice', 'dispute'],
    ['Please write to somebody else', 'contact'],
    ['Bitte schreiben Sie jemand anderem', 'contact'],
    ['Merci d’écrire à une autre personne', 'contact'],
    ['Escriban por favor a otra persona', 'contact'],
    ['Please call me', null],
    ['', null],
  ])('%s: %s', (words, kind) => {
    expect(answerKind(words)).toBe(kind);
  });
});
