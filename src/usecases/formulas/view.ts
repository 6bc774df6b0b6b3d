// What the Formulas page is shown.

/** The formulas that are ready to be put into a cell for the team's own columns. */
export interface FormulasView {
  /** By name. Not among them: those whose column the table lacks, and those that take totals of your own. */
  ready: Record<string, string>;
}
