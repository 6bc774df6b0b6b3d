// The classes have no method that Google's do not have; checked by the compiler, and once at run time.
import { expect, it } from 'vitest';
import type { DataValidationBuilder } from '../../../src/local/google-services/data-validation';
import type { HtmlOutput } from '../../../src/local/google-services/html-service';
import type { Lock } from '../../../src/local/google-services/lock';
import type { NamedRange } from '../../../src/local/google-services/named-range';
import type { Properties } from '../../../src/local/google-services/properties';
import type { Range } from '../../../src/local/google-services/range';
import type { Sheet } from '../../../src/local/google-services/sheet';
import type { Spreadsheet } from '../../../src/local/google-services/spreadsheet';
import { run } from './apps-script';

/** The names of ours that Google's interface lacks: must be none. */
type Extra<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs>;
type AllExtra =
  | Extra<Range, GoogleAppsScript.Spreadsheet.Range>
  | Extra<Sheet, GoogleAppsScript.Spreadsheet.Sheet>
  | Extra<Spreadsheet, GoogleAppsScript.Spreadsheet.Spreadsheet>
  | Extra<NamedRange, GoogleAppsScript.Spreadsheet.NamedRange>
  | Extra<DataValidationBuilder, GoogleAppsScript.Spreadsheet.DataValidationBuilder>
  | Extra<Properties, GoogleAppsScript.Properties.Properties>
  | Extra<Lock, GoogleAppsScript.Lock.Lock>
  | Extra<HtmlOutput, GoogleAppsScript.HTML.HtmlOutput>;

it('adds no method of its own to the classes', () => {
  const extra: AllExtra[] = [];
  expect(extra).toEqual([]);
});

it('gives service objects no listed properties, and the name of their class as text', () => {
  expect(
    run("return [Object.keys(cell('A1')), Object.keys(sheet), String(ss), String(sheet), String(cell('A1'))];"),
  ).toEqual([[], [], 'Spreadsheet', 'Sheet', 'Range']);
});

it('fails as JavaScript does for a method that no service here has', () => {
  expect(run("return [failure(() => cell('A1').noSuchMethod()), typeof cell('A1').merge];")).toEqual([
    'TypeError: cell(...).noSuchMethod is not a function',
    'undefined',
  ]);
});
