import {
  buildGlossary,
  defaultModel,
  type Boilerplate,
  type Glossary,
  type GlossaryPair,
  type OpportunityText,
  type RankingModel,
} from '../../ranking/index.js';

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

/** A model of before bands were fitted says all that scores need; what people are shown beside them is today's. */
export function readModel(bytes: SharedArrayBuffer): RankingModel {
  const { fairAmong, bands, meaning } = defaultModel;
  const read = fromBytes(bytes) as Omit<RankingModel, 'fairAmong' | 'bands' | 'meaning'> & {
    readonly fairAmong?: number;
    readonly meaning?: RankingModel['meaning'];
    readonly bands: Partial<RankingModel['bands']>;
  };
  const isFitted = read.bands.chances !== undefined;
  return {
    ...read,
    fairAmong: read.fairAmong ?? fairAmong,
    meaning: read.meaning ?? meaning,
    bands: isFitted ? { ...bands, ...read.bands } : bands,
  };
}

/** Written by us, and verified by their checksum when read. */
function fromBytes(bytes: SharedArrayBuffer): unknown {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

const toBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
