// Whether every stage has its text in each language that customers are written to in.
import { isReadByCustomer } from './channels';
import type { TemplateCheck } from './policy';
import { finding, type PlacedRow, type PolicyFinding } from './policy-finding';
import { namesText } from './purposes';

/** Which texts there are, and in which languages they are needed. */
interface TextContext {
  checkTemplate: TemplateCheck;
  languages: readonly string[];
  ownLanguage: string;
}

/** Stages without a text, or with one that asks for what does not exist; once for each text. */
export function templateFaults(
  rows: readonly PlacedRow[],
  { checkTemplate, languages, ownLanguage }: TextContext,
): PolicyFinding[] {
  const told = new Set<string>();
  const findings: PolicyFinding[] = [];
  for (const { stage, row } of rows) {
    if (!stage.active || told.has(stage.template)) continue;
    told.add(stage.template);
    const where = namesText(stage.purpose) ? `Purpose ${stage.purpose}` : `${stage.segment}, step ${stage.stage}`;
    if (stage.template === '') {
      told.delete('');
      findings.push(
        finding('error', 'no-template', row, `${where}: Template is empty. Write the name of a text in AR Templates.`),
      );
      continue;
    }
    const missing: string[] = [];
    for (const language of isReadByCustomer(stage.channel) && stage.purpose !== 'heads-up'
      ? languages
      : [ownLanguage]) {
      const fault = checkTemplate(stage.template, language);
      if (fault?.code === 'no-template') missing.push(language);
      else if (fault) findings.push(finding('error', fault.code, row, `${where} (${language}): ${fault.message}`));
    }
    if (missing.length > 0) {
      const message = `${where}: AR Templates has no text "${stage.template}" in ${missing.join(', ')}, but customers are written to in ${missing.length === 1 ? 'it' : 'them'}. Add it, or reminders there cannot be sent.`;
      findings.push(finding('error', 'no-template', row, message));
    }
  }
  return findings;
}
