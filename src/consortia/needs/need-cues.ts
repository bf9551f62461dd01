import { compileCue } from './cue.js';
import type { NeededRole } from './needed-role.js';

/** The languages that calls are read in. */
export const needLanguages = ['en', 'it'] as const;
export type NeedLanguage = (typeof needLanguages)[number];

/** How a call asks for one kind of partner. */
export interface RoleCues {
  readonly role: NeededRole;
  readonly label: Readonly<Record<NeedLanguage, string>>;
  /** the partner itself is named, not only its work */
  readonly names: boolean;
  /** what such organisations are called themselves; none: names say nothing */
  readonly called: readonly RegExp[];
  readonly strong: Readonly<Record<NeedLanguage, readonly RegExp[]>>;
  readonly weak: Readonly<Record<NeedLanguage, readonly RegExp[]>>;
}

/** What `data/needs/cues.yaml` says. */
export interface NeedCues {
  /** a sentence with one of these asks for nobody */
  readonly setAside: Readonly<Record<NeedLanguage, readonly RegExp[]>>;
  readonly roles: readonly RoleCues[];
  /** by action type (`RIA`): the weight a role has before a word is read */
  readonly priors: ReadonlyMap<string, ReadonlyMap<NeededRole, number>>;
  /** by action type: partners that such an action does not fund */
  readonly barred: ReadonlyMap<string, ReadonlySet<NeededRole>>;
}

/** Phrases by language, as patterns. */
export function compileCues(
  phrases: Readonly<Record<NeedLanguage, readonly string[]>>,
): Record<NeedLanguage, readonly RegExp[]> {
  return { en: phrases.en.map(compileCue), it: phrases.it.map(compileCue) };
}
