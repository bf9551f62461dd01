import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { People } from '../accounts/index.js';
import { HeldCues } from '../consortia/index.js';
import { OpportunityReadModel, type OpportunityCard } from '../opportunities/index.js';
import { OrganisationReadModel } from '../organisations/index.js';
import { isUuid, newId } from '../platform/ids/uuid.js';
import { BehindMask } from './behind-mask.js';
import { Desk, overlap, type Asker } from './desk.js';
import { draftLetter, type DraftFrom } from './draft-letter.js';
import { Introducers } from './introducers.js';
import type { Introduction, Purpose } from './introduction.js';
import { badAddress, nobodyToAsk, whichCluster } from './introduction.errors.js';
import { OwnRecordReadModel, type AskedSeat } from './own-record.read-model.js';

/** Whom to ask, in the one way that fits. */
export interface Whom {
  /** an organisation that the asker sees by name */
  readonly organisation: string | null;
  /** an entry of a list whose name is not shown */
  readonly mask: string | null;
  /** a guest, whose address an officer typed */
  readonly guest: { readonly name: string; readonly email: string } | null;
  /** asked by other means, on the asker's word */
  readonly outside: boolean;
  /** a member of another cluster that worked with whom the request is about, whoever it is */
  readonly introducer?: boolean;
}

export interface NewRequest {
  readonly whom: Whom;
  readonly purpose: Purpose;
  readonly opportunity: string | null;
  readonly seat: string | null;
  readonly subject: string | null;
  readonly role: string | null;
  readonly about: string | null;
  readonly language: 'en' | 'it';
  readonly cluster: string | null;
}

/** Where a draft comes from and goes to. */
interface Ends {
  /** null: staff of a cluster */
  readonly sender: string | null;
  readonly senderClusters: readonly string[];
  readonly recipient: FoundRecipient;
  readonly masked: boolean;
}

/** Writes the first draft of a request: nobody else hears of it yet. */
@Injectable()
export class DraftRequest {
  readonly #record = new OwnRecordReadModel();

  constructor(
    private readonly desk: Desk,
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly behind: BehindMask,
    private readonly introducers: Introducers,
    private readonly cues: HeldCues,
    private readonly people: People,
  ) {}

  /**
   * A draft, written from the asker's record.
   *
   * @throws {AppError} `introductions.nobody-to-ask`, `introductions.which-cluster`, `opportunities.not-found`
   */
  async draft(asker: Asker, request: NewRequest): Promise<string> {
    const { scope } = asker;
    const seat = await this.#seat(asker, request.seat);
    const ends = await this.#ends(asker, request, seat?.clusterId ?? request.cluster);
    const now = this.desk.clock.now();
    const call = await this.#call(asker, seat?.opportunityId ?? request.opportunity, now);
    const { subject, role } = named(request, call?.title ?? seat?.title ?? '', this.#roles(request, seat));
    const about = await this.#about(asker, request.about, ends);
    const opportunity = call?.id ?? null;
    const introduction: Introduction = {
      ...blank,
      ...placed(ends),
      id: newId(),
      purpose: request.purpose,
      aboutOrganisationId: about ? request.about : null,
      opportunityId: opportunity,
      seatId: request.seat,
      subject,
      role,
      language: request.language,
      needKey: needKey(ends, { seat: request.seat, call: opportunity, subject, role }),
      createdBy: personOf(asker),
      createdAt: now,
      changedAt: now,
    };
    const { purpose, language } = request;
    const needs = seat?.needs ?? [];
    const parts = await this.#letter(asker, ends, {
      purpose,
      language,
      subject,
      opportunity,
      role,
      needs,
      about,
    });
    await this.desk.everywhere(scope.user, async (unit) => {
      await this.desk.store.add(unit, introduction, { parts, shownParts: null, allowed: [] });
      if (request.whom.guest) await this.desk.store.addGuest(unit, introduction.id, request.whom.guest);
    });
    return introduction.id;
  }

  async #ends(asker: Asker, { whom, about }: NewRequest, cluster: string | null): Promise<Ends> {
    const { scope } = asker;
    const sender = scope.role === 'member' ? (scope.organisation ?? null) : null;
    if (sender === null && scope.role !== 'officer') throw nobodyToAsk();
    const recipient = await this.#recipient(asker, whom, sender, about);
    const senderClusters =
      sender === null
        ? [ownCluster(asker, cluster)]
        : await this.desk.everywhere(scope.user, (unit) => this.desk.parties.clustersOf(unit, sender));
    const masked = recipient.channel === 'member' && !overlap(senderClusters, recipient.clusters);
    return { sender, senderClusters, recipient, masked };
  }

  /** Across clusters without projects: one search for a project's name would tell who it was. */
  #letter(asker: Asker, { sender, masked }: Ends, from: Omit<DraftFrom, 'statements' | 'projects'>) {
    return this.desk.asThemselves(asker, async (unit) =>
      draftLetter({
        ...from,
        statements: sender === null ? [] : await this.#record.statements(unit, sender, 3),
        projects: sender === null || masked ? [] : await this.#record.projects(unit, sender, 2),
      }),
    );
  }

  async #recipient(
    asker: Asker,
    whom: Whom,
    sender: string | null,
    about: string | null,
  ): Promise<FoundRecipient> {
    const introducer = whom.introducer ? about : null;
    const given = [whom.organisation, whom.mask, whom.guest, introducer].filter((one) => one !== null);
    if (given.length !== 1) throw nobodyToAsk();
    if (whom.guest) {
      // only staff type addresses in, and answer for where they have them from
      if (asker.scope.role !== 'officer') throw nobodyToAsk();
      if (!/^[^\s@<>"]{1,64}@[^\s@<>"]{3,180}$/.test(whom.guest.email) || whom.guest.name.trim() === '')
        throw badAddress();
      await this.people.mustBeWelcome(whom.guest.email);
      return { organisation: null, name: whom.guest.name, clusters: [], channel: 'guest' };
    }
    const organisation =
      introducer === null ? await this.#named(asker, whom) : await this.introducers.next(asker, introducer);
    if (organisation === null || organisation === sender) throw nobodyToAsk();
    return this.desk.everywhere(asker.scope.user, async (unit) => {
      if (sender !== null && (await this.desk.parties.areApart(unit, sender, organisation)))
        throw nobodyToAsk();
      const clusters = await this.desk.parties.clustersOf(unit, organisation);
      const own = sender === null ? asker.scope.clusters : await this.desk.parties.clustersOf(unit, sender);
      const reachable = whom.mask !== null || introducer !== null || overlap(own, clusters);
      // by its name alone nobody learns that an organisation is a member somewhere
      if (whom.outside || !reachable)
        return { organisation, name: null, clusters: [], channel: 'outside' as const };
      return { organisation, name: null, clusters, channel: 'member' as const };
    });
  }

  async #named(asker: Asker, { organisation, mask }: Whom): Promise<string | null> {
    if (mask !== null) return (await this.behind.find(asker.scope, mask))?.organisation ?? null;
    if (organisation === null) return null;
    const card = await this.desk.asThemselves(asker, (unit) => this.organisations.card(unit, organisation));
    return card || (await this.#isFellow(asker, organisation)) ? organisation : null;
  }

  /** Members of one cluster know each other by name, also where open data do not. */
  #isFellow({ scope }: Asker, organisation: string): Promise<boolean> {
    const own = scope.organisation;
    if (own === undefined) return Promise.resolve(false);
    return this.desk.everywhere(scope.user, async (unit) =>
      overlap(
        await this.desk.parties.clustersOf(unit, own),
        await this.desk.parties.clustersOf(unit, organisation),
      ),
    );
  }

  async #seat(asker: Asker, seat: string | null) {
    if (seat === null) return undefined;
    const found = await this.desk.asThemselves(asker, (unit) => this.#record.seat(unit, seat));
    if (!found) throw nobodyToAsk();
    return found;
  }

  /** What the seat is for, as the boards call it; null: it covers no need. */
  #roles({ language }: NewRequest, seat: AskedSeat | undefined): string | null {
    const labels = this.cues.cues.roles.filter(({ role }) => seat?.roles.includes(role));
    return labels.length === 0
      ? null
      : labels
          .map(({ label }) => label[language])
          .join(', ')
          .slice(0, 200);
  }

  async #call(asker: Asker, reference: string | null, now: Date): Promise<OpportunityCard | null> {
    if (reference === null) return null;
    return this.desk.asThemselves(asker, async (unit) => {
      const id = await this.opportunities.resolve(unit, reference);
      return (await this.opportunities.cards(unit, [id], now)).get(id) ?? null;
    });
  }

  /** To somebody masked without the project they shared: who took part in it is public. */
  async #about(asker: Asker, about: string | null, { recipient: { organisation }, masked }: Ends) {
    if (about === null || organisation === null) return null;
    return this.desk.asThemselves(asker, async (unit) => {
      const card = await this.organisations.card(unit, about);
      if (!card) throw nobodyToAsk();
      const project = masked ? undefined : await this.#record.together(unit, organisation, about);
      return { name: card.facts.legalName, project: project ?? null };
    });
  }
}

