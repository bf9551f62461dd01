/** A cell holds no more. */
const longestText = 32_767;

/** What begins so could be read as a formula by a program that reads the text again. */
const opensAsFormula = /^[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/u;

/** Characters that XML 1.0 has no place for. */
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Whether the cell is to be marked as text, so that it stays one when a person edits it. */
export function needsGuard(text: string): boolean {
  return opensAsFormula.test(text);
}

/**
 * A text as it stands in a cell's XML. What XML cannot hold is escaped as spreadsheet programs do it (`_x0007_`), and
 * what they would read as an escape is escaped itself, so that every text comes back as it was.
 */
export function cellXmlText(text: string): string {
  const escaped = text
    .slice(0, longestText)
    .replaceAll('\u0000', '') // no text from the database has one
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(notXml, (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return xmlText(escaped);
}

/** A text or an attribute's value in XML. */
export function xmlText(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(notXml, '')
    .replace(/\r\n?/g, '\n')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
