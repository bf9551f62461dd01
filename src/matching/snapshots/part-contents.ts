import {
  buildGlossary,
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

export const readModel = (bytes: SharedArrayBuffer): RankingModel => fromBytes(bytes) as RankingModel;

/** Written by us, and verified by their checksum when read. */
function fromBytes(bytes: SharedArrayBuffer): unknown {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

const toBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
