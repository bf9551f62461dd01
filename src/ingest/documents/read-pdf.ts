import { getDocumentProxy } from 'unpdf';

import { documentBroken, documentEncrypted } from './document.errors.js';
import { longestText } from './proposed-competences.js';

/** Pages read of one document. */
const mostPages = 60;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * The text of a PDF, page by page. Nothing in it is run, drawn or fetched.
 *
 * @throws {AppError} `ingest.document-broken`, `ingest.file-encrypted`
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<string> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    return await pagesOf(pdf);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw name === 'PasswordException' ? documentEncrypted(file) : documentBroken(file);
  }
}

async function pagesOf(pdf: Pdf): Promise<string> {
  let text = '';
  for (let at = 1; at <= Math.min(pdf.numPages, mostPages) && text.length < longestText; at += 1) {
    const page = await pdf.getPage(at);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n';
    page.cleanup();
  }
  return text;
}
