// A page of tables, borders and bold as a PDF: what stands in for Google's converter. The same page gives the same bytes.

// Widths in thousandths of the font size, from the space on (Adobe's metrics of the fonts that every reader of PDF has).
const REGULAR =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number);
const BOLD =
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584'
    .split(' ')
    .map(Number);

/** A4 in points, and the margin around what stands on it. */
const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 50;
const INNER = WIDTH - 2 * MARGIN;
/** The padding of a cell. */
const PAD = 4;

/** A line of text with what it looks like. */
interface Run {
  text: string;
  size: number;
  bold: boolean;
}

interface Cell {
  text: string;
  bold: boolean;
  right: boolean;
  whole: boolean;
  span: number;
}

interface Row {
  cells: Cell[];
  look: string;
}

type Block = ({ kind: 'text' } & Run) | { kind: 'table'; rows: Row[]; boxed: boolean };

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
  middot: '·',
};

function textOf(html: string): string {
  return html
    .replace(/\s*<br\s*\/?>\s*/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function cellsOf(html: string, look: string): Cell[] {
  return [...html.matchAll(/<(td|th)\b([^>]*)>([\s\S]*?)<\/\1>/gi)].map(([, tag = '', marks = '', inner = '']) => {
    const names = /class="([^"]*)"/.exec(marks)?.[1]?.split(' ') ?? [];
    return {
      text: textOf(inner),
      bold: tag.toLowerCase() === 'th' || look === 'total' || /<b>/.test(inner),
      right: names.includes('r'),
      whole: names.includes('r') || names.includes('w'),
      span: Number(/colspan="(\d+)"/.exec(marks)?.[1] ?? 1),
    };
  });
}

function blocksOf(html: string): Block[] {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
  return [...body.matchAll(/<(table|p|h1|h2)\b([^>]*)>([\s\S]*?)<\/\1>/gi)].map(
    ([, tag = '', marks = '', inner = '']): Block => {
      if (tag !== 'table') {
        const size = tag === 'h1' ? 16 : tag === 'h2' ? 12 : 10;
        return { kind: 'text', text: textOf(inner), size, bold: tag !== 'p' || /<b>/.test(inner) };
      }
      const rows = [...inner.matchAll(/<tr\b([^>]*)>([\s\S]*?)<\/tr>/gi)].map(([, own = '', cells = '']) => {
        const look = /class="(\w+)"/.exec(own)?.[1] ?? '';
        return { look, cells: cellsOf(cells, look) };
      });
      return { kind: 'table', rows, boxed: marks.includes('pay') };
    },
  );
}

// WinAnsi beyond Latin-1, as far as letters to customers have it.
const WIN_ANSI: Record<string, number> = {
  '€': 128,
  '…': 133,
  '‘': 145,
  '’': 146,
  '“': 147,
  '”': 148,
  '•': 149,
  '–': 150,
  '—': 151,
  Œ: 140,
  œ: 156,
}; // prettier-ignore

function codeOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 63;
  if (code < 127 || (code >= 160 && code < 256)) return code;
  return WIN_ANSI[letter] ?? letter.normalize('NFD').codePointAt(0) ?? 63;
}

function widthOf(text: string, size: number, bold: boolean): number {
  const widths = bold ? BOLD : REGULAR;
  let sum = 0;
  for (const letter of text.normalize('NFC')) {
    const base = letter === '\u00a0' ? ' ' : letter.normalize('NFD');
    sum += widths[(base.codePointAt(0) ?? 63) - 32] ?? 556;
  }
  return (sum * size) / 1000;
}

/** Lines that fit a width; a word that does not is cut. */
function wrapped(text: string, width: number, { size, bold }: Omit<Run, 'text'>): string[] {
  const fits = (line: string): boolean => widthOf(line, size, bold) <= width;
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      for (const letter of word) {
        if (line !== '' && !fits(line + letter)) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
    return [...lines, line];
  });
}

/** The pages being filled, from the top down. */
class Sheets {
  readonly pages: string[][] = [[]];
  y = HEIGHT - MARGIN;

  /** Makes room for so many points; true where that took a new page. */
  room(height: number): boolean {
    if (this.y - height >= MARGIN) return false;
    this.pages.push([]);
    this.y = HEIGHT - MARGIN;
    return true;
  }

  text(x: number, y: number, { text, size, bold }: Run): void {
    const codes = Array.from(text.normalize('NFC'), codeOf).map((code) => (code > 255 ? 63 : code));
    const hex = codes.map((code) => code.toString(16).padStart(2, '0')).join('');
    this.draw(`BT /${bold ? 'B' : 'R'} ${size} Tf ${point(x)} ${point(y)} Td <${hex}> Tj ET`);
  }

  line(y: number, width: number): void {
    this.draw(`${width} w ${MARGIN} ${point(y)} m ${WIDTH - MARGIN} ${point(y)} l S`);
  }

