import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { isUuid } from '../../platform/ids/uuid.js';
import { detectLanguage } from '../../taxonomy/index.js';
import { competenceKinds } from '../evidence.js';
import { badLine, badPic, badVatNumber, lineNotFound, tooManyLines } from './claim.errors.js';
import { OwnWordStore, type NewText } from './own-word.store.js';
import type {
  ClaimField,
  CompetenceDetails,
  LineDecision,
  OwnCompetence,
  ProfileLine,
} from './profile-line.js';
import { ProfileLinesReadModel, type ClaimedProfile } from './profile-lines.read-model.js';
import { plainText, readFact, type FactValue } from './read-fact.js';

/** All that an organisation says at once. */
export interface OwnWord {
  readonly decisions: readonly LineDecision[];
  readonly added: readonly OwnCompetence[];
  /** nine digits */
  readonly pic: string | null;
  readonly vatNumber: string | null;
}

export const longestStatement = 300;
const longestProfile = 4_000;
const mostOwnLines = 100;

/**
 * Takes what an organisation says of its profile: what is right, what is wrong and how it is rightly put, what else it
 * can do. What it said stands before what others say, and no import brings back what it refused.
 */
@Injectable()
export class SpeakForOrganisation {
  constructor(
    private readonly lines: ProfileLinesReadModel,
    private readonly store: OwnWordStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param unit in the service's scope over the cluster
   * @throws {AppError} `organisations.bad-line`, `organisations.line-not-found`, `organisations.bad-pic`,
   *   `organisations.bad-vat-number`, `organisations.too-many-lines`
   */
  async say(unit: Unit, of: ClaimedProfile, word: OwnWord): Promise<void> {
    const standing = new Map((await this.lines.lines(unit, of)).map((line) => [line.ref, line]));
    const facts = new Map<ClaimField, FactValue | null>();
    for (const decision of word.decisions) {
      const line = standing.get(decision.ref);
      if (!line) throw lineNotFound(decision.ref);
      if (line.field !== null) facts.set(line.field, factOf(line.field, line, decision));
      else if (line.group === 'projects') await this.#project(unit, of, decision);
      else await this.#text(unit, of, decision);
    }
    for (const competence of word.added) await this.#add(unit, of, competence);
    await this.#facts(unit, of, { word, facts, standing });
  }

  /** Of single texts, `evidence:<id>`, whatever else the profile holds. @throws {AppError} as {@link say} */
  async sayOfTexts(unit: Unit, of: ClaimedProfile, decisions: readonly LineDecision[]): Promise<void> {
    for (const decision of decisions) await this.#text(unit, of, decision);
  }

  async #facts(
    unit: Unit,
    of: ClaimedProfile,
    {
      word,
      facts,
      standing,
    }: {
      readonly word: OwnWord;
      readonly facts: Map<ClaimField, FactValue | null>;
      readonly standing: ReadonlyMap<string, ProfileLine>;
    },
  ): Promise<void> {
    const keys = { pic: picOf(word.pic), vatNumber: vatNumberOf(word.vatNumber) };
    const legalName = standing.get('field:legalName')?.text ?? '';
    // a key alone needs the own record too: it stands there until the registry has it
    if (facts.size === 0 && (keys.pic !== null || keys.vatNumber !== null)) facts.set('legalName', legalName);
    await this.store.saveFacts(unit, of, { changes: facts, legalName, today: this.#today() });
    await this.store.saveKeys(unit, of, keys);
  }

  async #text(unit: Unit, of: ClaimedProfile, decision: LineDecision): Promise<void> {
    const id = decision.ref.slice('evidence:'.length);
    const text = isUuid(id) ? await this.store.text(unit, of, id) : undefined;
    if (!text) throw lineNotFound(decision.ref);
    if (decision.verdict === 'right') return this.store.decide(unit, id, 'confirmed', this.#today());
    if (decision.verdict === 'not-us') return this.store.decide(unit, id, 'rejected', this.#today());
    const details = decision.competence ?? text.competence;
    const changed = this.#written(
      text.kind,
      decision.text ?? '',
      text.kind === 'profile' ? null : readDetails(details),
    );
    if (text.source === 'self') return this.store.rewrite(unit, id, changed);
    await this.store.decide(unit, id, 'rejected', this.#today());
    await this.store.add(unit, of, changed);
  }

  async #project(unit: Unit, of: ClaimedProfile, { ref, verdict }: LineDecision): Promise<void> {
    if (verdict === 'changed') throw badLine(ref, 'a project stands as its source has it: right, or not us');
    if (verdict === 'right') return;
    if (!(await this.store.disown(unit, of.organisation, ref.slice('project:'.length))))
      throw lineNotFound(ref);
  }

  async #add(unit: Unit, of: ClaimedProfile, { statement, ...details }: OwnCompetence): Promise<void> {
    if ((await this.store.count(unit, of)) >= mostOwnLines) throw tooManyLines(mostOwnLines);
    await this.store.add(unit, of, this.#written('competence', statement, readDetails(details)));
  }

  #written(kind: NewText['kind'], written: string, competence: CompetenceDetails | null): NewText {
    const text = plainText(kind, written, kind === 'profile' ? longestProfile : longestStatement);
    return { kind, text, language: detectLanguage(text), competence, today: this.#today() };
  }

  #today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

function factOf(
  field: ClaimField,
  { text }: ProfileLine,
  { verdict, text: written }: LineDecision,
): FactValue | null {
  if (verdict === 'right') return readStanding(field, text);
  if (verdict === 'changed') return readFact(field, written ?? '');
  if (field === 'legalName') throw badLine(field, 'an organisation has a name: change it instead');
  return null;
}

/** What a source stated and the organisation finds right is kept as it stands, also where nobody would write it so. */
function readStanding(field: ClaimField, text: string): FactValue {
  try {
    return readFact(field, text);
  } catch {
    return text;
  }
}

/** @throws {AppError} `organisations.bad-line` */
export function readDetails({ kind, trlFrom, trlTo, basis }: CompetenceDetails): CompetenceDetails {
  if (kind !== null && !competenceKinds.includes(kind))
    throw badLine('kind', `write one of ${competenceKinds.join(', ')}`);
  for (const trl of [trlFrom, trlTo])
    if (trl !== null && !(Number.isInteger(trl) && trl >= 1 && trl <= 9))
      throw badLine('trl', 'write a technology readiness level from 1 to 9');
  if (trlFrom !== null && trlTo !== null && trlFrom > trlTo)
    throw badLine('trl', 'the first level stands above the last: turn them round');
  return { kind, trlFrom, trlTo, basis: basis === null ? null : plainText('basis', basis, 1_000) };
}

function picOf(written: string | null): string | null {
  const pic = written?.replace(/\s/g, '') ?? '';
  if (pic === '') return null;
  if (!/^\d{9}$/.test(pic)) throw badPic();
  return pic;
}

function vatNumberOf(written: string | null): string | null {
  const number = written?.replace(/[\s.-]/g, '').toUpperCase() ?? '';
  if (number === '') return null;
  if (!/^[A-Z]{2}[A-Z0-9]{6,13}$/.test(number)) throw badVatNumber();
  return number;
}
