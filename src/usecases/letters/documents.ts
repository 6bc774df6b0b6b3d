// The documents of a mail as the usual build has them: links. The build takes documents.with-attachments.ts instead where it is asked for.

import type { Reminder } from '../../dunning/history/reminder';
import type { MailFile } from '../../dunning/mail/message';
import type { DocumentName } from '../../receivables/invoice';
import type { WorkbookFacts } from '../../workbook/facts';
import type { WorkbookSession } from '../../workbook/session';

/** The documents of a mail as files. */
export interface DocumentsAlong {
  files: MailFile[];
  /** The links whose documents they are. */
  attached: ReadonlySet<string>;
  /** What came along and what went as a link, for the log. */
  told: string;
  /** Why a person has to look first, a sentence; '' when nobody has. */
  back: string;
  /** Why it leaves later, a sentence; '' when it does not. */
  later: string;
}

/** What becomes of a document. */
export interface DocumentView {
  invoice: string;
  what: DocumentName;
  /** Its web address. */
  link: string;
  /** Name of its file; '' while that is not known. */
  name: string;
  /** Null where it is known only once it is made into a PDF, or not read at all. */
  bytes: number | null;
  /** `file`: comes along; `link`: the mail links to it; `wrong`: the mail waits for a person; `later`: Google does not answer now. */
  as: 'file' | 'link' | 'wrong' | 'later';
  /** Why it is no file, a sentence; '' when it is one. */
  why: string;
}

/** How documents are read from Google Drive. */
export interface DocumentReading {
  /** Reads them for a mail that leaves. @param room so many bytes may come along with it */
  read(reminder: Reminder, ws: WorkbookSession, gathered: WorkbookFacts, room: number): DocumentsAlong;
  /** Looks what would come along, without reading it. */
  look(reminder: Reminder, ws: WorkbookSession, gathered: WorkbookFacts, room: number): DocumentView[];
}

/** How documents are read: not at all, where this was not built in. */
export const DOCUMENTS: DocumentReading | null = null;