  box(top: number, bottom: number): void {
    this.draw(`1 w ${MARGIN} ${point(bottom)} ${INNER} ${point(top - bottom)} re S`);
  }

  private draw(operators: string): void {
    this.pages[this.pages.length - 1]?.push(operators);
  }
}

function point(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const LEADING = 1.25;

function drawText(sheets: Sheets, block: Run): void {
  const height = block.size * LEADING;
  // A heading stays with what it is above.
  sheets.room(block.bold ? height * 4 : height);
  for (const text of wrapped(block.text, INNER, block)) {
    sheets.room(height);
    sheets.y -= height;
    sheets.text(MARGIN, sheets.y + 2, { ...block, text });
  }
  sheets.y -= 6;
}

/** Columns whose cells keep to one line are as wide as those; the others share what is left by what they hold. */
function columnWidths(rows: readonly Row[]): number[] {
  const count = Math.max(1, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const least = new Array<number>(count).fill(20);
  const wanted = new Array<number>(count).fill(20);
  for (const { cells } of rows) {
    let column = 0;
    for (const { text, bold, span, whole } of cells) {
      if (span === 1) {
        const widest = Math.max(...text.split('\n').map((line) => widthOf(line, 10, bold))) + 2 * PAD;
        wanted[column] = Math.max(wanted[column] ?? 0, widest);
        if (whole) least[column] = Math.max(least[column] ?? 0, widest);
      }
      column += span;
    }
  }
  const fixed = least.map((width, at) => (width > 20 ? Math.max(width, 20) : (wanted[at] ?? 20)));
  const loose = least.map((width) => width <= 20);
  const taken = fixed.reduce((sum, width, at) => sum + (loose[at] ? 0 : width), 0);
  const asked = fixed.reduce((sum, width, at) => sum + (loose[at] ? width : 0), 0);
  if (asked === 0) return fixed.map((width) => (width * INNER) / taken);
  return fixed.map((width, at) => (loose[at] ? (width * Math.max(40, INNER - taken)) / asked : width));
}

function drawTable(sheets: Sheets, rows: readonly Row[], boxed: boolean): void {
  const widths = columnWidths(rows);
  const head = rows.filter(({ look }) => look === 'head');
  let top = sheets.y;
  for (const row of rows) {
    if (sheets.room(rowHeight(row, widths)) && !boxed && row.look !== 'head')
      for (const one of head) drawRow(sheets, one, widths);
    top = Math.max(top, sheets.y);
    drawRow(sheets, row, widths);
  }
  if (boxed) sheets.box(top, sheets.y);
  sheets.y -= 12;
}

function linesOf(
  { cells, look }: Row,
  widths: readonly number[],
): { cell: Cell; x: number; width: number; lines: string[]; size: number }[] {
  let column = 0;
  let x = MARGIN;
  return cells.map((cell) => {
    const width = widths.slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
    const size = look === 'note' || look === 'head' ? 9 : 10;
    const placed = { cell, x, width, size, lines: wrapped(cell.text, width - 2 * PAD, { size, bold: cell.bold }) };
    column += cell.span;
    x += width;
    return placed;
  });
}

function rowHeight(row: Row, widths: readonly number[]): number {
  return Math.max(...linesOf(row, widths).map(({ lines, size }) => lines.length * size * LEADING)) + 6;
}

function drawRow(sheets: Sheets, row: Row, widths: readonly number[]): void {
  const height = rowHeight(row, widths);
  if (row.look === 'total') sheets.line(sheets.y, 1);
  for (const { cell, x, width, lines, size } of linesOf(row, widths)) {
    lines.forEach((text, at) => {
      const run = { text, size, bold: cell.bold };
      const left = cell.right ? x + width - PAD - widthOf(text, size, cell.bold) : x + PAD;
      sheets.text(left, sheets.y - 3 - (at + 0.8) * size * LEADING, run);
    });
  }
  sheets.y -= height;
  if (row.look === 'head') sheets.line(sheets.y, 1.5);
  if (row.look === 'line') sheets.line(sheets.y, 0.5);
}

/**
 * A PDF file of an HTML page, as bytes: paragraphs, headings and tables in the order they stand in; styles, pictures and
 * scripts are not looked at. Letters beyond Western European ones become their plain letter or a question mark.
 */
export function pdfOf(html: string): number[] {
  const sheets = new Sheets();
  for (const block of blocksOf(html)) {
    if (block.kind === 'text') drawText(sheets, block);
    else drawTable(sheets, block.rows, block.boxed);
  }
  const { pages } = sheets;
  const font = (name: string): string => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
  const kids = pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((operators, at) => {
      const stream = operators.join('\n');
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<</R 3 0 R/B 4 0 R>>>>/Contents ${6 + 2 * at} 0 R>>`,
        `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Array.from(file, (letter) => letter.charCodeAt(0));
}
