import { randomFrom } from '../../proofs/random.js';
import {
  endlessLine,
  header,
  type HostileFile,
  latin,
  megabyte,
  read,
  refused,
  rowOf,
  utf8,
} from './hostile-file.js';

const noise = (bytes: number): Uint8Array => {
  const random = randomFrom(7);
  return Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256));
};

/** Texts that are too much, too long, wrongly encoded, or something else than a table. */
export const textFiles: readonly HostileFile[] = [
  refused('empty.csv', () => utf8('')),
  refused('only-a-mark.csv', () => latin('\xef\xbb\xbf')),
  refused('blank-lines.csv', () => utf8('\n'.repeat(2_000_000))),
  refused('nul.csv', () => utf8(`${header}Alfa\0;IT\n`)),
  refused('noise.csv', () => noise(megabyte)),
  refused('broken-utf-8.csv', () =>
    Buffer.concat([utf8(`${header}Città è già;IT\n`), latin('Citt\xe0;IT\n')]),
  ),
  refused('overlong-utf-8.csv', () =>
    latin('legalName\nperch\xc3\xa9 \xc3\xa8 \xc3\xac \xc3\xb2 \xc0\xaf\n'),
  ),
  refused('odd-utf-16.csv', () =>
    Buffer.concat([latin('\xff\xfe'), Buffer.from(header, 'utf16le'), latin('a')]),
  ),
  refused('utf-16-without-mark.csv', () => Buffer.from(header + rowOf('x'), 'utf16le')),
  refused('utf-32.csv', () => Buffer.concat([latin('\xff\xfe\0\0'), latin('l\0\0\0e\0\0\0g\0\0\0')])),
  refused('unassigned-bytes.csv', () => latin('legalName;city\nAlfa;\x81\x8d\x9d\n')),
  read('utf-7.csv', () => utf8(`${header}+ADw-script+AD4-;IT\n`)),
  refused('million-columns.csv', () => utf8(`legalName${';x'.repeat(1_000_000)}\nAlfa\n`)),
  refused('million-columns-below.csv', () => utf8(`${header}Alfa${';x'.repeat(1_000_000)}\n`)),
  refused('long-cell.csv', () => utf8(`${header}Alfa;IT;"${'x'.repeat(15 * megabyte)}"\n`)),
  refused('long-line.csv', () => utf8(header + 'x'.repeat(15 * megabyte))),
  refused('line-of-100-mb.csv', () => endlessLine(100 * megabyte)),
  refused('line-of-1-gb.csv', () => endlessLine(1024 * megabyte)),
  refused('open-quote.csv', () => utf8(`${header}"Alfa;IT\n${rowOf('x').repeat(20_000)}`)),
  refused('quotes.csv', () => utf8(header + '"'.repeat(5_000_001))),
  refused('delimiters.csv', () => utf8(header + ';'.repeat(10 * megabyte))),
  refused('too-many-rows.csv', () => utf8(header + 'Alfa;IT\n'.repeat(100_100))),
  refused('two-million-lines.csv', () => utf8(`legalName\n${'a\n'.repeat(2_000_000)}`)),
  refused('carriage-returns.csv', () => utf8(`legalName\r${'\r'.repeat(3_000_000)}`)),
  refused('headers-only.csv', () => utf8(header.repeat(50_000))),
  refused('no-header.csv', () => utf8('alpha;beta\n1;2\n')),
  refused('odd-separator.csv', () => utf8(`sep=a\n${header}`)),
  read('formulas.csv', () =>
    utf8(header + rowOf(`=cmd|' /C calc'!A0`) + rowOf('@SUM(1+1)*cmd') + rowOf('+1+1')),
  ),
  read('direction-marks.csv', () => utf8(header + rowOf('\u202egro.elpmaxe\u202c\u200b\u2066'))),
  read('control-characters.csv', () => utf8(header + rowOf('a\u0007b\u001bc'))),
  read('combining-marks.csv', () => utf8(header + rowOf(`z${'\u0300\u0316'.repeat(2_000)}`))),
  read('growing-letters.csv', () => utf8(header + rowOf('\u0390\ufb03\u1f82'.repeat(1_500)))),
  read('lone-halves.csv', () => utf8(header + rowOf('\ud800 \udc00'))),
  read('names-of-objects.csv', () => utf8('legalName;__proto__;constructor;toString\nAlfa;x;y;z\n')),
  read('numbers.csv', () =>
    utf8(`legalName;employees;since;pic\nAlfa;${'9'.repeat(9_000)};99999999;1e309\n`),
  ),
  ...slowPatterns(),
  ...otherKinds(),
];

/** Texts that a careless pattern takes a very long time over. */
function slowPatterns(): HostileFile[] {
  const texts: Record<string, string> = {
    'letters-without-end': 'a'.repeat(9_000),
    'marks-of-mail': 'a@'.repeat(4_500),
    'mail-without-end': `a@${'a.'.repeat(4_400)}`,
    spaces: `x${' '.repeat(4_000)}\t${' '.repeat(4_000)}x`,
    digits: '1'.repeat(9_000),
    'digits-and-dots': '1.'.repeat(4_500),
    hosts: `www.${'a-'.repeat(4_000)}.${'b.'.repeat(400)}`,
    'periods-of-years': '2019-'.repeat(1_800),
    'counted-lists': '18 countries '.repeat(690),
    brackets: '('.repeat(9_000),
  };
  return Object.entries(texts).map(([name, text]) =>
    read(`${name}.csv`, () => utf8(header + rowOf(text).repeat(150))),
  );
}

/** Files of other kinds, under the name of a table. */
function otherKinds(): HostileFile[] {
  const contents: Record<string, Uint8Array> = {
    'sign-in-page.csv': utf8('<!doctype html><html><body><form>Sign in</form></body></html>'),
    'page-behind-a-comment.csv': utf8(
      '\ufeff\n<!-- saved -->\n<html><table><tr><td>legalName</td></tr></table></html>',
    ),
    'table-as-page.xls': utf8('<table><tr><td>legalName</td></tr></table>'),
    'entities.xml': utf8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'),
    'picture.svg': utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'data.json': utf8('{"legalName": "Alfa"}'),
    'cut.json': utf8('[{"legalName": "Alfa", "country"'),
    'deep.json': utf8('['.repeat(1_000_000)),
    'paper.pdf': utf8('%PDF-1.7\n1 0 obj\n'),
    'picture.png': latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
    'picture.gif': latin('GIF89a\x01\0\x01\0'),
    'program.csv': latin('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0'),
    'script.csv': utf8('#!/bin/sh\nrm -rf /\n'),
    'letter.rtf': utf8('{\\rtf1\\ansi legalName}'),
    'old-workbook.xls': latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(600)),
    'behind-a-password.xlsx': Buffer.concat([
      latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
  };
  return Object.entries(contents).map(([name, content]) => refused(name, () => content));
}
