import type { Block, Brand, Letter, LetterLink } from './letter.js';

const width = 76;

/** The letter as plain text: everything the HTML says, with its links written out. */
export function letterText(letter: Letter, brand: Brand): string {
  const parts = [wrapped(letter.greeting), ...letter.blocks.map(blockText), footerText(letter, brand)].filter(
    (part) => part !== '',
  );
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const text = oneLine(block.text);
      return `${text}\n${'='.repeat(Math.min(text.length, width))}`;
    }
    case 'title': {
      const title = wrapped(block.text.toLocaleUpperCase(block.language ?? 'en'));
      return block.url === null ? title : `${title}\n${block.url}`;
    }
    case 'paragraph':
    case 'note':
      return wrapped(block.text);
    case 'list':
      return block.items.map((item) => wrapped(item, '- ', '  ')).join('\n');
    case 'facts':
      return block.facts.map(([label, value]) => wrapped(`${label}: ${value}`, '', '  ')).join('\n');
    case 'actions':
      return block.actions.map(link).join('\n');
    case 'quotation':
      return `${block.label}:\n${wrapped(`“${block.text}”`, '  > ', '  > ')}`;
    case 'divider':
      return '-'.repeat(40);
  }
}

function footerText({ why, footerLinks }: Letter, { name, postalAddress, privacyUrl }: Brand): string {
  return [
    '-- ',
    wrapped(why),
    ...footerLinks.map(link),
    wrapped(postalAddress === null ? name : `${name}, ${postalAddress}`),
    ...(privacyUrl === null ? [] : [link({ label: 'Privacy', url: privacyUrl })]),
  ].join('\n');
}

/** On a line of its own, whole: a broken address leads nowhere. */
const link = ({ label, url }: LetterLink): string => `${oneLine(label)}:\n  ${url}`;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Broken between words; a word longer than a line stays whole. */
function wrapped(text: string, first = '', rest = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    const indent = lines.length === 0 ? first : rest;
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push((lines.length === 0 ? first : rest) + line);
  return lines.join('\n');
}
