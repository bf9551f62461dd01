import { quantisedVector, type OpportunityText } from '../../ranking/index.js';
import { EmbeddingEndpoint, type EmbeddingLimits, type EmbeddingSettings } from './embedding-endpoint.js';

/** One vector per text, in their order, in 8 bits a part; null where none came. */
export type TextVector = Int8Array | null;

/** Makes vectors of texts. Without a provider nothing is asked, and no score depends on any. */
export class TextVectors {
  /** as the provider calls it; null: there is no provider */
  readonly model: string | null = null;

  /** Evidence and calls, when a snapshot is built. It never throws. */
  of(texts: readonly string[]): Promise<readonly TextVector[]> {
    return Promise.resolve(texts.map(() => null));
  }

  /** A question that somebody waits for: asked once, and not for long. */
  ofQuestion(_text: string): Promise<TextVector> {
    return Promise.resolve(null);
  }
}

/** Nobody who asks a question waits longer than this for a signal that may be missing. */
const questionLimits = { timeoutMs: 1_500, tries: 1 };

/** From an endpoint in the OpenAI format, which only the operator's settings name. */
export class EndpointVectors extends TextVectors {
  override readonly model: string;
  readonly #evidence: EmbeddingEndpoint;
  readonly #questions: EmbeddingEndpoint;

  constructor(settings: EmbeddingSettings, limits: Partial<EmbeddingLimits> = {}) {
    super();
    this.model = settings.model;
    this.#evidence = new EmbeddingEndpoint(settings, limits);
    this.#questions = new EmbeddingEndpoint(settings, { ...questionLimits, ...limits });
  }

  override async of(texts: readonly string[]): Promise<readonly TextVector[]> {
    return (await this.#evidence.embed(texts)).map((vector) => vector && quantisedVector(vector));
  }

  override async ofQuestion(text: string): Promise<TextVector> {
    const [vector = null] = await this.#questions.embed([text]);
    return vector && quantisedVector(vector);
  }
}

/** What a provider is shown of a call: what it is about, without conditions. */
export const meantBy = ({ title, keywords, sections }: OpportunityText): string =>
  [
    title,
    keywords.join(', '),
    ...sections.filter(({ kind }) => kind !== 'conditions' && kind !== 'destination').map(({ text }) => text),
  ]
    .filter((part) => part !== '')
    .join('\n');
