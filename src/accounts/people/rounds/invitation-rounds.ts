import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { systemScope, type Scope } from '../../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../../platform/database/unit-of-work.js';
import { tooManyTries } from '../../account.errors.js';
import { AuditTrail } from '../../audit-trail.store.js';
import { Throttle } from '../../throttle/throttle.store.js';
import { personName } from '../../users/person-name.js';
import { asksNotToBeHere } from '../address-mark.read-model.js';
import { InvitationStore } from '../invitation.store.js';
import { InvitationRoundStore, type KnownPerson, type NamedMember } from './invitation-round.store.js';
import { readList, type LineProblem, type ListedLine } from './read-list.js';
import { nobodyToInvite } from './round.errors.js';
import { waves } from './waves.js';

/** What an officer asks for. */
export interface RoundRequest {
  /** a person a line: member, name, mail address */
  readonly text: string;
  readonly aDay: number;
  readonly language: 'en' | 'it';
}

/** A line of the list, with the member it names. */
interface Placed extends ListedLine {
  readonly member: NamedMember | null;
}

export interface RoundLine extends ListedLine {
  /** when the mail goes; null: at once, or not at all */
  readonly sendAt: Date | null;
}

/** Invites the people of a list, so many on each working day, so that an officer can answer those who ask back. */
@Injectable()
export class InvitationRounds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly invitations: InvitationStore,
    private readonly rounds: InvitationRoundStore,
    private readonly throttle: Throttle,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * What would become of each line; nothing is written down.
   *
   * @throws {AppError} `accounts.list-not-read`, `accounts.round-too-slow`
   */
  async check(scope: Scope, request: RoundRequest): Promise<RoundLine[]> {
    return this.#inClusters(scope, async (unit) => this.#planned(await this.#place(unit, request), request));
  }

  /**
   * Invites whom it can, all of them or, where something fails, nobody.
   *
   * @throws {AppError} as `check`; `accounts.nobody-to-invite`, `accounts.too-many-tries`
   */
  async start(scope: Scope, request: RoundRequest): Promise<RoundLine[]> {
    const limit = { name: 'invitation-rounds', of: scope.user ?? '', most: 10, windowSeconds: 24 * 3_600 };
    const wait = await this.throttle.tryOnce([limit]);
    if (wait !== null) throw tooManyTries(wait);
    return this.#inClusters(scope, async (unit) => {
      await this.rounds.oneAtATime(unit, scope.clusters);
      const placed = await this.#place(unit, request);
      const lines = this.#planned(placed, request);
      const people = new Map<string, number>();
      for (const [at, { member, email, name }] of placed.entries()) {
        const line = lines[at];
        if (!member || !line || line.problem !== null) continue;
        const { cluster, organisation } = member;
        const invited = { name: personName(name), email, language: request.language };
        const place = { cluster, organisation, role: 'committer', source: 'officer' } as const;
        await this.invitations.add(unit, { ...invited, ...place }, line.sendAt);
        people.set(cluster, (people.get(cluster) ?? 0) + 1);
      }
      if (people.size === 0) throw nobodyToInvite();
      for (const [cluster, count] of people)
        await this.audit.record(
          unit,
          'invitation-round.planned',
          { people: count, aDay: request.aDay },
          { cluster },
        );
      return lines;
    });
  }

  /** Takes back every invitation of a round that has not gone. @returns how many */
  async stop(scope: Scope): Promise<number> {
    return this.#inClusters(scope, async (unit) => {
      const stopped = await this.rounds.stop(unit, scope.clusters);
      for (const [cluster, people] of stopped)
        await this.audit.record(unit, 'invitation-round.stopped', { people }, { cluster });
      return [...stopped.values()].reduce((sum, people) => sum + people, 0);
    });
  }

  /** Each line with the member it names, and with what stands against it. */
  async #place(unit: Unit, { text }: RoundRequest): Promise<Placed[]> {
    const { clusters } = unit.scope;
    const members = new Map<string, NamedMember[]>();
    for (const member of await this.rounds.members(unit, clusters))
      members.set(member.name, [...(members.get(member.name) ?? []), member]);
    const known = new Map(
      (await this.rounds.known(unit, clusters)).map((person) => [keyOf(person), person] as const),
    );
    const placed: Placed[] = [];
    const taken = new Set<string>();
    for (const line of readList(text)) {
      const named = members.get(line.organisation.toLowerCase()) ?? [];
      const [member = null] = named;
      const key = keyOf({ organisation: member?.organisation ?? '', email: line.email });
      const twice = taken.has(key) ? 'twice' : null;
      const problem = line.problem ?? againstMember(named) ?? twice ?? againstPerson(known.get(key) ?? null);
      taken.add(key);
      const leftOut = problem === null && (await asksNotToBeHere(unit, line.email));
      placed.push({ ...line, member, problem: leftOut ? 'asked-to-be-left-out' : problem });
    }
    return placed;
  }

  #planned(placed: readonly Placed[], { aDay }: RoundRequest): RoundLine[] {
    const invited = placed.filter(({ problem }) => problem === null).length;
    const moments = waves(invited, aDay, this.clock.now()).values();
    return placed.map(({ line, organisation, name, email, problem }) => ({
      line,
      organisation,
      name,
      email,
      problem,
      sendAt: problem === null ? (moments.next().value ?? null) : null,
    }));
  }

  /** In the service's scope over the clusters of whoever asks: an officer's own. */
  #inClusters<T>({ clusters, user }: Scope, work: (unit: Unit) => Promise<T>): Promise<T> {
    const by = user === undefined ? {} : { user };
    return this.unitOfWork.run({ ...systemScope(clusters), ...by }, work);
  }
}

const keyOf = ({ organisation, email }: { readonly organisation: string; readonly email: string }): string =>
  `${organisation} ${email}`;

function againstMember(named: readonly NamedMember[]): LineProblem | null {
  if (named.length === 0) return 'not-a-member';
  return new Set(named.map(({ organisation }) => organisation)).size > 1 ? 'several-members' : null;
}

function againstPerson(known: KnownPerson | null): LineProblem | null {
  if (known?.invited) return 'invited-already';
  return known?.locked ? 'known-too-long' : null;
}
