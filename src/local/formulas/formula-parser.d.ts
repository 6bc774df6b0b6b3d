// Types of the formula parser, which ships none: only what is used here.
declare module '@fortune-sheet/formula-parser' {
  export class Parser {
    /** The grammar's hooks; replaced here so that dates and arrays go through operators. */
    parser: {
      yy: {
        toNumber: (value: unknown) => unknown;
        invertNumber: (value: unknown) => unknown;
        evaluateByOperator: (operator: string, values: unknown[]) => unknown;
        cellValue: (name: string) => unknown;
        callFunction: (name: string, values?: unknown[]) => unknown;
      };
    };
    parse(expression: string): { error: string | null; result: unknown };
  }
}

declare module '@formulajs/formulajs' {
  const functions: Record<string, ((...values: unknown[]) => unknown) | undefined>;
  export = functions;
}
