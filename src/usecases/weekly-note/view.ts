// What Settings is shown of the weekly note.

/** The weekly note as it would be written now. */
export interface WeeklyNoteView {
  subject: string;
  text: string;
  html: string;
  /** Who gets it on Mondays; empty: nobody. */
  to: string[];
  /** Why somebody who is named does not get it, a sentence each. */
  refused: string[];
  /** Whose account asks; '' where Google does not tell. */
  you: string;
}
