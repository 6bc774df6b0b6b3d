// A script project and the circumstances of an execution.

/** How executions see the world: whose they are, when it is, what may go wrong. */
export interface ExecutionOptions {
  /** Address of the person (or trigger owner) it runs as. */
  user: string;
  /** `NONE`, `LIMITED`, `FULL` or `CUSTOM_FUNCTION`. */
  authMode: 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';
  /** The virtual clock at the start, epoch milliseconds; it runs on in real time from there, plus every `Utilities.sleep`. */
  now: number;
  /** The script's zone: what Date's own methods answer in. Default: `timeZone` of appsscript.json. */
  scriptZone?: string;
  /** True for a call that comes from an open editor: getUi works. */
  editorOpen: boolean;
  /**
   * Called before every counted service call. An `ExecutionKilled` thrown here ends the execution, whatever the script
   * catches, and drops what was not flushed; any other error is an outage: an exception of that call, which the script may catch.
   */
  beforeCall?: (method: string, count: number) => void;
  /** Called after every counted service call that did its work; what is thrown here counts as of `beforeCall`. */
  afterCall?: (method: string, count: number) => void;
  /** How long a counted service call takes, in milliseconds of the virtual clock; default: none. */
  callTakes?: (method: string) => number;
  /** What the execution takes for the machine's clock and for random ids, so that doing it again gives the very same. */
  repeatable?: { clock: () => number; id: () => string };
  /** Hears what console and Logger write. */
  onLog?: (level: string, text: string) => void;
}

/** A script project: code, HTML files and manifest, as pushed. */
export interface Project {
  code: string;
  /** Name without extension to content. */
  html: Record<string, string>;
  manifest: { timeZone: string; oauthScopes?: string[] };
}
