import { foldName } from '../fold-name.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';
import type { Label } from './vocabulary.js';

/** A part of a programme: `CL4`, `HLTH`, `JU-CBE`. Called *Cluster* by Horizon Europe; *cluster* is our tenant. */
export interface ProgrammePart {
  readonly code: string;
  readonly label: Label;
  /** `I`, `II`, `III` or `horizontal`; null where the programme has no pillars */
  readonly pillar: string | null;
  readonly aliases: readonly string[];
  /** token sequences by which identifiers name it, `JU-CBE` */
  readonly identifiers: readonly string[];
  /** CORDIS legal bases at or under which it lies, `HORIZON.2.4` */
  readonly legalBasis: readonly string[];
}

/** A funding programme: `HORIZON`, `I3`, `LIFE`. */
export interface Programme extends Omit<ProgrammePart, 'pillar' | 'aliases'> {
  /** id of the framework programme on the Funding & Tenders portal */
  readonly portalId: string | null;
  readonly parts: readonly ProgrammePart[];
}

/** Where an opportunity or a project belongs; `part` is null where the programme has none or the source does not say. */
export interface ProgrammePlace {
  readonly programme: Programme;
  readonly part: ProgrammePart | null;
}

/** The programmes we know, and how to recognise them. */
export class Programmes {
  private readonly candidates: readonly (ProgrammePlace & { readonly tokens: readonly string[] })[];

  constructor(readonly all: readonly Programme[]) {
    this.candidates = all.flatMap((programme) =>
      programme.identifiers.map((identifier) => ({ programme, part: null, tokens: identifier.split('-') })),
    );
  }

  /** The programme with this code, or undefined. */
  find(code: string): Programme | undefined {
    return this.all.find((programme) => programme.code === code.toUpperCase());
  }

  /** The part a text names by code, label or alias (`CL4`, `cluster 4`, `Salute`), whatever its programme. */
  findPart(text: string): ProgrammePart | undefined {
    const wanted = foldName(text);
    return this.all
      .flatMap((programme) => programme.parts)
      .find((part) =>
        [part.code, part.label.en, part.label.it, ...part.aliases].some((name) => foldName(name) === wanted),
      );
  }

  /**
   * Where a topic or call identifier belongs, in any letter case; undefined for an unknown programme.
   *
   * For display, filters and search only: identifiers stay opaque keys. Reads the odd forms too:
   * `HORIZON-2027-EUSPA-SPACE-51`, `HORIZON-JTI-CLEANH2-2022-01-01`, `ERC-2024-POC`.
   */
  ofIdentifier(identifier: string): ProgrammePlace | undefined {
    const tokens = identifier.toUpperCase().trim().split('-');
    const programme = longest(this.candidates, tokens)?.programme;
    if (programme === undefined) return undefined;
    return { programme, part: partOf(programme, tokens) };
  }

  /** Where a CORDIS legal basis belongs (`HORIZON.2.4.5` → CL4, `EURATOM2027`); the most exact part wins. */
  ofLegalBasis(legalBasis: string): ProgrammePlace | undefined {
    const code = legalBasis.toUpperCase().trim();
    const programme = this.all.find((one) => one.legalBasis.some((basis) => isUnder(code, basis)));
    if (programme === undefined) return undefined;
    const parts = programme.parts
      .flatMap((part) => part.legalBasis.map((basis) => ({ part, basis })))
      .filter(({ basis }) => isUnder(code, basis))
      .sort((a, b) => b.basis.length - a.basis.length);
    return { programme, part: parts[0]?.part ?? null };
  }

  /** The programme with this id on the Funding & Tenders portal, or undefined. */
  ofPortalId(id: string): Programme | undefined {
    return this.all.find((programme) => programme.portalId === id);
  }
}

function partOf(programme: Programme, tokens: readonly string[]): ProgrammePart | null {
  const named = programme.parts.flatMap((part) =>
    part.identifiers.map((identifier) => ({ part, tokens: identifier.split('-') })),
  );
  const rest =
    programme.identifiers.includes(tokens[0] ?? '') && tokens.length > 1 ? tokens.slice(1) : tokens;
  const withoutYear = /^20\d\d$/.test(rest[0] ?? '') ? rest.slice(1) : rest;
  return (longest(named, withoutYear) ?? longest(named, tokens))?.part ?? null;
}

function longest<T extends { readonly tokens: readonly string[] }>(
  candidates: readonly T[],
  tokens: readonly string[],
): T | undefined {
  return candidates
    .filter((candidate) => candidate.tokens.every((token, at) => tokens[at] === token))
    .sort((a, b) => b.tokens.length - a.tokens.length)[0];
}

function isUnder(code: string, basis: string): boolean {
  return code === basis || code.startsWith(`${basis}.`);
}

/**
 * Reads `version, source, programmes[code, en, it, identifiers, legalBasis?, portal?, parts?]`.
 *
 * @throws {AppError} `taxonomy.bad-file`
 */
export function readProgrammes(value: YamlValue): Programmes {
  const fields = value.fields(['version', 'source', 'programmes']);
  fields.need('version').text();
  fields.need('source').text();
  return new Programmes(fields.need('programmes').list(readProgramme));
}

function readProgramme(value: YamlValue): Programme {
  const fields = value.fields(['code', 'en', 'it', 'identifiers', 'legalBasis', 'portal', 'parts']);
  return {
    code: fields.need('code').text(),
    label: { en: fields.need('en').text(), it: fields.need('it').text() },
    identifiers: fields.need('identifiers').texts(),
    legalBasis: fields.optional('legalBasis', (value) => value.texts()) ?? [],
    portalId: fields.optional('portal', (value) => value.text()) ?? null,
    parts: fields.optional('parts', (value) => value.list(readPart)) ?? [],
  };
}

function readPart(value: YamlValue): ProgrammePart {
  const fields = value.fields(['code', 'pillar', 'en', 'it', 'aliases', 'identifiers', 'legalBasis']);
  return {
    code: fields.need('code').text(),
    label: { en: fields.need('en').text(), it: fields.need('it').text() },
    pillar: fields.optional('pillar', (value) => value.text()) ?? null,
    aliases: fields.optional('aliases', (value) => value.texts()) ?? [],
    identifiers: fields.optional('identifiers', (value) => value.texts()) ?? [],
    legalBasis: fields.optional('legalBasis', (value) => value.texts()) ?? [],
  };
}
