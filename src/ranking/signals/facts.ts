import { activityTypes } from '../corpus-document.js';
import type { ActivityType } from '../corpus-document.js';
import type { Corpus } from '../corpus.js';
import { foldAccents } from '../text/fold.js';

/** What a named role asks of an organisation besides words; null asks nothing. */
export interface RoleFacts {
  readonly role: string;
  readonly types: readonly ActivityType[] | null;
  readonly sme: boolean | null;
  /** to have led before */
  readonly leads: boolean;
}

const kind = (role: string, facts: Partial<RoleFacts>): RoleFacts => ({
  role,
  types: null,
  sme: null,
  leads: false,
  ...facts,
});

const roles: readonly (readonly [names: string, facts: RoleFacts])[] = [
  ['coordinator lead leader coordinatore capofila', kind('coordinator', { leads: true })],
  ['sme small-firm pmi', kind('sme', { types: ['PRC'], sme: true })],
  ['company industry firm industrial-partner impresa azienda industria', kind('company', { types: ['PRC'] })],
  ['university universita ateneo', kind('university', { types: ['HES'] })],
  ['research research-organisation ricerca ente-di-ricerca', kind('research', { types: ['REC', 'HES'] })],
  ['public-body public-authority ente-pubblico', kind('public-body', { types: ['PUB'] })],
  ['end-user utente-finale', kind('end-user', { types: ['PRC', 'PUB'] })],
  ['technology-provider fornitore-di-tecnologia', kind('technology-provider', { types: ['PRC', 'REC'] })],
  ['association network multiplier associazione rete', kind('association', { types: ['OTH'] })],
];

const byName = new Map(
  roles.flatMap(([names, facts]) => names.split(' ').map((name) => [name, facts] as const)),
);

/** The facts behind a role by its English or Italian name, in any letter case; null: the role is read as text. */
export function roleFacts(role: string): RoleFacts | null {
  const name = foldAccents(role.trim().toLowerCase()).replace(/[\s_-]+/g, '-');
  return byName.get(name) ?? null;
}

/**
 * How far an organisation meets a role, in [0, 1]: the mean of what is asked. What it does not state counts half:
 * unknown is neither a match nor a miss.
 */
export function factsMet(corpus: Corpus, ordinal: number, asked: RoleFacts, coordinated: number): number {
  const met: number[] = [];
  if (asked.types !== null) met.push(typeMet(statedType(corpus, ordinal), asked.types));
  if (asked.sme !== null) met.push(smeMet(corpus.organisations.sme[ordinal] ?? 0, asked.sme));
  if (asked.leads) met.push(coordinated / (coordinated + 1));
  return met.reduce((sum, value) => sum + value, 0) / met.length;
}

/** Null where not stated. */
export function statedType(corpus: Corpus, ordinal: number): ActivityType | null {
  return activityTypes[(corpus.organisations.types[ordinal] ?? 0) - 1] ?? null;
}

function typeMet(stated: ActivityType | null, asked: readonly ActivityType[]): number {
  if (stated === null) return 0.5;
  return asked.includes(stated) ? 1 : 0;
}

function smeMet(stated: number, asked: boolean): number {
  if (stated === 0) return 0.5;
  return (stated === 2) === asked ? 1 : 0;
}
