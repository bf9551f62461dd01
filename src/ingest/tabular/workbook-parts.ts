import { posix } from 'node:path';
import { type Archive, broken } from './archive.js';
import type { TabularLimits } from './limits.js';
import { attribute, readXml, type XmlHandlers } from './read-xml.js';

/** An opened archive and what messages and limits need. */
export interface OpenWorkbook {
  readonly archive: Archive;
  readonly file: string;
  readonly limits: TabularLimits;
}

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** days are counted from 1904, as old Macintosh workbooks do */
  readonly from1904: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** Where the sheets, texts and formats of a workbook stand; links that lead outside the archive are not followed. */
export async function workbookParts(book: OpenWorkbook): Promise<WorkbookParts> {
  const root = await relationsOf(book, '');
  const workbook = root.find((relation) => isType(relation, 'officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!book.archive.has(workbook)) throw broken(book.file, 'it is a zip archive but holds no workbook');

  const relations = await relationsOf(book, workbook);
  const listed: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readPart(book, workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isOn(attribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      listed.push({
        name: attribute(attributes, 'name') ?? '',
        id: attribute(attributes, 'id') ?? '',
        hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
      });
    },
  });
  return {
    sheets: listed.flatMap(({ name, id, hidden }) => {
      const relation = relations.find((candidate) => candidate.id === id && isType(candidate, 'worksheet'));
      return relation === undefined ? [] : [{ name, part: relation.target, hidden }];
    }),
    from1904,
    strings: relations.find((relation) => isType(relation, 'sharedStrings'))?.target,
    styles: relations.find((relation) => isType(relation, 'styles'))?.target,
  };
}

/** Streams one part of the workbook through handlers. */
export function readPart(book: OpenWorkbook, part: string, handlers: XmlHandlers): Promise<void> {
  return readXml({ chunks: book.archive.read(part), file: book.file, limits: book.limits }, handlers);
}

function isType(relation: Relation, type: string): boolean {
  return !relation.external && relation.type.endsWith(`/${type}`);
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

async function relationsOf(book: OpenWorkbook, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const source = posix.join(dir, '_rels', `${base}.rels`);
  const relations: Relation[] = [];
  if (!book.archive.has(source)) return relations;
  await readPart(book, source, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: attribute(attributes, 'Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(dir, target),
        external: attribute(attributes, 'TargetMode') === 'External',
      });
    },
  });
  return relations;
}
