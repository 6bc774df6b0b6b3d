// What a mail says, in words: no inner word of the reader, and every kind it knows has a sentence.
import { describe, expect, it } from 'vitest';
import { classText, intentsText } from '../../src/local/reply-text';
import { MESSAGE_CLASSES } from '../../src/sheet/replies/message-class';
import { INTENTS } from '../../src/sheet/replies/reading';

describe('a reply in words', () => {
  it('says what they want, of which money and when, with their own words', () => {
    const promise = {
      kind: 'promise',
      date: '2025-11-21',
      amount: 1240.5,
      currency: 'GBP',
      invoices: ['INV-1'],
      quote: 'Friday',
    };
    expect(intentsText([promise])).toBe('They promise to pay: 1,240.50 GBP, on 21 Nov 2025, for INV-1\n  "Friday"\n');
    expect(intentsText([{ kind: 'dispute', reason: 'missing-po', quote: 'no PO' }])).toBe(
      'They dispute it: an order number is missing\n  "no PO"\n',
    );
  });

  it('says of an empty mail that nothing was read', () => {
    expect(intentsText([])).toMatch(/^Nothing was read in it/);
  });

  it.each(INTENTS.map((kind) => [kind]))('has a sentence for %s', (kind) => {
    expect(intentsText([{ kind, quote: '' }])).toMatch(/^(They|The|Somebody|What) /);
  });

  it.each(MESSAGE_CLASSES.map((kind) => [kind]))('has a sentence for a message that is %s', (kind) => {
    expect(classText({ class: kind })).toMatch(/^(They|The|Somebody|A|It) .*\.\n$/);
  });

  it('says whom a mail did not reach, and until when somebody is away', () => {
    expect(classText({ class: 'bounce', failed: 'a@b.example', hard: true })).toBe(
      'The mail came back: it did not reach a@b.example; the address does not work.\n',
    );
    expect(classText({ class: 'out-of-office', until: '2027-01-04' })).toBe('They are away: until 4 Jan 2027.\n');
  });
});
