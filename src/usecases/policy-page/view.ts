// What the pages about rules show: the policy with what is off in it, the settings, the calendar, the next days.
import type { LetterInput } from '../../dunning/letter/letter-input';
import type { Channel } from '../../dunning/policy/channels';
import type { HintContext } from '../../dunning/policy/hints/policy-hints';
import type { PolicyRow } from '../../dunning/policy/policy';
import type { SeenRow } from '../../workbook/tabs/seen-rows';
import type { ChangeResult } from '../waiting/change-result';

/** Something about the policy that a person should know. */
export interface PolicyFindingView {
  severity: 'error' | 'warning' | 'note';
  code: string;
  /** 1-based row of AR Policy; 0 when it is about none. */
  row: number;
  message: string;
}

/** A stage with the row it stands in, so that it is found again. */
export interface PolicyStepView extends PolicyRow, SeenRow {}

/** The stages of a segment. */
export interface PolicySegmentView {
  segment: string;
  /** How many customers with something open count as it today. */
  customers: number;
  /** In the order of the tab; none where it has no rows of its own. */
  steps: PolicyStepView[];
}

/** The policy page. */
export interface PolicyView {
  asOf: string;
  /** Name of the tab, for showing a row of it. */
  tab: string;
  /** What stops reminders, and cells that are read as something else. */
  findings: PolicyFindingView[];
  /** What the page holds the policy against, to find what is probably not meant. */
  hints: HintContext;
  segments: PolicySegmentView[];
  /** The languages in which customers are written to, as two letters. */
  languages: string[];
  /** The language of our own people: of call sheets and tasks. */
  own: string;
  /** The texts of AR Templates, each in its languages, in the order of the tab. */
  texts: { name: string; languages: string[] }[];
  /** When a text was last changed: its name and language as `Friendly (de)`, and `YYYY-MM-DD HH:mm:ss`. */
  changes: [text: string, at: string][];
}

/** Customers with what is open of theirs, in words. */
export interface Caught {
  customers: number;
  /** `1,200.00 EUR and 900.00 GBP`; '' where nothing is open. */
  open: string;
}

/** A line of AR Segments as it stands there. */
export interface SegmentLineView extends SeenRow {
  field: string;
  is: string;
  value: string;
}

/** A rule of AR Segments. */
export interface SegmentRuleView {
  /** As written. */
  order: string;
  segment: string;
  active: boolean;
  lines: SegmentLineView[];
  note: string;
  /** Whom its lines hold for, and whom earlier rules that are on leave to it. */
  holds: Caught;
  takes: Caught;
  /** Of those it takes, how many count as another segment now. */
  moves: number;
  /** The first customers it takes, the most open first. */
  first: { key: string; name: string; open: string }[];
}

/** The page of the rules. */
export interface SegmentsView {
  asOf: string;
  rules: SegmentRuleView[];
  findings: PolicyFindingView[];
  /** Who is named by no rule: what their figures say. */
  computed: ({ segment: string } & Caught)[];
  /** Customers whose segment is set by hand: no rule moves them. */
  overrides: number;
  /** What a line may look at: computed fields, then headers of columns. */
  fields: string[];
  columns: string[];
  operators: string[];
  /** Segments that AR Policy has steps for. */
  segments: string[];
  /** Days that a new segment has to hold before it counts. */
  heldFor: number;
}

/** A text in one language, and the row it stands in. */
export interface StoredText extends SeenRow {
  language: string;
  subject: string;
  body: string;
}

/** A customer that a text can be shown filled for: all that a letter is made of but the text. */
export interface TextSample {
  key: string;
  /** In which language they are written to. */
  language: string;
  input: LetterInput;
}

/** A text of AR Templates. */
export interface TextView {
  name: string;
  /** How it reaches somebody. */
  channel: Channel;
  /** Of two in one language the first counts. */
  texts: StoredText[];
  /** By language; null where nobody was ever to be reminded. */
  samples: Record<string, TextSample | null>;
  /** Customers it can be filled for, key and name. */
  customers: [key: string, name: string][];
}

/** A row to be changed, added (`seen` is null) or taken out (`cells` is null). */
export interface RuleChange {
  seen: SeenRow | null;
  /** What is to stand in it, by header. */
  cells: Record<string, string> | null;
}

/** What became of changes to the rows of AR Policy, AR Templates or AR Segments. */
export interface RulesSaved extends ChangeResult {
  /** Why nothing was saved. */
  findings: PolicyFindingView[];
  /** What takes it back. */
  undo: RuleChange[];
}
