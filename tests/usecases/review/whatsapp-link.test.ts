// The WhatsApp link: which numbers can be called from abroad, and the message in it.
import { describe, expect, it } from 'vitest';
import { whatsAppLink } from '../../../src/usecases/review/whatsapp-link';

// Calling codes and trunk prefixes: ITU-T E.164, national numbering plans.
describe('the WhatsApp link', () => {
  it.each([
    ['+49 (0)30 1234567', '', '49301234567'],
    ['0044 7700 900123', '', '447700900123'],
    ['07700 900123', 'UK', '447700900123'],
    ['030 / 123 45 67', 'Germany', '49301234567'],
    ['06 1234 5678', 'Italia', '390612345678'],
    ['612 345 678', 'ES', '34612345678'],
    ['(555) 123-4567', 'US', '15551234567'],
    ['1 555 123 4567', 'US', '15551234567'],
    ['+33 6 12 34 56 78; +33 1 00 00 00 00', '', '33612345678'],
  ])('has %s of %s as its digits with the country’s code', (phone, country, digits) => {
    expect(whatsAppLink(phone, country, 'Hello').link).toBe(`https://wa.me/${digits}?text=Hello`);
  });

  it.each([
    ['', 'DE', 'no telephone number'],
    ['see notes', 'DE', 'no telephone number'],
    ['030 1234567', '', 'no country code'],
    ['030 1234567', 'Narnia', 'no country code'],
    ['+49 110', '', 'is not a telephone number'],
  ])('is left out for "%s" of "%s", with what to do', (phone, country, sentence) => {
    const { link, problem } = whatsAppLink(phone, country, 'Hello');
    expect(link).toBe('');
    expect(problem).toContain(sentence);
  });

  it('carries the whole message, line breaks and signs included', () => {
    const { link } = whatsAppLink('+49 30 1234567', '', 'Grüße & Dank\n100 % = alles?');
    expect(new URL(link).searchParams.get('text')).toBe('Grüße & Dank\n100 % = alles?');
  });

  it('does not break on half a character', () => {
    expect(whatsAppLink('+49 30 1234567', '', 'a\ud83d').link).toBe('https://wa.me/49301234567?text=a');
  });
});