interface FoundRecipient {
  readonly organisation: string | null;
  readonly name: string | null;
  readonly clusters: readonly string[];
  readonly channel: Introduction['channel'];
}

const named = ({ subject, role }: NewRequest, title: string, ofSeat: string | null) => ({
  subject: (subject ?? title).slice(0, 300),
  role: role ?? ofSeat ?? 'partner',
});

/** An open service's officer is nobody of whom there is an account. */
const personOf = ({ scope: { user } }: Asker): string | null =>
  user !== undefined && isUuid(user) ? user : null;

/** Staff ask by name. */
const placed = ({ sender, senderClusters, recipient, masked }: Ends) => ({
  clusters: senderClusters,
  senderClusters,
  recipientClusters: recipient.clusters,
  senderOrganisationId: sender,
  recipientOrganisationId: recipient.organisation,
  recipientName: recipient.name,
  channel: recipient.channel,
  masked,
  showsSender: sender === null,
});

function ownCluster({ scope }: Asker, named: string | null): string {
  const [only, ...others] = scope.clusters;
  if (named !== null && scope.clusters.includes(named)) return named;
  if (only === undefined || others.length > 0) throw whichCluster(scope.clusters.length);
  return only;
}

/** The same need of the same asker: a seat, or a call (or an idea) with a role. */
function needKey(
  { sender, senderClusters }: Ends,
  of: {
    readonly seat: string | null;
    readonly call: string | null;
    readonly subject: string;
    readonly role: string;
  },
): string {
  if (of.seat !== null) return `seat:${of.seat}`;
  const what = of.call ?? createHash('sha256').update(of.subject.toLowerCase()).digest('hex').slice(0, 32);
  return `${sender ?? senderClusters[0] ?? ''}:${what}:${of.role.trim().toLowerCase().slice(0, 80)}`;
}

const blank = {
  replacement: false,
  fingerprint: null,
  state: 'draft',
  version: 1,
  reserve: false,
  queuedFor: null,
  releasedBy: null,
  sentAt: null,
  readAt: null,
  answeredAt: null,
  remindAt: null,
  escalateAt: null,
  expireAt: null,
  nudgeAt: null,
  calledBy: null,
  reason: null,
} as const satisfies Partial<Introduction>;
