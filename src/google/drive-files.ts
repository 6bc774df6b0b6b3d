// Google Drive as the usual build has it: none. The build takes drive-files.with-attachments.ts instead where documents are attached.
import type { DriveFiles } from '../workbook/ports';

/** No files: this script has no permission to read any. */
export function googleFiles(): DriveFiles | null {
  return null;
}
