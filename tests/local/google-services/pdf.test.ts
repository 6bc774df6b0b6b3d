// The local stand-in for Google's converter: a real PDF, the same bytes for the same page, and a refusal for what it cannot do.
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../../src/local/google-services/pdf';
import { run } from './apps-script';

const PAGE =
  '<html><body><h1>Statement</h1><p>R&amp;D, Zürich</p><table><tr class="line"><td>LR-1</td><td class="r">1,200.00 EUR</td></tr></table></body></html>';

describe('a page as a PDF', () => {
  it('is a file whose table of places is right, with every text in it', () => {
    const file = Buffer.from(pdfOf(PAGE)).toString('latin1');
    expect(file.startsWith('%PDF-1.4\n')).toBe(true);
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    expect(file.slice(table, table + 4)).toBe('xref');
    const places = [...file.slice(table).matchAll(/^(\d{10}) 00000 n /gm)].map(([, place]) => Number(place));
    for (const [at, place] of places.entries()) expect(file.slice(place)).toMatch(new RegExp(`^${at + 1} 0 obj\n`));
    const words = [...file.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    );
    expect(words).toEqual(['Statement', 'R&D, Zürich', 'LR-1', '1,200.00 EUR']);
    expect(pdfOf(PAGE)).toEqual(pdfOf(PAGE));
  });

  it('is what getAs gives of HTML, under its name; other kinds are refused', () => {
    const body = `const page = Utilities.newBlob(${JSON.stringify(PAGE)}, 'text/html', 'page.html');
      const pdf = page.getAs('application/pdf');
      return [pdf.getName(), pdf.getContentType(), pdf.getDataAsString().slice(0, 8), failure(() => pdf.getAs('image/png'))];`;
    expect(run(body)).toEqual([
      ...['page.pdf', 'application/pdf', '%PDF-1.4'],
      'Exception: Converting from application/pdf to image/png is not supported.',
    ]);
  });

  it('goes on over as many pages as it needs, the headers again on each', () => {
    const rows = Array.from({ length: 120 }, (_, at) => `<tr class="line"><td>${at}</td></tr>`).join('');
    const file = Buffer.from(pdfOf(`<table><tr class="head"><th>Invoice</th></tr>${rows}</table>`)).toString('latin1');
    const pages = Number(/\/Count (\d+)/.exec(file)?.[1]);
    expect(pages).toBeGreaterThan(2);
    expect(file.split(`<${Buffer.from('Invoice').toString('hex')}> Tj`)).toHaveLength(pages + 1);
  });
});
