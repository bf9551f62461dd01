import { gzipSync } from 'node:zlib';

import { makeWorkbook, makeZip } from '../make-workbook.js';
import { header, type HostileFile, latin, megabyte, refused, rowOf, utf8 } from './hostile-file.js';

const rows = [
  ['legalName', 'country'],
  ['Alfa', 'IT'],
];
const plain = (): Buffer => Buffer.from(makeWorkbook({ sheets: [{ name: 'Soci', rows }] }));
const withParts = (parts: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array =>
  makeWorkbook({ sheets: [{ name: 'Soci', rows }], parts });
const table = (): Uint8Array =>
  utf8(header + Array.from({ length: 1_000 }, (_, i) => rowOf(String(i * 7_919))).join(''));

/** Gzip archives and zip archives that are cut, damaged, nested, or not what they say. */
export const archiveFiles: readonly HostileFile[] = [
  refused('cut.csv.gz', () => gzipSync(table()).subarray(0, 200)),
  refused('damaged.csv.gz', () => damaged(gzipSync(table()), 60)),
  refused('gzip-in-gzip.csv.gz', () => gzipSync(gzipSync(table()))),
  refused('gzip-bomb.csv.gz', () => gzipSync(Buffer.alloc(300 * megabyte, 'a'))),
  refused('line-of-1-gb.csv.gz', () => Buffer.concat([gzipSync(utf8(header)), ...gigabyteOfLine()])),
  refused('zip-in-gzip.xlsx.gz', () => gzipSync(makeZip({ 'a.csv': header }))),
  refused('cut.xlsx', () => plain().subarray(0, -40)),
  refused('first-bytes.xlsx', () => plain().subarray(0, 60)),
  refused('wrong-checksum.xlsx', () => inDirectory(plain(), 16, (value) => (value ^ 1) >>> 0)),
  refused('wrong-offset.xlsx', () => inDirectory(plain(), 42, () => 0x7fffffff)),
  refused('says-4-gb.xlsx', () => inDirectory(plain(), 24, () => 0xfffffffe)),
  refused('says-1-byte.xlsx', () => inDirectory(plain(), 24, () => 1)),
  refused('encrypted-parts.xlsx', () => flagged(plain())),
  refused('one-part-many-times.xlsx', () => overlapping(plain())),
  refused('part-twice.xlsx', () =>
    renamed(Buffer.from(withParts({ 'xl/workbooq.xml': '<x/>' })), 'xl/workbooq.xml', 'xl/workbook.xml'),
  ),
  refused('symbolic-link.xlsx', () => linked(plain())),
  refused('path-out.xlsx', () => withParts({ '../../etc/cron.d/evil': 'x' })),
  refused('absolute-path.xlsx', () => withParts({ '/etc/passwd': 'x' })),
  refused('windows-path.xlsx', () => withParts({ 'C:\\evil.exe': 'x' })),
  refused('backslashes.xlsx', () => withParts({ '..\\..\\evil.exe': 'x' })),
  refused('thousands-of-parts.xlsx', () =>
    withParts(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`xl/media/${i}.png`, 'x']))),
  ),
  refused('zip-in-zip.xlsx', () => nested(12)),
  refused('list-in-zip.zip', () => makeZip({ 'members.csv': header })),
  refused('pdf-and-zip.xlsx', () => Buffer.concat([utf8('%PDF-1.7\n'), plain()])),
  refused('page-and-zip.xlsx', () => Buffer.concat([utf8('<html><script>alert(1)</script>'), plain()])),
  refused('program-and-zip.xlsx', () => Buffer.concat([latin('MZ\x90\0\x03\0\0\0'), plain()])),
  refused('picture-and-zip.xlsx', () => Buffer.concat([latin('GIF89a\x01\0\x01\0'), plain()])),
  refused('empty.zip', () => latin(`PK\x05\x06${'\0'.repeat(18)}`)),
  refused('macros.xlsm', () => withParts({ 'xl/vbaProject.bin': 'x' })),
  refused('macros-elsewhere.xlsx', () => withParts({ 'custom/vbaProject.bin': 'x' })),
  refused('macro-sheet.xlsx', () => withParts({ 'xl/macrosheets/sheet1.xml': '<x/>' })),
  refused('binary-workbook.xlsb', () =>
    makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
  ),
  refused('open-document.ods', () => makeZip({ mimetype: 'x', 'content.xml': '<x/>' })),
  refused('text-document.docx', () =>
    makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
  ),
];

function damaged(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let next = at; next < at + 20; next += 1) copy[next] = (copy[next] ?? 0) ^ 0xff;
  return copy;
}

/** A gzip file may be several, one behind the other: 16 times the same 64 MB. */
function gigabyteOfLine(): Uint8Array[] {
  const piece = gzipSync(Buffer.alloc(64 * megabyte, 'a'));
  return Array.from({ length: 16 }, () => piece);
}

function nested(levels: number): Uint8Array {
  let bytes: Uint8Array = plain();
  for (let level = 0; level < levels; level += 1) bytes = makeZip({ [`${level}.zip`]: bytes });
  return bytes;
}

const entryMark = 'PK\x01\x02';

function entries(zip: Buffer): number[] {
  const found: number[] = [];
  for (let at = zip.indexOf(entryMark, 0, 'latin1'); at !== -1; at = zip.indexOf(entryMark, at + 4, 'latin1'))
    found.push(at);
  return found;
}

/** Changes four bytes of every entry of the directory. */
function inDirectory(zip: Buffer, field: number, change: (value: number) => number): Uint8Array {
  for (const at of entries(zip)) zip.writeUInt32LE(change(zip.readUInt32LE(at + field)), at + field);
  return zip;
}

function flagged(zip: Buffer): Uint8Array {
  for (const at of entries(zip)) zip.writeUInt16LE(zip.readUInt16LE(at + 8) | 1, at + 8);
  return zip;
}

/** Every entry of the directory leads to the bytes of the first: what unpacks small by name unpacks large in all. */
function overlapping(zip: Buffer): Uint8Array {
  const [first = 0] = entries(zip);
  const offset = zip.readUInt32LE(first + 42);
  return inDirectory(zip, 42, () => offset);
}

/** @param to a name of the same length */
function renamed(zip: Buffer, from: string, to: string): Uint8Array {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

function linked(zip: Buffer): Uint8Array {
  const [first = 0] = entries(zip);
  zip.writeUInt32LE(0o120777 * 65_536, first + 38);
  zip.writeUInt16LE(0x0314, first + 4);
  return zip;
}
