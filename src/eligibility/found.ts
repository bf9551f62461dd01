import type { Partner } from './consortium.js';
import type { Text } from './rule.js';

/** Longest list of names in one line; the rest is counted. */
const namesShown = 8;

/** The same words in both languages; numbers, names and codes need no translation. */
export function words(en: string, it: string): Text {
  return { en, it };
}

/** `Alfa Srl (IT), Beta GmbH (DE)` */
export function named(members: readonly number[], partners: readonly Partner[]): Text {
  if (members.length === 0) return words('nobody', 'nessuno');
  const shown = members
    .slice(0, namesShown)
    .map((at) => partners[at])
    .map((partner) => `${partner?.name ?? '?'} (${partner?.country ?? '?'})`)
    .join(', ');
  const more = members.length - namesShown;
  return more > 0 ? words(`${shown} and ${more} more`, `${shown} e altri ${more}`) : words(shown, shown);
}

/** Both texts, with what is between them. */
export function joined(parts: readonly Text[], between: string): Text {
  return words(parts.map(({ en }) => en).join(between), parts.map(({ it }) => it).join(between));
}

/** `2`, or `2 to 4` where the facts leave it open */
export function span(least: number, most: number): Text {
  return least === most
    ? words(`${least}`, `${least}`)
    : words(`${least} to ${most}`, `da ${least} a ${most}`);
}

/** Percent with at most one decimal. */
export function percent(value: number): string {
  return `${Math.round(value * 10) / 10}`;
}
