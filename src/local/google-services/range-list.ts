// RangeList: several ranges of a sheet that take the same call.
import type { RangeObject } from './book';
import { type MethodTable, named, serve } from './call';
import { defineHidden } from './hidden';
import type { Host } from './host';

/** A list of ranges. */
export class RangeList {
  readonly #ranges: RangeObject[];
  constructor(ranges: RangeObject[]) {
    this.#ranges = [...ranges];
  }
  getRanges(): RangeObject[] {
    return [...this.#ranges];
  }
}

/** Methods that go to each range in turn; the list is given back. */
const EACH: MethodTable = {
  activate: '- ',
  breakApart: '- ',
  check: '- ',
  uncheck: '- ',
  clear: '- |o',
  clearContent: '- ',
  clearDataValidations: '- ',
  clearFormat: '- ',
  clearNote: '- ',
  insertCheckboxes: '- |a|a,a',
  removeCheckboxes: '- ',
  setBackground: '- S?',
  setBackgroundRGB: '- n,n,n',
  setBorder: '- b?,b?,b?,b?,b?,b?|b?,b?,b?,b?,b?,b?,S?,e?',
  setFontColor: '- S?',
  setFontFamily: '- S?',
  setFontLine: '- S?',
  setFontSize: '- n',
  setFontStyle: '- S?',
  setFontWeight: '- S?',
  setFormula: '- s',
  setFormulaR1C1: '- s',
  setHorizontalAlignment: '- S?',
  setNote: '- s',
  setNumberFormat: '- S',
  setShowHyperlink: '- b',
  setTextDirection: '- e?',
  setValue: '- a',
  setVerticalAlignment: '- S?',
  setWrap: '- b?',
  setWrapStrategy: '- e',
  trimWhitespace: '- ',
};

/** Puts the calling rules around RangeList. */
export function serveRangeList(host: Host): void {
  for (const name of Object.keys(EACH)) {
    defineHidden(RangeList.prototype, {
      [name](this: RangeList, ...args: unknown[]): RangeList {
        for (const range of this.getRanges()) Reflect.apply(Reflect.get(range, name), range, args);
        return this;
      },
    });
  }
  serve(host, RangeList.prototype, 'SpreadsheetApp.RangeList', 'RangeList', { getRanges: '- ', ...EACH });
  named(RangeList.prototype, 'RangeList');
}
