import { cellStyles, type CellStyle } from './spreadsheet.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Look {
  /** place in `fonts` */
  readonly font: number;
  /** place in `fills`; 0 and 1 are those every program expects */
  readonly fill: number;
  /** 0 general, 1 whole number, 3 thousands apart, 49 text */
  readonly format: number;
  readonly wrap: boolean;
  /** a thin line below, as rows of a table have */
  readonly ruled: boolean;
  /** attributes of its alignment besides the vertical one */
  readonly align?: string;
}

const fonts = [
  '<font><sz val="10"/><color rgb="FF1C2530"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="14"/><color rgb="FF0B5260"/><name val="Arial"/><family val="2"/></font>',
  '<font><sz val="9"/><color rgb="FF55636F"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FF1C2530"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FF7A4300"/><name val="Arial"/><family val="2"/></font>',
  '<font><u/><sz val="10"/><color rgb="FF0B5260"/><name val="Arial"/><family val="2"/></font>',
];

const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FF0B5260'),
  solid('FFBFDDE1'),
  solid('FFE3F0F1'),
  solid('FFFFF1D6'),
];

/** So that a number does not touch the text in the next column. */
const centred = ' horizontal="center"';
const apart = ' horizontal="right" indent="1"';

const looks: Readonly<Record<CellStyle, Look>> = {
  plain: { font: 0, fill: 0, format: 0, wrap: true, ruled: true },
  title: { font: 1, fill: 0, format: 0, wrap: false, ruled: false },
  note: { font: 2, fill: 0, format: 0, wrap: false, ruled: false },
  header: { font: 3, fill: 2, format: 0, wrap: true, ruled: false },
  bold: { font: 4, fill: 0, format: 0, wrap: true, ruled: true },
  strong: { font: 4, fill: 3, format: 0, wrap: true, ruled: true },
  good: { font: 0, fill: 4, format: 0, wrap: true, ruled: true },
  possible: { font: 0, fill: 0, format: 0, wrap: true, ruled: true },
  invented: { font: 5, fill: 5, format: 0, wrap: false, ruled: true },
  warning: { font: 5, fill: 0, format: 0, wrap: false, ruled: false },
  none: { font: 2, fill: 0, format: 1, wrap: false, ruled: true, align: centred },
  count: { font: 0, fill: 0, format: 1, wrap: false, ruled: true, align: centred },
  money: { font: 0, fill: 0, format: 3, wrap: false, ruled: true, align: apart },
};

const linkFont = 6;

/** The number of a style in the file: each look as it is, as a link, and as text that stays text when edited. */
export function styleNumber(
  style: CellStyle,
  variant: 'as-is' | 'link' | 'guarded' | 'guarded-link',
): number {
  return cellStyles.indexOf(style) * 4 + ['as-is', 'link', 'guarded', 'guarded-link'].indexOf(variant);
}

export function stylesXml(): string {
  const formats = cellStyles.flatMap((style) => {
    const look = looks[style];
    const asLink = { ...look, font: linkFont };
    return [xf(look), xf(asLink), xf({ ...look, format: 49 }, true), xf({ ...asLink, format: 49 }, true)];
  });
  return (
    `<styleSheet xmlns="${main}">` +
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>` +
    `<fills count="${fills.length}">${fills.join('')}</fills>` +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FFD3DBE1"/></bottom><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function xf({ font, fill, format, wrap, ruled, align = '' }: Look, guarded = false): string {
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${ruled ? 1 : 0}" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${guarded ? ' quotePrefix="1"' : ''}>` +
    `<alignment vertical="top"${align}${wrap ? ' wrapText="1"' : ''}/></xf>`
  );
}

function solid(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}
