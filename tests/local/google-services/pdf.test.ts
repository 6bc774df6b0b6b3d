// The local stand-in for Google's converter: a real PDF, the same bytes for the same page, and a refusal for what it cannot do.
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../../src/local/google-services/pdf';
import { pdfWords } from '../../builders/pdf-words';
import { run } from './apps-script';

const PAGE =
  '<html><body><h1>Statement</h1><p>R&amp;D, Zürich (CH)</p><table><tr class="line"><td>LR-1</td><td class="r">1,200.00 EUR</td></tr></table></body></html>';

const words = (html: string): string[] => pdfWords(pdfOf(html));

describe('a page as a PDF', () => {
  it('is a file whose table of places is right, with every text in it', () => {
    const file = Buffer.from(pdfOf(PAGE)).toString('latin1');
    expect(file).toMatch(/^%PDF-1\.\d\n/);
    const table = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(file)?.[1]);
    expect(file.slice(table, table + 4)).toBe('xref');
    const places = [...file.slice(table).matchAll(/^(\d{10}) 00000 n /gm)].map(([, place]) => Number(place));
    expect(places.length).toBeGreaterThan(5);
    for (const [at, place] of places.entries()) expect(file.slice(place)).toMatch(new RegExp(`^${at + 1} 0 obj\n`));
    expect(words(PAGE)).toEqual(['Statement', 'R&D, Zürich (CH)', 'LR-1', '1,200.00 EUR']);
    expect(pdfOf(PAGE)).toEqual(pdfOf(PAGE));
  });

  it('is what getAs gives of HTML, under its name; other kinds are refused', () => {
    const body = `const page = Utilities.newBlob(${JSON.stringify(PAGE)}, 'text/html', 'page.html');
      const pdf = page.getAs('application/pdf');
      return [pdf.getName(), pdf.getContentType(), pdf.getDataAsString().slice(0, 7), failure(() => pdf.getAs('image/png')),
        failure(() => Utilities.newBlob('Statement').getAs('application/pdf'))];`;
    expect(run(body)).toEqual([
      ...['page.pdf', 'application/pdf', '%PDF-1.'],
      'Exception: Converting from application/pdf to image/png is not supported.',
      'Exception: Converting from text/plain to application/pdf is not supported.',
    ]);
  });

  it('goes on over as many pages as it needs, the headers again on each', () => {
    const rows = Array.from({ length: 120 }, (_, at) => `<tr class="line"><td>${at}</td></tr>`).join('');
    const file = pdfOf(`<table><tr class="head"><th>Invoice</th></tr>${rows}</table>`);
    const pages = Number(/\/Count (\d+)/.exec(Buffer.from(file).toString('latin1'))?.[1]);
    expect(pages).toBeGreaterThan(2);
    const said = pdfWords(file);
    expect(said.filter((text) => text === 'Invoice')).toHaveLength(pages);
    expect(said.filter((text) => text !== 'Invoice')).toEqual(Array.from({ length: 120 }, (_, at) => `${at}`));
  });

  it('writes the letters of Western Europe as they are, of others the plain one, and no halves', () => {
    expect(words('<p>äöüßéñ€ ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›™ n.º<br>Őrség, 1\u202f200 日\ud83d\u0001</p>')).toEqual([
      'äöüßéñ€ ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›™ n.º',
      'Orség, 1 200 ?',
    ]);
  });

  it('breaks a word that is wider than its place, and never an amount', () => {
    const long = 'RECHNUNG-2026/ABTEILUNG-NORD-EXPORT/'.repeat(4);
    const row = `<tr class="line"><td>${long}</td><td class="w">28. November 2026</td><td class="r">1\u00a0200,00 EUR</td></tr>`;
    const said = words(`<table>${row}</table>`);
    expect(said.slice(-2)).toEqual(['28. November 2026', '1 200,00 EUR']);
    expect(said.slice(0, -2).length).toBeGreaterThan(1);
    expect(said.slice(0, -2).join('')).toBe(long);
  });
});
