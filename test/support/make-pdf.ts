/** What of a made PDF differs from a plain one. */
export interface MadePdf {
  readonly lines: readonly string[];
  readonly pages?: number;
  /** put into the catalogue: `/OpenAction …` */
  readonly catalogue?: string;
  /** put into the trailer: `/Encrypt …` */
  readonly trailer?: string;
  /** more objects, as they stand between `obj` and `endobj`; the first one's number is 6 */
  readonly objects?: readonly string[];
  /** in place of the drawn text */
  readonly content?: { readonly dictionary: string; readonly bytes: Buffer };
}

/** A PDF of one page, or of the same page many times, with lines of text in Helvetica. */
export function makePdf(made: MadePdf): Buffer {
  const { lines, pages = 1, catalogue = '', trailer = '', objects = [], content } = made;
  const drawn = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ');
  const text = Buffer.from(`BT /F1 12 Tf 50 750 Td 14 TL ${drawn} ET`, 'latin1');
  const { dictionary, bytes } = content ?? { dictionary: '', bytes: text };
  const stream = [
    Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ];
  const parts: Buffer[] = [
    Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`),
    Buffer.from(`<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ),
    Buffer.concat(stream),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    ...objects.map((object) => Buffer.from(object, 'latin1')),
  ];
  return assembled(parts, trailer);
}

function assembled(parts: readonly Buffer[], trailer: string): Buffer {
  const written: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = written[0]?.length ?? 0;
  const write = (piece: Buffer): void => {
    written.push(piece);
    at += piece.length;
  };
  parts.forEach((part, index) => {
    places.push(at);
    write(Buffer.from(`${index + 1} 0 obj\n`));
    write(part);
    write(Buffer.from('\nendobj\n'));
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = parts.length + 1;
  write(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return Buffer.concat(written);
}
