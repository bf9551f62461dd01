import { foldName } from '../fold-name.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';

/** The languages we read and write in. */
export const languages = ['en', 'it'] as const;
export type Language = (typeof languages)[number];

export type Label = Readonly<Record<Language, string>>;

/** One entry of a vocabulary: a Lombardy ecosystem, a technology area, a role in a project. */
export interface Term {
  readonly code: string;
  readonly label: Label;
  /** other names of the same thing, any language; for `resolve` */
  readonly aliases: readonly string[];
  /** words in running text that speak of it, by language; for tagging */
  readonly words: Readonly<Record<Language, readonly string[]>>;
  /** EuroSciVoc codes whose tags speak of it too, narrower ones included */
  readonly concepts: readonly string[];
}

/** A list of terms that people can read and edit, with where it comes from. */
export class Vocabulary {
  private readonly byName: ReadonlyMap<string, Term>;

  /**
   * @param scheme   short name that tags carry: `ecosystem`, `technology`, `role`
   * @param version  edition or date of the list
   * @param source   address or title of the document the list restates
   */
  constructor(
    readonly scheme: string,
    readonly version: string,
    readonly source: string,
    readonly terms: readonly Term[],
  ) {
    this.byName = new Map(
      terms.flatMap((term) => namesOf(term).map((name) => [foldName(name), term] as const)),
    );
  }

  /** The term a text names by code, label or alias, in any letter case; undefined where it names none. */
  resolve(text: string): Term | undefined {
    return this.byName.get(foldName(text));
  }
}

function namesOf(term: Term): readonly string[] {
  return [...term.aliases, term.label.it, term.label.en, term.code];
}

/**
 * Reads `scheme, version, source, terms[code, en, it, aliases?, words?, concepts?]`.
 *
 * @param concepts  the EuroSciVoc codes that a term may name
 * @throws {AppError} `taxonomy.bad-file` where a key is missing or unknown, or a name stands for two terms
 */
export function readVocabulary(value: YamlValue, concepts: ReadonlySet<string>): Vocabulary {
  const fields = value.fields(['scheme', 'version', 'source', 'terms']);
  const taken = new Map<string, string>();
  const terms = fields.need('terms').list((item) => {
    const term = readTerm(item, concepts);
    for (const name of new Set(namesOf(term).map(foldName))) {
      const holder = taken.get(name);
      if (holder !== undefined) item.fail(`'${name}' already stands for ${holder}; one name, one term`);
      taken.set(name, term.code);
    }
    return term;
  });
  return new Vocabulary(
    fields.need('scheme').text(),
    fields.need('version').text(),
    fields.need('source').text(),
    terms,
  );
}

function readTerm(value: YamlValue, known: ReadonlySet<string>): Term {
  const fields = value.fields(['code', 'en', 'it', 'aliases', 'words', 'concepts']);
  const words = fields.optional('words', (value) => value.fields(languages));
  return {
    code: fields.need('code').text(),
    label: { en: fields.need('en').text(), it: fields.need('it').text() },
    aliases: fields.optional('aliases', (value) => value.texts()) ?? [],
    words: { en: words?.need('en').texts() ?? [], it: words?.need('it').texts() ?? [] },
    concepts: fields.optional('concepts', (value) => value.list((item) => knownConcept(item, known))) ?? [],
  };
}

function knownConcept(value: YamlValue, known: ReadonlySet<string>): string {
  const code = value.text();
  return known.has(code) ? code : value.fail(`${code} is not in euroscivoc-seed.csv`);
}
