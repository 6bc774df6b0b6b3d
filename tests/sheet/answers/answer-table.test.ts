// Answers read from the tab that Google writes: columns by headers in four languages, else by what stands in them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerKind } from '../../../src/dunning/answers/answer-words';
import { isAnswerToken } from '../../../src/dunning/answers/token';
import { isAnswerTab, readAnswers } from '../../../src/sheet/answers/answer-table';
import type { Cell } from '../../../src/sheet/grid';
import { runs } from '../../builders/property-runs';

const LOOKS = { isToken: isAnswerToken, isChoice: (text: string): boolean => answerKind(text) !== null };
const TOKEN = '7F3K2-0123456789ABCDEF';
const read = (values: Cell[][]) =>
  readAnswers({ sheet: 'Form Responses 1', firstRow: 1, values, display: null }, LOOKS);

describe('the tab of a form’s answers', () => {
  it.each([
    [
      [
        'Timestamp',
        'Reference (leave as it is)',
        'What would you like to tell us?',
        'On which day will you pay?',
        'Whom should we write to?',
        'Anything else?',
      ],
    ],
    [
      [
        'Zeitstempel',
        'Referenz (bitte so lassen)',
        'Was möchten Sie uns mitteilen?',
        'An welchem Tag zahlen Sie?',
        'An wen sollen wir schreiben?',
        'Weitere Bemerkungen',
      ],
    ],
    [
      [
        'Horodateur',
        'Référence (ne pas modifier)',
        'Que souhaitez-vous nous dire ?',
        'Quel jour allez-vous payer ?',
        'À qui devons-nous écrire ?',
        'Autre remarque',
      ],
    ],
    [
      [
        'Marca temporal',
        'Referencia (no cambiar)',
        '¿Qué quiere decirnos?',
        '¿Qué día pagará?',
        '¿A quién debemos escribir?',
        'Observaciones',
      ],
    ],
    [['Timestamp', 'x', 'y', 'z', 'u', 'v']],
  ])('is read by its headers, or by what stands below them: %j', (headers) => {
    const rows = read([
      headers,
      [{ day: 20_789 }, TOKEN, 'We will pay on this day:', { day: 20_795 }, '', ''],
      [{ day: 20_790 }, TOKEN.toLowerCase(), 'Already paid', '', 'ap2@acme.example', 'by transfer, see bank'],
    ]);
    expect(rows.map(({ whole: _, ...row }) => row)).toEqual([
      { row: 2, on: 20_789, token: TOKEN, what: 'We will pay on this day:', day: 20_795, address: '', words: '' },
      {
        ...{ row: 3, on: 20_790, token: TOKEN.toLowerCase(), what: 'Already paid', day: null },
        ...{ address: 'ap2@acme.example', words: 'by transfer, see bank' },
      },
    ]);
  });

  it('is read before the first answer by its headers, and gives no rows', () => {
    expect(read([['Timestamp', 'Reference', 'What?']])).toEqual([]);
  });

  it('may have columns in another order, a note above and columns of people’s beside it', () => {
    const rows = read([
      ['Do not edit', '', ''],
      ['Comments', 'Code', 'Zeitstempel', 'done?'],
      ['call me', TOKEN, { day: 20_789 }, 'yes'],
      ['', '', '', ''],
    ]);
    expect(rows).toMatchObject([{ row: 3, token: TOKEN, on: 20_789, words: 'call me\nyes' }]);
  });

  it('is none where no column holds the time as Google heads it', () => {
    expect(isAnswerTab([['Customer', 'Invoice', 'Date', 'Amount']])).toBe(false);
    expect(
      read([
        ['Customer', 'Reference'],
        ['Acme', TOKEN],
      ]),
    ).toEqual([]);
  });

  it('gives nothing where no column can be the reference: it is another form’s', () => {
    expect(
      read([
        ['Timestamp', 'Lunch', 'Name'],
        [{ day: 20_789 }, 'soup', 'Ann'],
      ]),
    ).toEqual([]);
  });

  it('keeps the row of a forged reference: it is told from ours by who has the secret', () => {
    expect(
      read([
        ['Timestamp', 'Reference'],
        [{ day: 20_789 }, 'whatever'],
      ]),
    ).toMatchObject([{ token: 'whatever' }]);
  });

  it('never fails, and knows a row again wherever it stands, whatever is typed', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.record({ day: fc.integer({ min: 0, max: 40_000 }) }),
      fc.constant(TOKEN),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 6 }), { maxLength: 8 }), (body) => {
        const headers: Cell[] = ['Timestamp', 'Reference', 'What'];
        const marks = (rows: Cell[][]) =>
          read([headers, ...rows])
            .map(({ whole }) => whole)
            .sort();
        expect(marks([...body].reverse())).toEqual(marks(body));
      }),
      { numRuns: runs(100, 1000) },
    );
  });
});
