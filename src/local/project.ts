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
