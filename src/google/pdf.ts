// Google's converter behind the port PdfMaker: HTML becomes a PDF within the script, without a further permission.
import type { PdfMaker } from '../workbook/ports';

/** The port over the converter. */
export function googlePdf(): PdfMaker {
  return {
    of: (html) =>
      Utilities.base64Encode(Utilities.newBlob(html, 'text/html', 'page.html').getAs('application/pdf').getBytes()),
  };
}
