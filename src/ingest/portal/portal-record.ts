import { type Json, type JsonObject, isList, isObject, parsedJson } from '../reading/json-source.js';

/**
 * One record of the portal's search API, read tolerantly: every value is an array there, single ones too, and objects
 * are JSON inside strings.
 */
export class PortalRecord {
  readonly #record: JsonObject;
  readonly #metadata: JsonObject;

  constructor(record: JsonObject) {
    this.#record = record;
    this.#metadata = isObject(record['metadata']) ? record['metadata'] : {};
  }

  /** The topic identifier, as written; null where the record names none. */
  get identifier(): string | null {
    return this.text('identifier');
  }

  /** The first stated text of a metadata field, trimmed; null where it is empty or absent. */
  text(field: string): string | null {
    return this.texts(field)[0] ?? null;
  }

  /** All stated texts of a metadata field. */
  texts(field: string): readonly string[] {
    return textsOf(this.#metadata[field]);
  }

  /** The objects that a metadata field holds as JSON inside its strings; what is no JSON is left out. */
  objects(field: string): readonly JsonObject[] {
    return this.texts(field)
      .flatMap((text) => listOf(parsedJson(text)))
      .filter(isObject);
  }

  /** Keywords come as plain texts, or as one JSON list inside a string in older records. */
  words(field: string): readonly string[] {
    return this.texts(field).flatMap((text) =>
      text.startsWith('[') ? textsOf(parsedJson(text) ?? text) : [text],
    );
  }

  /** A field beside the metadata: `url`, `language`. */
  outer(field: string): string | null {
    return textsOf(this.#record[field])[0] ?? null;
  }

  get language(): string | null {
    return this.text('language') ?? this.outer('language');
  }

  /** The second data source stopped being refreshed in 2023 and still says "open" for what closed since. */
  get isStale(): boolean {
    return this.text('DATASOURCE')?.toUpperCase().includes('CENTRICITY') ?? false;
  }
}

/** The texts in a value that may be one or a list. */
export function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value)
    .filter((item) => typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean')
    .map((item) => String(item).trim())
    .filter((text) => text !== '' && text !== 'null');
}

export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}
