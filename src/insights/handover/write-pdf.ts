import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type pdfmake from 'pdfmake';

import type { Block, WrittenDocument } from './document.js';

/** A part of a page, as pdfmake takes it. */
type Content =
  | { readonly text: string; readonly style: string }
  | { readonly ul: readonly string[] }
  | {
      readonly table: {
        readonly headerRows: number;
        readonly dontBreakRows: boolean;
        readonly widths: readonly string[];
        readonly body: readonly (readonly { readonly text: string; readonly style: string }[])[];
      };
      readonly layout: string;
      readonly margin: readonly number[];
    };

/** A font with the letters of all of Europe's languages, also Greek and Cyrillic. */
const fonts = join(
  dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts',
  'Roboto',
);

/** The writer, loaded with the first document: it takes longer to load than most of the service. */
async function writer(): Promise<typeof pdfmake> {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts({
    Roboto: { normal: join(fonts, 'Roboto-Regular.ttf'), bold: join(fonts, 'Roboto-Medium.ttf') },
  });
  // a document fetches nothing, and reads no file but its font
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  return pdfmake;
}

/** A .pdf file of headings, paragraphs, lists and tables, A4 across, its letters embedded. */
export async function writePdf(
  { title, language, blocks }: WrittenDocument,
  madeAt: Date,
): Promise<Uint8Array> {
  const document = (await writer()).createPdf({
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [40, 40, 40, 45],
    info: { title, creationDate: madeAt },
    language,
    content: [{ text: title, style: 'title' }, ...blocks.map(toContent)],
    styles: {
      title: { fontSize: 16, bold: true, margin: [0, 0, 0, 8] },
      heading: { fontSize: 12, bold: true, margin: [0, 10, 0, 4] },
      text: { margin: [0, 0, 0, 4] },
      note: { fontSize: 8, color: '#5a6472', margin: [0, 0, 0, 4] },
      cell: { fontSize: 8 },
      head: { fontSize: 8, bold: true },
    },
    defaultStyle: { font: 'Roboto', fontSize: 10 },
    footer: (page: number, pages: number) => ({
      text: `${page} / ${pages}`,
      alignment: 'right',
      margin: [40, 10],
      fontSize: 8,
    }),
  });
  return document.getBuffer();
}

function toContent(block: Block): Content {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return { text: block.text, style: block.kind };
    case 'list':
      return { ul: block.items };
    case 'table':
      return toTable(block);
  }
}

function toTable({ headings, widths, rows }: Extract<Block, { kind: 'table' }>): Content {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widths.map((width) => `${Math.floor((width / whole) * 96)}%`),
      body: [
        headings.map((text) => ({ text, style: 'head' })),
        ...rows.map((cells) => cells.map((text) => ({ text, style: 'cell' }))),
      ],
    },
    layout: 'lightHorizontalLines',
    margin: [0, 2, 0, 6],
  };
}
