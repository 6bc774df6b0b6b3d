// What the sidebar asks for while a workbook begins: set-up, the data check, formulas, going live; and the preview of a plan.
import * as v from 'valibot';
import { aNumber, asked, aText, aTextIfAny } from '../google/asked';
import { showDataCheck } from '../usecases/data-check/data-check';
import { showRow as goToRow } from '../usecases/data-check/show-row';
import type { DataCheckView } from '../usecases/data-check/view';
import { insertReadyFormula, showFormulas } from '../usecases/formulas/show-formulas';
import type { FormulasView } from '../usecases/formulas/view';
import { goLive as becomeLive, applyGoingLive as beginWork, showGoingLive } from '../usecases/going-live/go-live';
import { type GoingLiveChoices, type GoingLiveView, goingLiveChoices } from '../usecases/going-live/view';
import { importList as importLists, showImport } from '../usecases/imports/import-list';
import { type ImportRequest, type ImportView, importRequest } from '../usecases/imports/view';
import { type PreviewOptions, previewOptions } from '../usecases/planning/preview-book';
import { type PlanReport, previewPlan as preview } from '../usecases/planning/preview-plan';
import type { Result } from '../usecases/result';
import { applySetup as setUp, showSetup } from '../usecases/setup/set-up';
import { type SetupChoice, type SetupResult, type SetupView, setupChoice } from '../usecases/setup/view';
import type { ChangeResult } from '../usecases/waiting/change-result';

/** What set-up found, for the person to correct. */
export function getSetup(sheetName?: string, headerRow?: number): Result<SetupView> {
  return asked([sheetName, headerRow], [aTextIfAny, v.nullish(aNumber, 0)], showSetup);
}

/** Creates the tabs from what the person confirmed. */
export function applySetup(choice: SetupChoice): Result<SetupResult> {
  return asked([choice], [setupChoice], setUp);
}

/** The plan of a day, without changing anything. */
export function previewPlan(options?: PreviewOptions): Result<PlanReport> {
  return asked([options], [v.nullish(previewOptions, {})], preview);
}

/** What was read, what looks wrong, and who looks like one customer. */
export function getDataCheck(): Result<DataCheckView> {
  return asked([], [], showDataCheck);
}

/** Puts the cursor on a row of a sheet. */
export function showRow(sheet: string, row: number): Result<ChangeResult> {
  return asked([sheet, row], [aText, aNumber], goToRow);
}

/** The formulas, ready for the team's own columns. */
export function getFormulas(): Result<FormulasView> {
  return asked([], [], showFormulas);
}

/** Puts a ready formula into the selected cell. */
export function insertFormula(name: string): Result<ChangeResult> {
  return asked([name], [aText], insertReadyFormula);
}

/** Going live: the overdue customers by age, and what would happen. */
export function getGoingLive(choices?: GoingLiveChoices): Result<GoingLiveView> {
  return asked([choices], [v.nullish(goingLiveChoices, null)], showGoingLive);
}

/** Writes down how the overdue customers begin. */
export function applyGoingLive(choices: GoingLiveChoices): Result<ChangeResult> {
  return asked([choices], [goingLiveChoices], beginWork);
}

/** Goes live; first contacts begin on the next business day. */
export function goLive(): Result<ChangeResult> {
  return asked([], [], becomeLive);
}

/** What lists are compared with. */
export function getImport(): Result<ImportView> {
  return asked([], [], showImport);
}

/** Writes a confirmed list. */
export function importList(list: ImportRequest): Result<ChangeResult> {
  return asked([list], [importRequest], importLists);
}
