import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../accounts/index.js';
import {
  CorpusReadModel,
  OrganisationReadModel,
  type CorpusText,
  type OrganisationCard,
} from '../organisations/index.js';
import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../platform/database/unit-of-work.js';
import { foldName, Taxonomy } from '../taxonomy/index.js';
import { GivingAwayReadModel } from './masking/giving-away.read-model.js';
import {
  kindAndRegion,
  toSharedEvidence,
  toSharedMember,
  type MemberToShare,
} from './masking/mask-member.js';
import type { GivingAway } from './masking/without-names.js';
import { PreferredRoles } from './preferred-roles.read-model.js';
import { SharedMemberStore } from './shared-member.store.js';
import { SharingStore } from './sharing.store.js';

/** A word that so many speak of is nobody's name. */
const commonFrom = 3;

interface Known {
  readonly cards: ReadonlyMap<string, OrganisationCard>;
  readonly texts: ReadonlyMap<string, readonly CorpusText[]>;
}

/** Makes what sister clusters may see of a cluster's members: nothing is shown that was not made here. */
@Injectable()
export class PublishShared {
  readonly #stores = { sharing: new SharingStore(), shared: new SharedMemberStore() };
  readonly #names = new GivingAwayReadModel();
  readonly #roles = new PreferredRoles();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly corpus: CorpusReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** Ids of clusters whose shared members are not what they would be if they were made now. */
  async stale(): Promise<{ readonly clusterId: string; readonly fingerprint: string }[]> {
    const all = await this.#all();
    return this.unitOfWork.run(systemScope(all), async (unit) => {
      const found: { clusterId: string; fingerprint: string }[] = [];
      for (const clusterId of all) {
        const fingerprint = (await this.#stores.sharing.fingerprint(unit, clusterId)) ?? nothing;
        const made = (await this.#stores.shared.madeFrom(unit, clusterId)) ?? nothing;
        if (made !== fingerprint) found.push({ clusterId, fingerprint });
      }
      return found;
    });
  }

  /** Repeatable: where nothing changed nothing is written. @returns whether something was */
  async cluster(clusterId: string): Promise<boolean> {
    const all = await this.#all();
    const known = await this.unitOfWork.run(systemScope([clusterId]), (unit) => this.#known(unit, clusterId));
    return this.unitOfWork.run(systemScope(all), async (unit) => {
      // one at a time, or two would write the same rows
      await unit.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [clusterId]);
      const fingerprint = (await this.#stores.sharing.fingerprint(unit, clusterId)) ?? nothing;
      if ((await this.#stores.shared.madeFrom(unit, clusterId)) === fingerprint) return false;
      const members = fingerprint === nothing ? [] : await this.#members(unit, clusterId, known);
      const alike = counted(members.map(({ card }) => kindAndRegion(card)));
      await this.#stores.shared.replace(
        unit,
        clusterId,
        members.map((member) => toSharedMember(member, alike.get(kindAndRegion(member.card)) ?? 0)),
        members.flatMap((member) => toSharedEvidence(member, (text) => this.#labels(text))),
      );
      await this.#stores.shared.made(unit, clusterId, fingerprint);
      return true;
    });
  }

  async #all(): Promise<string[]> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    return clusters.map(({ id }) => id as string);
  }

  /** What the cluster knows of its members, and others of its members know nothing of. */
  async #known(unit: Unit, clusterId: string): Promise<Known> {
    const ids: string[] = [];
    for await (const { id } of this.corpus.organisations(unit, clusterId)) ids.push(id);
    const texts = new Map<string, CorpusText[]>();
    for await (const text of this.corpus.texts(unit, clusterId))
      for (const { organisation } of text.holders) {
        const own = texts.get(organisation) ?? [];
        own.push(text);
        texts.set(organisation, own);
      }
    return { cards: await this.organisations.cards(unit, ids), texts };
  }

  async #members(unit: Unit, clusterId: string, { cards, texts }: Known): Promise<MemberToShare[]> {
    const ids = [...cards.keys()];
    const effective = await this.#stores.sharing.effective(unit, ids);
    const leaving = ids.filter((id) => ['masked', 'full'].includes(effective.get(id)?.level ?? 'nothing'));
    const masks = await this.#stores.shared.masks(unit, leaving);
    const names = await this.#names.names(unit, leaving);
    const roles = await this.#roles.of(unit, leaving);
    const speakers = await this.#names.speakers(unit, clusterId, wordsOf);
    return leaving.flatMap((id) => {
      const [mask, sharing, card] = [masks.get(id), effective.get(id), cards.get(id)];
      if (mask === undefined || sharing === undefined || card === undefined) return [];
      const own = texts.get(id) ?? [];
      const givingAway = toGivingAway(names.get(id) ?? [], own, speakers);
      return [{ mask, clusterId, sharing, card, roles: roles.get(id) ?? [], texts: own, givingAway }];
    });
  }

  #labels({ title, text, language }: CorpusText): string[] {
    const { tags } = this.taxonomy.tagText({ text: `${title}\n${text}`, language });
    return [
      ...new Set(
        tags
          .filter(({ scheme }) => scheme === 'euroscivoc' || scheme === 'technology')
          .map(({ label }) => label.en),
      ),
    ];
  }
}

/** From what a cluster without sisters is made. */
const nothing = 'nothing';

function toGivingAway(
  names: readonly string[],
  own: readonly CorpusText[],
  speakers: ReadonlyMap<string, number>,
): GivingAway {
  const said = new Set(own.flatMap(({ title, text }) => [...wordsOf(`${title} ${text}`)]));
  // its own word does not make a word common
  return { names, isCommon: (word) => (speakers.get(word) ?? 0) - Number(said.has(word)) >= commonFrom };
}

const wordsOf = (text: string): string[] => foldName(text).split(' ');

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
