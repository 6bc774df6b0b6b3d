// The default texts of letters: they ship in the sidebar's file, so that no formula and no hour has to read them in.
import type { TemplateRow } from '../dunning/letter/template-row';
import type { Texts } from '../workbook/ports';
import { Refusal } from '../workbook/refusal';

/** Where build.mjs puts them. */
const BLOCK = /<template id="texts">([^<]*)<\/template>/;

/** A page of the sidebar's file, without what is for the script alone. */
export function withoutTexts(page: string): string {
  return page.replace(BLOCK, '');
}

/** Reads them where they are asked for, once per execution. */
export function shippedTexts(): Texts {
  let known: TemplateRow[] | null = null;
  return { defaults: () => (known ??= read()) };
}

function read(): TemplateRow[] {
  const json = BLOCK.exec(HtmlService.createHtmlOutputFromFile('sidebar').getContent())?.[1];
  if (json === undefined)
    throw new Refusal(
      'texts-missing',
      'The texts of the mails are missing in sidebar.html. Push the whole folder dist/ again: npm run push.',
    );
  return JSON.parse(json) as TemplateRow[];
}
