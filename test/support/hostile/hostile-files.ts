import { archiveFiles } from './archive-files.js';
import { documentFiles } from './document-files.js';
import type { HostileFile } from './hostile-file.js';
import { textFiles } from './text-files.js';
import { workbookFiles } from './workbook-files.js';

/** Every hostile member file and company profile there is; made by these scripts, so that none of them lies in the repository. */
export const hostileFiles: readonly HostileFile[] = [
  ...textFiles,
  ...archiveFiles,
  ...workbookFiles,
  ...documentFiles,
];
