import { AuditTrail, ClusterReadModel, Throttle, type Cluster } from '../../../src/accounts/index.js';
import { BehindMask } from '../../../src/introductions/behind-mask.js';
import { PartiesReadModel } from '../../../src/introductions/parties.read-model.js';
import { OrganisationReadModel } from '../../../src/organisations/index.js';
import type { Scope } from '../../../src/platform/database/scope.js';
import type { Unit } from '../../../src/platform/database/unit-of-work.js';
import type { MemoryWorld } from './memory-world.js';

/** Whether one of the two does not want to meet the other. */
export const isApart = ({ apart }: MemoryWorld, a: string | null, b: string | null): boolean =>
  apart.some(([one, other]) => (one === a && other === b) || (one === b && other === a));

export class MemoryParties extends PartiesReadModel {
  constructor(private readonly world: MemoryWorld) {
    super();
  }
  override async clustersOf(_unit: Unit, organisation: string) {
    return this.world.clustersOf(organisation);
  }
  override async speaker(_unit: Unit, organisation: string) {
    const user = this.world.known.get(organisation)?.asker.scope.user;
    return user === undefined || this.world.erased.has(user) ? null : { user };
  }
  override async isContact() {
    return false;
  }
  override async officers(_unit: Unit, clusters: readonly string[]) {
    return this.world.officers
      .filter(({ cluster }) => clusters.includes(cluster))
      .flatMap(({ asker }) => this.world.person(asker.scope.user ?? '') ?? []);
  }
  override async person(_unit: Unit, id: string | null) {
    return id === null ? null : this.world.person(id);
  }
  override async names(_unit: Unit, organisation: string) {
    const { canary } = this.world.known.get(organisation) ?? { canary: '' };
    return [`${canary} Meccanica S.r.l.`, canary, `Ada ${canary}`];
  }
  override async place() {
    return { country: 'IT', nuts: 'ITC4C', zone: null, patronSaint: null, closed: [] };
  }
  override async closings() {
    return [];
  }
  override async areApart(_unit: Unit, one: string, other: string) {
    return isApart(this.world, one, other);
  }
}

export class MemoryOrganisations extends OrganisationReadModel {
  constructor(private readonly world: MemoryWorld) {
    super();
  }
  override async card(_unit: Unit, id: string) {
    const firm = this.world.known.get(id);
    if (!firm) return undefined;
    const { canary } = firm;
    const facts = {
      legalName: `${canary} Meccanica S.r.l.`,
      shortName: canary,
      country: 'IT',
      city: canary,
      nuts: 'ITC4C',
      type: 'PRC',
      sme: true,
      url: `https://www.${canary}.it`,
    };
    return { id, pic: `pic${canary}`, facts } as never;
  }
}

export class MemoryClusters extends ClusterReadModel {
  constructor(private readonly world: MemoryWorld) {
    super();
  }
  override async all(): Promise<Cluster[]> {
    return this.world.officers.map(({ cluster, email }) => ({ id: cluster, nameEn: email }) as never);
  }
}

export class MemoryAudit extends AuditTrail {
  constructor(private readonly world: MemoryWorld) {
    super();
  }
  override async record(
    _unit: Unit,
    action: string,
    subject: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (action === 'contact.revealed')
      this.world.held.tables.reveals.push({
        of: String(subject['introduction']),
        side: String(subject['side']),
      });
  }
  override async recordForEach(): Promise<void> {
    // counted by the whole service
  }
}

export class FreeThrottle extends Throttle {
  override async tryOnce(): Promise<null> {
    return null;
  }
}

export class MemoryMasks extends BehindMask {
  constructor(private readonly world: MemoryWorld) {
    super();
  }
  override async find(_scope: Scope, mask: string) {
    if (this.world.unshared.has(mask)) return null;
    const firm = [...this.world.known.values()].find((one) => one.mask === mask);
    return firm ? { organisation: firm.id } : null;
  }
  override async among() {
    return [];
  }
}
