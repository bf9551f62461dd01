import { documentFiles } from '../../../test/support/hostile/document-files.js';
import { makeZip } from '../../../test/support/make-workbook.js';
import { makePdf } from '../../../test/support/make-pdf.js';
import { AppError } from '../../platform/errors/app-error.js';
import { readDocument } from './read-document.js';

/** What is bounded by the process around it is proved there: `prove S-07`. */
const bombs = ['bomb.pdf', 'bomb.docx'];

describe('a company profile', () => {
  it('is read line by line, whatever its name says', async () => {
    const text = await readDocument(
      makePdf({ lines: ['We build presses.', 'And (large) moulds.'] }),
      'x.docx',
    );
    expect(text).toBe('We build presses.\nAnd (large) moulds.\n');
  });

  it.each(
    documentFiles.filter(({ name }) => !bombs.includes(name)).map((file) => [file.name, file] as const),
  )(
    'that is hostile comes to what it should: %s',
    async (name, { outcome, content }) => {
      const bytes = content();
      if (!(bytes instanceof Uint8Array)) throw new Error('made whole');
      const text = readDocument(bytes, name);
      if (outcome === 'read') expect(await text).toContain('We design and build automated cells');
      else await expect(text).rejects.toBeInstanceOf(AppError);
    },
    20_000,
  );

  it('has neither what was deleted in it nor what a field is computed from', async () => {
    const run = (inside: string): string => `<w:r>${inside}</w:r>`;
    const paragraphs = [
      `<w:p>${run('<w:t>We build</w:t>')}<w:del>${run('<w:delText> bombs</w:delText>')}</w:del>${run('<w:tab/><w:t>presses.</w:t>')}</w:p>`,
      `<w:p>${run('<w:instrText>HYPERLINK "http://evil.example"</w:instrText>')}${run('<w:t>Moulds.</w:t>')}</w:p>`,
    ];
    const document = `<w:document xmlns:w="w">${paragraphs.join('')}</w:document>`;
    expect(await readDocument(makeZip({ 'word/document.xml': document }), 'a.docx')).toBe(
      'We build presses.\nMoulds.\n',
    );
  });
});
