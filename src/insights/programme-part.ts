import type { OpportunityOutline } from '../opportunities/index.js';
import type { Taxonomy } from '../taxonomy/index.js';
import type { Language } from './language.js';

/** A part of a programme, as tables are arranged by it. */
export interface ProgrammePartName {
  /** `HORIZON CL4`; a whole programme: `VANGUARD` */
  readonly code: string;
  readonly name: string;
}

/** Names the programme part a call belongs to; null where it states none. */
export function programmePart(
  { programme, part }: Pick<OpportunityOutline, 'programme' | 'part'>,
  taxonomy: Pick<Taxonomy, 'programmes'>,
  language: Language,
): ProgrammePartName | null {
  if (programme === null) return part === null ? null : { code: part, name: part };
  const known = taxonomy.programmes.find(programme);
  if (part === null) return { code: programme, name: known?.label[language] ?? programme };
  const named = known?.parts.find(({ code }) => code === part);
  return { code: `${programme} ${part}`, name: named?.label[language] ?? part };
}
