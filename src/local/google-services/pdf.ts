// A page of tables, borders and bold as a PDF, on the host's side: what stands in for Google's converter. The same page gives the same bytes.
import { createRequire } from 'node:module';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import type { CellDef, Styles } from 'jspdf-autotable';

/** The margin around what stands on a page, in points. */
const MARGIN = 50;
const SIZES: Record<string, number> = { p: 10, h1: 16, h2: 12 };
/** The lines of a row by its class, in points. */
const LINES: Record<string, Styles['lineWidth']> = { head: { bottom: 1.5 }, line: { bottom: 0.5 }, total: { top: 1 } };
/** Letters beyond Windows-1252. */
const BEYOND = /[^\n -~\u00a0-ÿŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]/gu;
/** Controls and halves of letters, which the reader of the page refuses. */
const NO_LETTER = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

// The libraries take longer to read in than most commands run, so that they wait until a page is asked for.
const loaded = createRequire(import.meta.url);

/** The elements of these names, in their order, those inside of one another left out. */
function inside(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.flatMap((node) => {
    if (!(node instanceof XmlElement)) return [];
    return names.includes(node.name) ? [node] : inside(node, ...names);
  });
}

function classesOf({ attributes }: XmlElement): string[] {
  return (attributes['class'] ?? '').split(' ');
}

/** In letters that the fonts of every reader have: the plain one for another, or a question mark. */
function textOf({ text }: XmlElement): string {
  const plain = (letter: string): string => letter.normalize('NFKD').replace(/\p{M}/gu, '').replace(BEYOND, '?');
  return text
    .normalize('NFC')
    .replace(/[ \t]+/g, ' ')
    .trim()
    .replace(BEYOND, plain);
}

function cellOf(cell: XmlElement, look: string): CellDef {
  const classes = classesOf(cell);
  const isBold = cell.name === 'th' || look === 'total' || inside(cell, 'b').length > 0;
  const keepsToOneLine = classes.includes('r') || classes.includes('w');
  return {
    content: textOf(cell),
    colSpan: Number(cell.attributes['colspan'] ?? 1),
    styles: {
      fontSize: look === 'head' || look === 'note' ? 9 : 10,
      fontStyle: isBold ? 'bold' : 'normal',
      cellWidth: keepsToOneLine ? 'wrap' : 'auto',
      minCellWidth: 60,
      halign: classes.includes('r') ? 'right' : 'left',
      lineWidth: LINES[look] ?? 0,
    },
  };
}

/**
 * A PDF file of an HTML page, as bytes: paragraphs, headings and tables in the order they stand in; styles, pictures and
 * scripts are not looked at. Letters beyond Western European ones become their plain letter or a question mark.
 * @throws XmlError where a tag of the body is not closed
 */
export function pdfOf(html: string): number[] {
  const { jsPDF } = loaded('jspdf') as typeof import('jspdf');
  const { autoTable } = loaded('jspdf-autotable') as typeof import('jspdf-autotable');
  const doc = new jsPDF({ unit: 'pt' }).setLineHeightFactor(1.25);
  doc.setCreationDate("D:20000101000000+00'00'").setFileId('0'.repeat(32));
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
  const parts = body.replace(/\s*<br\s*\/?>\s*/gi, '\n').replace(NO_LETTER, '');
  const { root } = parseXml(`<body>${parts}</body>`, { ignoreUndefinedEntities: true });
  let y = MARGIN;
  for (const block of root ? inside(root, 'table', 'p', 'h1', 'h2') : []) {
    const isTable = block.name === 'table';
    const rows = inside(block, 'tr').map((row) => {
      const [look = ''] = classesOf(row);
      return { look, cells: inside(row, 'td', 'th').map((cell) => cellOf(cell, look)) };
    });
    const fontStyle = block.name !== 'p' || inside(block, 'b').length > 0 ? 'bold' : 'normal';
    // A heading stays with what it is above.
    if (!isTable && fontStyle === 'bold' && y > doc.internal.pageSize.getHeight() - MARGIN - 70) {
      doc.addPage();
      y = MARGIN;
    }
    autoTable(doc, {
      theme: 'plain',
      startY: y,
      margin: MARGIN,
      rowPageBreak: 'avoid',
      styles: { cellPadding: isTable ? { horizontal: 4, vertical: 3 } : 0, textColor: 0, lineColor: 0 },
      ...(isTable
        ? {
            head: rows.filter(({ look }) => look === 'head').map(({ cells }) => cells),
            body: rows.filter(({ look }) => look !== 'head').map(({ cells }) => cells),
            tableLineWidth: classesOf(block).includes('pay') ? 1 : 0,
            tableLineColor: 0,
          }
        : { body: [[{ content: textOf(block), styles: { fontSize: SIZES[block.name] ?? 10, fontStyle } }]] }),
      // The library knows no width of a blank that does not break, and would put the text beside its place.
      willDrawCell: ({ cell }) => {
        cell.text = cell.text.map((line) => line.replaceAll('\u00a0', ' '));
      },
      didDrawPage: ({ cursor }) => {
        y = (cursor?.y ?? MARGIN) + (isTable ? 12 : 6);
      },
    });
  }
  return [...new Uint8Array(doc.output('arraybuffer'))];
}
