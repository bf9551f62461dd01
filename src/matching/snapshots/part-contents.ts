import {
  buildGlossary,
  defaultModel,
  type Boilerplate,
  type Glossary,
  type GlossaryPair,
  type OpportunityText,
  type RankingModel,
} from '../../ranking/index.js';
import { modelUnreadable } from '../matching.errors.js';

/** How calls speak, as it is written down. */
export interface CallLanguage {
  readonly boilerplate: Boilerplate;
  readonly pairs: readonly GlossaryPair[];
}

/** A call as ranking reads it, and which version of it that was. */
export interface ReadCall {
  readonly version: number;
  readonly text: OpportunityText;
}

export const languageBytes = (language: CallLanguage): Uint8Array => toBytes(language);
export const textsBytes = (calls: readonly ReadCall[]): Uint8Array => toBytes(calls);
export const modelBytes = (model: RankingModel): Uint8Array => toBytes(model);

export function readLanguage(bytes: SharedArrayBuffer): { boilerplate: Boilerplate; glossary: Glossary } {
  const { boilerplate, pairs } = fromBytes(bytes) as CallLanguage;
  return { boilerplate, glossary: buildGlossary(pairs) };
}

export const readTexts = (bytes: SharedArrayBuffer): readonly ReadCall[] => fromBytes(bytes) as ReadCall[];

/**
 * A model of before bands were fitted says all that scores need; what people are shown beside them is today's. What a
 * weight of today bounds was without bound before there was that weight: a run gives again what it gave then.
 */
export function readModel(bytes: SharedArrayBuffer): RankingModel {
  const read = fromBytes(bytes) as Partial<RankingModel>;
  const { fairAmong, fairLike, bands, meaning } = defaultModel;
  const isFitted = read.bands?.chances !== undefined;
  const model = {
    fairAmong,
    fairLike,
    meaning,
    ...read,
    fit: { mostUnconfirmedTogether: Infinity, ...read.fit },
    bands: isFitted ? { ...bands, ...read.bands } : bands,
  };
  const [missing] = weightsMissing(defaultModel, model);
  if (missing !== undefined) throw modelUnreadable(String(read.version), missing);
  return model as RankingModel;
}

/** Paths of the numbers that a model of today has and this one does not; what was learned is whole or not there. */
function weightsMissing(today: object, model: object, path = ''): string[] {
  const held = new Map<string, unknown>(Object.entries(model));
  return Object.entries(today).flatMap(([name, value]: [string, unknown]) => {
    const [found, at] = [held.get(name), `${path}${name}`];
    if (at === 'seeded' || at === 'bands') return [];
    if (typeof value === 'number') return typeof found === 'number' ? [] : [at];
    if (typeof value !== 'object' || value === null) return [];
    return weightsMissing(value, typeof found === 'object' && found !== null ? found : {}, `${at}.`);
  });
}

/** Written by us, and verified by their checksum when read. */
function fromBytes(bytes: SharedArrayBuffer): unknown {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

const toBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
