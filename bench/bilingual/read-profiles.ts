import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** The half of the set that choices may be made on, and the one that only reports. */
export const halves = ['tuning', 'held-out'] as const;
export type Half = (typeof halves)[number];

/** One invented organisation, described in both languages, and the topic it should find. */
export interface WrittenProfile {
  readonly id: string;
  /** slug of a cluster */
  readonly cluster: string;
  readonly half: Half;
  /** identifier of the intended topic */
  readonly topic: string;
  /** why that one */
  readonly because: string;
  readonly en: string;
  readonly it: string;
}

const file = resolve(import.meta.dirname, '../../data/evaluation/profiles.yaml');

/**
 * The written profiles of data/evaluation.
 *
 * @throws {TypeError} naming the entry and the field that is missing or wrong
 */
export function readProfiles(text = readFileSync(file, 'utf8')): readonly WrittenProfile[] {
  const { profiles } = parse(text) as { profiles?: unknown };
  if (!Array.isArray(profiles)) throw new TypeError('profiles.yaml: expected a list under "profiles"');
  return profiles.map((entry: Record<string, unknown>, at) => {
    const field = (name: string): string => {
      const value = entry[name];
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
      throw new TypeError(`profiles.yaml, entry ${at + 1}: "${name}" must be a text`);
    };
    const half = halves.find((known) => known === field('half'));
    if (half === undefined)
      throw new TypeError(`profiles.yaml, entry ${at + 1}: "half" is tuning or held-out`);
    return {
      id: field('id'),
      cluster: field('cluster'),
      half,
      topic: field('topic'),
      because: field('because'),
      en: field('en'),
      it: field('it'),
    };
  });
}
