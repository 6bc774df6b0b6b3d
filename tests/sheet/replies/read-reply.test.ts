// What customers' mails say, read by rules: sentences of four languages, whole mails, and what is never read as theirs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../../src/receivables/day';
import { readReply } from '../../../src/sheet/replies/read-reply';
import type { Intent } from '../../../src/sheet/replies/reading';
import { runs } from '../../builders/property-runs';
import { NOTHING_SAID } from './nothing-said';
import { ENGLISH, FRENCH, GERMAN, type Said, SPANISH } from './said';

const INVOICES = [
  { number: 'LR-7', amount: 1250, currency: 'EUR' },
  { number: 'LR-8', amount: 300, currency: 'EUR' },
];
const read = (text: string, received = '2026-03-11'): Intent[] => readReply(text, dayFromIso(received) ?? 0, INVOICES);

/** `kind date reason`. */
const told = (intents: readonly Intent[]): string[] =>
  intents.map(({ kind, date, dateUnsure, condition, reason }) =>
    [kind, date, dateUnsure && '?', condition && 'if', reason].filter(Boolean).join(' '),
  );

describe('a sentence', () => {
  const all: readonly (readonly [string, readonly Said[]])[] = [
    ['English', ENGLISH],
    ['German', GERMAN],
    ['French', FRENCH],
    ['Spanish', SPANISH],
  ];
  for (const [language, said] of all)
    it(`in ${language} says what a careful person reads in it, and quotes the words that say it`, () => {
      const found = said.map(([received, text]) => [text, ...told(read(text, received))]);
      expect(found).toEqual(said.map(([, text, ...says]) => [text, ...says]));
      for (const [received, text] of said)
        for (const { quote } of read(text, received)) expect([text, text.includes(quote)]).toEqual([text, true]);
    });
});

describe('a mail', () => {
  it('is read without greeting, signature and the mail it answers', () => {
    const mail = [
      'Hello Ms Vogel,',
      '',
      'LR-7 was paid on 2 March, 1,250.00 EUR. LR-8 follows on 20 March.',
      '',
      'Kind regards',
      'Ola Brand',
      'T 020 7946 0412',
      '',
      'On Tue, 10 Mar 2026 at 09:00, Accounts <accounts@firm.example> wrote:',
      '> LR-7 fell due on 1 February. Please pay 1,550.00 EUR by 30 March 2026.',
    ].join('\n');
    expect(read(mail)).toEqual([
      {
        kind: 'paid',
        date: '2026-03-02',
        amount: 1250,
        currency: 'EUR',
        invoices: ['LR-7'],
        quote: 'LR-7 was paid on 2 March, 1,250.00 EUR',
      },
      { kind: 'promise', date: '2026-03-20', invoices: ['LR-8'], quote: 'LR-8 follows on 20 March' },
    ]);
  });

  it('of a mail system is a bounce, whatever stands below', () => {
    const mail =
      'Mail Delivery Subsystem <mailer-daemon@mail.example>\n\nDelivery has failed to these recipients:\n\nann@firm.example\n550 5.1.1 No such user\n\nPlease pay by 20 March 2026.';
    expect(read(mail)).toEqual([{ kind: 'bounce', quote: '550 5.1.1 No such user' }]);
  });

  it('of somebody away gives the day of return and the stand-in, never a promise', () => {
    expect(
      read(
        'Automatic reply: Invoice LR-7\n\nI am out of the office until Friday 20 March. In urgent cases: Jo Hart, jo.hart@firm.example.',
      ),
    ).toEqual([
      {
        kind: 'out-of-office',
        date: '2026-03-20',
        contact: { name: 'Jo Hart', email: 'jo.hart@firm.example' },
        quote: 'I am out of the office until Friday 20 March',
      },
    ]);
    expect(told(read('Ich bin bis einschließlich Freitag, 20.03. im Urlaub.'))).toEqual(['out-of-office 2026-03-23']);
  });

  it('about an insolvency names who deals with it, and no other wish in it counts', () => {
    expect(
      read(
        'The High Court appointed administrators on 2 March 2026.\n\nPlease send your claim by 30 April to claims@lawfirm.example.\n\nAda Moss, Joint Administrator',
      ),
    ).toEqual([
      {
        kind: 'insolvency',
        contact: { name: 'Ada Moss', email: 'claims@lawfirm.example' },
        quote: 'The High Court appointed administrators on 2 March 2026',
      },
    ]);
  });

  it('takes a sum they say is right for a dispute of the price, never the price of a piece', () => {
    const [wrong] = read('We agreed a rate of 85.00 EUR, you billed 95.00 EUR. It should be 1,100.00 EUR.');
    expect(wrong).toMatchObject({ kind: 'dispute', reason: 'price' });
    expect(wrong?.amount).toBeUndefined();
    expect(read('The agreed price was not billed: it should be 1,100.00 EUR.')[0]).toMatchObject({ amount: 1100 });
  });

  it('that offers so much a month names the sum, and a contact the person without a title', () => {
    for (const text of ['I can do 440 a month.', 'Ich kann 440 im Monat zahlen.', '¿Podemos pagar 440 al mes?'])
      expect([text, read(text)[0]?.kind, read(text)[0]?.amount]).toEqual([text, 'instalments', 440]);
    expect(read("C'est M. Hugo Blin, h.blin@firme.example.")[0]?.contact?.name).toBe('Hugo Blin');
  });

  it('names all invoices where their words do', () => {
    expect(read('Both invoices will be paid on 20 March.')[0]?.invoices).toEqual(['LR-7', 'LR-8']);
    expect(read('Will be paid on 20 March.')[0]?.invoices).toBeUndefined();
  });

  it('that says nothing a rule knows is unclear, and an empty one says nothing', () => {
    expect(told(read('The weather is lovely here.'))).toEqual(['unclear']);
    expect(read('')).toEqual([]);
    expect(read('> Please pay LR-7 by 20 March.')).toEqual([]);
  });
});

