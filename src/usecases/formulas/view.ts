// What the Formulas page is shown.

/** The formulas of Duesheet, ready for the team's own columns. */
export interface FormulasView {
  formulas: {
    name: string;
    /** One line. */
    meaning: string;
    /** Ready to be put into a cell; '' where the table lacks a column, or the formula takes totals of your own. */
    formula: string;
  }[];
}
