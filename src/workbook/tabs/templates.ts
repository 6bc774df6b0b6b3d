// The tab AR Templates: texts by name and language, each checked.

import { languageCode } from '../../dunning/letter/languages';
import type { Objection } from '../../dunning/letter/letter-input';
import { FALLBACK_LANGUAGE } from '../../dunning/letter/letter-languages';
import { PLACEHOLDER_NAMES } from '../../dunning/letter/placeholders';
import { checkTemplate } from '../../dunning/letter/template';
import { isObjection } from '../../dunning/letter/template-row';
import type { TemplateCheck } from '../../dunning/policy/policy';
import type { TabTable } from './records';

/** A text of AR Templates. */
export interface TemplateText {
  name: string;
  language: string;
  subject: string;
  body: string;
}

/** The texts of a workbook, found by name and language. */
export interface TemplateIndex {
  find(name: string, language: string): TemplateText | null;
  /** The names of the texts in a language, in the order of the tab. */
  names(language: string): string[];
  /** What one may hear on a call, in the order of the tab; without those whose text cannot be filled in. */
  objections(language: string): Objection[];
  check: TemplateCheck;
}

/** Reads texts; of two with one name and language the first counts. */
export function templateIndex(texts: readonly TemplateText[]): TemplateIndex {
  const byName = new Map<string, TemplateText>();
  const keyOf = (name: string, language: string): string =>
    `${name.trim().toLowerCase()}|${language.trim().toLowerCase()}`;
  for (const text of texts)
    if (!byName.has(keyOf(text.name, text.language))) byName.set(keyOf(text.name, text.language), text);
  const names = (language: string): string[] => {
    const wanted = language.trim().toLowerCase();
    const own = [...byName.values()].filter((text) => text.language.trim().toLowerCase() === wanted);
    return own.map(({ name }) => name.trim()).filter((name) => name !== '');
  };
  const checked = new Map<string, ReturnType<TemplateCheck>>();
  const find = (name: string, language: string): TemplateText | null => byName.get(keyOf(name, language)) ?? null;
  const check: TemplateCheck = (name, language) => {
    const key = keyOf(name, language);
    const known = checked.get(key);
    if (known !== undefined) return known;
    const fault = faultOf(find(name, language), name, language);
    checked.set(key, fault);
    return fault;
  };
  const objections = (language: string): Objection[] =>
    names(language).flatMap((name) => {
      const text = isObjection(name) && !check(name, language) ? find(name, language) : null;
      const isWhole = text !== null && text.subject.trim() !== '' && text.body.trim() !== '';
      return isWhole ? [{ name, heard: text.subject, answer: text.body }] : [];
    });
  return { find, names, objections, check };
}

function faultOf(text: TemplateText | null, name: string, language: string): ReturnType<TemplateCheck> {
  if (!text)
    return {
      code: 'no-template',
      message: `AR Templates has no text "${name}" in language "${language}". Add it, or change the customer's language.`,
    };
  const [fault] = [...checkTemplate(text.subject, PLACEHOLDER_NAMES), ...checkTemplate(text.body, PLACEHOLDER_NAMES)];
  return fault ? { code: 'unknown-placeholder', message: `AR Templates, "${name}": ${fault.message}` } : null;
}

/** Reads AR Templates. */
export function readTemplates(table: TabTable): TemplateText[] {
  return table.rows.map((row) => ({
    name: row.text('Template'),
    language: languageCode(row.text('Language')) || row.text('Language').toLowerCase() || FALLBACK_LANGUAGE,
    subject: row.text('Subject'),
    body: row.text('Body'),
  }));
}