describe('a day', () => {
  it('is never sure out of a negation, a deadline of ours or two days for one thing', () => {
    for (const text of [
      "I can't promise before 20 March.",
      'We will pay on Friday or Monday.',
      'Next Friday we will pay.',
      'Wir zahlen in KW 13.',
      'We will pay mid April.',
      'Nous paierons sous huit jours.',
      'Pagaremos a mediados de abril.',
    ])
      expect([text, ...read(text).flatMap(({ date }) => date ?? [])]).toEqual([text]);
  });

  it('of the week is the nearest one, and of next week that of the week to come', () => {
    expect(read('We will pay on Monday.')[0]?.date).toBe('2026-03-16');
    expect(read('We will pay on Thursday of next week.')[0]?.date).toBe('2026-03-19');
    expect(read('Am kommenden Dienstag überweisen wir.')[0]?.date).toBe('2026-03-17');
  });

  it('without a year is the next one of a promise and the last one of a payment', () => {
    expect(read('We will pay on 5 January.')[0]?.date).toBe('2027-01-05');
    expect(read('We paid on 5 December.')[0]?.date).toBe('2025-12-05');
  });
});

describe('mails at random', () => {
  it('made of sentences that say nothing of an invoice say nothing', () => {
    const mails = fc
      .constantFrom(...NOTHING_SAID)
      .chain((sentences) => fc.shuffledSubarray([...sentences], { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(mails, fc.constantFrom(' ', '\n', '\n\n'), (sentences, between) => {
        expect(told(read(sentences.join(between)))).toEqual(['unclear']);
      }),
      { numRuns: runs(120, 2000) },
    );
  });

  it('never have a sure day where two readings exist', () => {
    const day = fc.integer({ min: 1, max: 12 });
    const two = fc.tuple(day, day).filter(([one, other]) => one !== other);
    const ways: ((one: number, other: number) => string)[] = [
      (one, other) => `We will pay on ${one}/${other}/2026.`,
      (one, other) => `We will pay on ${one} April or ${other} May.`,
      (one, other) => `We paid the invoice on ${one}/${other}.`,
      (one, other) => `Wir zahlen am ${one}. oder ${other}. April.`,
      (one, other) => `Wir überweisen am ${one}.04. oder am ${other}.05.2026.`,
      (one, other) => `Nous paierons le ${one} ou le ${other} avril.`,
      (one, other) => `Os pagamos el ${one} o el ${other} de abril.`,
      (one, other) => `You will have the money on ${one} April, ${other} April at the latest.`,
    ];
    fc.assert(
      fc.property(two, fc.constantFrom(...ways), ([one, other], way) => {
        const text = way(one, other);
        expect([text, ...read(text).flatMap(({ date }) => date ?? [])]).toEqual([text]);
      }),
      { numRuns: runs(120, 2000) },
    );
  });
});
