// Earlier contacts as lines of a letter or a call sheet.
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/dunning/letter/letter-words';
import { dayFromIso } from '../../../src/receivables/day';
import { contactLine } from '../../../src/usecases/letters/contact-lines';

function said(outcome: string, language: string): string {
  const words = wordsOf(language);
  const on = dayFromIso('2026-11-10');
  if (!words || on === null) throw new Error(language);
  return contactLine({ on, channel: 'call', template: '', tone: 'friendly', outcome, reached: false }, words);
}

describe('a contact as a line', () => {
  it('says in the language of the letter how it was made and what came of it', () => {
    expect(said('no answer', 'en')).toBe('10 Nov 2026: call, no answer');
    expect(said('no answer', 'de')).toBe('10.11.2026: Anruf, nicht erreicht');
    expect(said('promised', 'fr')).toBe('10/11/2026: appel, paiement promis');
    expect(said('left a message', 'de')).toBe('10.11.2026: Anruf, Nachricht hinterlassen');
    expect(said('', 'es')).toBe('10/11/2026: llamada');
  });

  it('leaves an outcome that is none of the list as it was written down, whatever the word', () => {
    for (const outcome of ['spoke to reception', 'constructor', '__proto__', 'toString'])
      for (const language of ['en', 'de']) expect(said(outcome, language)).toContain(`, ${outcome}`);
  });
});
