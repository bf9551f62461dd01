import type { ParticipationRow } from './cordis-rows.js';

/** One organisation in one project in one role, whatever number of rows said so. */
export type JoinedParticipation = Pick<
  ParticipationRow,
  'pic' | 'role' | 'position' | 'contributionEur' | 'ended'
>;

/**
 * The participations of each project. Rows of one organisation in one role are one (it left and came back): it has ended
 * only where all of them have, the largest contribution and the first position count.
 */
export class Participations {
  readonly #byProject = new Map<string, Map<string, JoinedParticipation>>();
  #count = 0;

  add({ grantId, pic, role, position, contributionEur, ended }: ParticipationRow): void {
    const project = this.#byProject.get(grantId) ?? new Map<string, JoinedParticipation>();
    const key = `${pic} ${role}`;
    const known = project.get(key);
    if (known === undefined) this.#count += 1;
    project.set(key, {
      pic,
      role,
      position: least(position, known?.position ?? null),
      contributionEur: most(contributionEur, known?.contributionEur ?? null),
      ended: ended && (known?.ended ?? true),
    });
    this.#byProject.set(grantId, project);
  }

  get count(): number {
    return this.#count;
  }

  of(grantId: string): readonly JoinedParticipation[] {
    return [...(this.#byProject.get(grantId)?.values() ?? [])];
  }
}

const least = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
const most = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);
