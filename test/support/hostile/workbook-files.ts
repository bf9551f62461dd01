import { type MadeCell, makeWorkbook } from '../make-workbook.js';
import { type HostileFile, latin, megabyte, read, refused } from './hostile-file.js';

const names = ['legalName', 'country'];

type Parts = Readonly<Record<string, string | Uint8Array | null>>;

const book = (parts: Parts, rows: readonly (readonly MadeCell[])[] = [names, ['Alfa', 'IT']]): Uint8Array =>
  makeWorkbook({ sheets: [{ name: 'Soci', rows }], sharedStrings: true, parts });

/** A workbook with this XML as its sheet. */
const sheet = (xml: string | Uint8Array): Uint8Array => book({ 'xl/worksheets/sheet1.xml': xml });
const data = (xml: string): Uint8Array => sheet(`<worksheet><sheetData>${xml}</sheetData></worksheet>`);
const cell = (text: string): string => `<row><c t="str"><v>${text}</v></c></row>`;

/** Text that hardly packs, so that no ratio gives it away. */
const varied = (length: number): string =>
  Array.from({ length: Math.ceil(length / 8) }, (_, i) =>
    ((i * 2_654_435_761) >>> 0).toString(36).padStart(8, 'x'),
  )
    .join('')
    .slice(0, length);

const laughs = (): string => {
  const entities = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  );
  return `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${entities.join('')}]><worksheet><sheetData>${cell('&l9;')}</sheetData></worksheet>`;
};

const relations = (target: string, mode = ''): string =>
  '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" ' +
  `Target="${target}"${mode}/></Relationships>`;

/** Workbooks whose archive is sound and whose XML is not. */
export const workbookFiles: readonly HostileFile[] = [
  refused('billion-laughs.xlsx', () => sheet(laughs())),
  refused('outside-entity.xlsx', () =>
    sheet(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>${cell('&a;')}</worksheet>`),
  ),
  refused('outside-document-type.xlsx', () =>
    sheet('<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><worksheet><sheetData/></worksheet>'),
  ),
  refused('parameter-entity.xlsx', () =>
    sheet('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x">%p;]><worksheet/>'),
  ),
  refused('unknown-entity.xlsx', () => data(cell('&nope;'))),
  refused('entities-in-texts.xlsx', () => book({ 'xl/sharedStrings.xml': laughs() })),
  refused('deep.xlsx', () => data('<a>'.repeat(100_000) + '</a>'.repeat(100_000))),
  refused('million-attributes.xlsx', () =>
    data(`<row ${varied(2 * megabyte).replace(/.{8}/g, (name) => `a${name}="1" `)}/>`),
  ),
  refused('long-comment.xlsx', () => data(`<!--${varied(8 * megabyte)}-->`)),
  refused('long-text.xlsx', () => data(cell(varied(8 * megabyte)))),
  refused('long-data-section.xlsx', () => data(cell(`<![CDATA[${varied(8 * megabyte)}]]>`))),
  refused('long-instruction.xlsx', () => data(`<?x ${varied(8 * megabyte)}?>`)),
  refused('long-tag-name.xlsx', () => data(`<${'x'.repeat(50)}${varied(4 * megabyte)}/>`)),
  refused('bomb.xlsx', () => data('<row/>'.repeat(3_000_000))),
  refused('bomb-of-one-cell.xlsx', () => data(cell('x'.repeat(50 * megabyte)))),
  refused('bomb-in-a-picture.xlsx', () => book({ 'xl/media/image1.png': Buffer.alloc(250 * megabyte) })),
  refused('million-texts.xlsx', () =>
    book({
      'xl/sharedStrings.xml': `<sst>${Array.from({ length: 2_100_000 }, (_, i) => `<si><t>${i}</t></si>`).join('')}</sst>`,
    }),
  ),
  refused('text-that-is-not-there.xlsx', () => data('<row><c t="s"><v>99</v></c></row>')),
  refused('text-number-minus-one.xlsx', () => data('<row><c t="s"><v>-1</v></c></row>')),
  refused('text-number-of-an-object.xlsx', () => data('<row><c t="s"><v>length</v></c></row>')),
  refused('far-column.xlsx', () => data('<row><c r="XFD1"><v>1</v></c></row>')),
  refused('no-such-column.xlsx', () => data('<row><c r="AAAA1"><v>1</v></c></row>')),
  refused('million-columns.xlsx', () => data(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`)),
  refused('far-row.xlsx', () => data('<row r="1048577"/>')),
  refused('rows-backwards.xlsx', () => data('<row r="2"/><row r="1"/>')),
  refused('too-many-rows.xlsx', () => {
    const cells = Array.from({ length: 100_200 }, (_, i) =>
      cell(`legalName ${varied(8 * (i % 50) + 8)} ${i}`),
    );
    return data(cell('legalName') + cells.join(''));
  }),
  refused('utf-16.xlsx', () => sheet(Buffer.from('\ufeff<worksheet/>', 'utf16le'))),
  refused('not-utf-8.xlsx', () => sheet(latin('<worksheet>\xe8</worksheet>'))),
  refused('cut-xml.xlsx', () => sheet('<worksheet><sheetData><row><c>')),
  refused('no-xml.xlsx', () => sheet('legalName;country')),
  refused('same-attribute-twice.xlsx', () => data('<row r="1" r="2"/>')),
  refused('nul-in-xml.xlsx', () => data(cell('a\0b'))),
  refused('outside-sheet.xlsx', () =>
    book({ 'xl/_rels/workbook.xml.rels': relations('https://127.0.0.1:1/s.xml', ' TargetMode="External"') }),
  ),
  refused('sheet-out-of-the-archive.xlsx', () =>
    book({ 'xl/_rels/workbook.xml.rels': relations('../../../../etc/passwd') }),
  ),
  refused('sheet-is-the-workbook.xlsx', () =>
    book({ 'xl/_rels/workbook.xml.rels': relations('workbook.xml') }),
  ),
  refused('no-sheet.xlsx', () => book({ 'xl/worksheets/sheet1.xml': null })),
  refused('no-workbook.xlsx', () => book({ 'xl/workbook.xml': null })),
  refused('two-lists.xlsx', () =>
    makeWorkbook({ sheets: ['A', 'B'].map((name) => ({ name, rows: [names, ['Alfa', 'IT']] })) }),
  ),
  refused('only-hidden.xlsx', () =>
    makeWorkbook({ sheets: [{ name: 'A', hidden: true, rows: [names, ['Alfa', 'IT']] }] }),
  ),
  read('formulas.xlsx', () =>
    book({}, [
      names,
      [{ formula: 'WEBSERVICE("http://127.0.0.1:1/")' }, 'IT'],
      [{ formula: 'HYPERLINK("x")', result: 'Alfa' }, 'IT'],
    ]),
  ),
  read('numbers.xlsx', () =>
    book({}, [
      [...names, 'since', 'employees'],
      ['Alfa', 'IT', { number: -1e308, format: 14 }, 1e300],
      ['Beta', 'IT', { number: 9e9, format: 14 }, 0.1],
    ]),
  ),
  read('escapes.xlsx', () =>
    book({}, [
      names,
      [{ raw: `<is><t>${'_x0041_'.repeat(1_000)}</t></is>`, type: 'inlineStr' }, 'IT'],
      ['_x0000_Beta', 'IT'],
    ]),
  ),
];
