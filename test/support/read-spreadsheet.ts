import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A cell as the file holds it. */
export interface ReadCell {
  /** `inlineStr`, `n`, or whatever else the file claims */
  readonly type: string;
  readonly value: string;
  /** address, or place in the workbook after `#`; null where the cell leads nowhere */
  readonly link: string | null;
  /** whether the cell stays a text when a person edits it */
  readonly guarded: boolean;
}

export interface ReadSheet {
  readonly name: string;
  /** line (from 1) and column name → cell: `B7` */
  readonly cells: ReadonlyMap<string, ReadCell>;
  readonly autoFilter: string | null;
  readonly frozenLines: number;
}

export interface ReadSpreadsheet {
  readonly parts: readonly string[];
  /** every element of every sheet, so that a formula would be seen */
  readonly elements: ReadonlySet<string>;
  readonly sheets: readonly ReadSheet[];
}

/** Reads an .xlsx file strictly: every part must be well-formed XML. For specs that look at what was written. */
export function readSpreadsheet(bytes: Uint8Array): ReadSpreadsheet {
  const files = unzipSync(bytes);
  const part = (path: string): string => {
    const file = files[path];
    if (file === undefined) throw new Error(`the file has no ${path}`);
    return strFromU8(file);
  };
  const elements = new Set<string>();
  for (const path of Object.keys(files)) walk(part(path), () => undefined);
  const guards = guardedStyles(part('xl/styles.xml'));
  const names: string[] = [];
  walk(part('xl/workbook.xml'), (name, attributes) => {
    if (name === 'sheet') names.push(attributes['name'] ?? '');
  });
  const sheets = names.map((name, at) => {
    const relations = `xl/worksheets/_rels/sheet${at + 1}.xml.rels`;
    const targets = new Map<string, string>();
    if (files[relations]) {
      walk(part(relations), (_, { Id, Target }) => {
        if (Id !== undefined && Target !== undefined) targets.set(Id, Target);
      });
    }
    return readSheet(name, part(`xl/worksheets/sheet${at + 1}.xml`), { targets, guards, elements });
  });
  return { parts: Object.keys(files), elements, sheets };
}

interface Surroundings {
  readonly targets: ReadonlyMap<string, string>;
  readonly guards: readonly boolean[];
  readonly elements: Set<string>;
}

function readSheet(name: string, xml: string, { targets, guards, elements }: Surroundings): ReadSheet {
  const cells = new Map<string, ReadCell>();
  let place = '';
  let autoFilter: string | null = null;
  let frozenLines = 0;
  walk(
    xml,
    (element, attributes) => {
      elements.add(element);
      if (element === 'c') {
        place = attributes['r'] ?? '';
        const guarded = guards[Number(attributes['s'] ?? '0')] ?? false;
        cells.set(place, { type: attributes['t'] ?? 'n', value: '', link: null, guarded });
      }
      if (element === 'autoFilter') autoFilter = attributes['ref'] ?? null;
      if (element === 'pane') frozenLines = Number(attributes['ySplit']);
      if (element === 'hyperlink') {
        const at = attributes['ref'] ?? '';
        const cell = cells.get(at);
        const target = targets.get(attributes['r:id'] ?? '') ?? `#${attributes['location'] ?? ''}`;
        if (cell) cells.set(at, { ...cell, link: target });
      }
    },
    (text, within) => {
      const cell = cells.get(place);
      if (cell && (within === 't' || within === 'v')) cells.set(place, { ...cell, value: cell.value + text });
    },
  );
  const decoded = [...cells].map(([at, cell]) => [at, { ...cell, value: unescaped(cell.value) }] as const);
  return { name, cells: new Map(decoded), autoFilter, frozenLines };
}

/** `_x0041_` stands for the character of that number. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function guardedStyles(xml: string): boolean[] {
  const guards: boolean[] = [];
  let inCells = false;
  walk(xml, (element, attributes) => {
    if (element === 'cellXfs' || element === 'cellStyleXfs') inCells = element === 'cellXfs';
    if (element === 'xf' && inCells) {
      guards.push(attributes['quotePrefix'] === '1' && attributes['numFmtId'] === '49');
    }
  });
  return guards;
}

function walk(
  xml: string,
  open: (element: string, attributes: Readonly<Record<string, string>>) => void,
  text: (text: string, within: string) => void = () => undefined,
): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    open(name, attributes);
  });
  parser.on('closetag', () => void path.pop());
  parser.on('text', (piece) => text(piece, path.at(-1) ?? ''));
  parser.write(xml).close();
}

/** The rows of a table below its headings, each by heading. */
export function tableOf(sheet: ReadSheet): Record<string, string>[] {
  const heading = sheet.frozenLines;
  const columns = [...sheet.cells].filter(([place]) => place.replace(/\D/g, '') === String(heading));
  const lines = new Set([...sheet.cells.keys()].map((place) => Number(place.replace(/\D/g, ''))));
  return [...lines]
    .filter((line) => line > heading)
    .sort((a, b) => a - b)
    .map((line) =>
      Object.fromEntries(
        columns.map(([place, { value }]) => [
          value,
          sheet.cells.get(`${place.replace(/\d/g, '')}${line}`)?.value ?? '',
        ]),
      ),
    );
}
