// What the sidebar asks for about rules: the policy, the settings, the next days, and why an invoice is reminded of or not.
import * as v from 'valibot';
import { aNumber, asked, aText, aTextIfAny } from '../google/asked';
import * as why from '../usecases/explain/show-why';
import type { FoundInvoices, WhyView } from '../usecases/explain/view';
import { showForecast } from '../usecases/outlook/show-forecast';
import type { ForecastView } from '../usecases/outlook/view';
import { saveRules as writeRules } from '../usecases/policy-page/save-rules';
import { showPolicy } from '../usecases/policy-page/show-policy';
import { showSegments } from '../usecases/policy-page/show-segments';
import { showText } from '../usecases/policy-page/show-text';
import type { PolicyView, RuleChange, RulesSaved, SegmentsView, TextView } from '../usecases/policy-page/view';
import type { Result } from '../usecases/result';
import * as saving from '../usecases/settings/save-setting';
import { showSettings } from '../usecases/settings/show-settings';
import type { SettingsView } from '../usecases/settings/view';
import type { ChangeResult } from '../usecases/waiting/change-result';
import { sendWeeklyNoteToMe as sendNote, showWeeklyNote } from '../usecases/weekly-note/show-note';
import type { WeeklyNoteView } from '../usecases/weekly-note/view';

/** The policy, and what is off in it. */
export function getPolicy(): Result<PolicyView> {
  return asked([], [], showPolicy);
}

/** The rules of AR Segments, and whom each would catch. */
export function getSegments(): Result<SegmentsView> {
  return asked([], [], showSegments);
}

/** A text in its languages, and customers to show it filled for. */
export function getText(name: string, customer: string, segment: string): Result<TextView> {
  return asked([name, customer, segment], [aText, aTextIfAny, aTextIfAny], showText);
}

/** Writes rows of AR Policy, AR Templates or AR Segments, all or none of them. */
export function saveRules(tab: string, changes: RuleChange[]): Result<RulesSaved> {
  return asked(
    [tab, changes],
    [v.picklist(['AR Policy', 'AR Templates', 'AR Segments']), v.array(aRuleChange)],
    writeRules,
  );
}

const aRuleChange = v.object({
  seen: v.nullable(v.object({ row: aNumber, seen: aText })),
  cells: v.nullable(v.record(aText, aText)),
});

/** The next days if nobody pays. */
export function getForecast(days: number): Result<ForecastView> {
  return asked([days], [v.number()], showForecast);
}

/** The settings, and the days to come on which nothing is sent. */
export function getSettings(): Result<SettingsView> {
  return asked([], [], showSettings);
}

/** The weekly note as it would be written now, and who gets it. */
export function getWeeklyNote(): Result<WeeklyNoteView> {
  return asked([], [], showWeeklyNote);
}

/** Sends the weekly note to whoever asks, and to nobody else. */
export function sendWeeklyNoteToMe(): Result<ChangeResult> {
  return asked([], [], sendNote);
}

/** Writes one setting. */
export function saveSetting(name: string, value: string): Result<ChangeResult> {
  return asked([name, value], [aText, aTextIfAny], saving.saveSetting);
}

/** Adds a period in which nothing is sent. */
export function addQuietPeriod(fromIso: string, untilIso: string, name: string): Result<ChangeResult> {
  return asked([fromIso, untilIso, name], [aText, aTextIfAny, aTextIfAny], saving.addQuietPeriod);
}

/** Why the invoice under the cursor is reminded of, or why not. */
export function getWhy(): Result<WhyView> {
  return asked([], [], why.showWhy);
}

/** Why an invoice is reminded of, or why not. */
export function getWhyOf(key: string): Result<WhyView> {
  return asked([key], [aText], why.showWhyOf);
}

/** Invoices by number or customer, to choose one. */
export function findInvoices(words: string): Result<FoundInvoices> {
  return asked([words], [aText], why.findInvoices);
}
