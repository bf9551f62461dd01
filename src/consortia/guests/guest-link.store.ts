import type { Unit } from '../../platform/database/unit-of-work.js';
import { newToken, tokenHash } from '../../platform/ids/secret-token.js';
import { newId } from '../../platform/ids/uuid.js';
import type { OnBoard } from '../board/board.store.js';
import { guestLinkEnded, guestLinkNotFound } from '../consortia.errors.js';
import type { GuestAnswer, GuestLink } from './guest-link.js';

const columns = `id, seat_id as "seatId", created_at as "createdAt", ends_at as "endsAt", revoked_at as "revokedAt",
  opened_at as "openedAt", answer, words, answered_at as "answeredAt"`;

/** A link with the board that it leads to. */
export type OpenedLink = GuestLink & { readonly consortiumId: string; readonly clusterId: string };

/** Links for partners without an account: the secret is in the link alone. */
export class GuestLinkStore {
  /** @returns the secret, which is never shown again */
  async make(
    unit: Unit,
    board: OnBoard,
    { seatId, now, endsAt }: { readonly seatId: string; readonly now: Date; readonly endsAt: Date },
  ): Promise<{ id: string; token: string }> {
    const id = newId();
    const token = newToken();
    await unit.manager.query(
      `insert into guest_link (id, seat_id, consortium_id, cluster_id, token_hash, created_by, created_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        seatId,
        board.id,
        board.clusterId,
        tokenHash(token),
        unit.scope.user ?? unit.scope.role,
        now,
        endsAt,
      ],
    );
    return { id, token };
  }

  /** The newest first. */
  async ofBoard(unit: Unit, consortiumId: string): Promise<GuestLink[]> {
    return unit.manager.query<GuestLink[]>(
      `select ${columns} from guest_link where consortium_id = $1 order by created_at desc, id`,
      [consortiumId],
    );
  }

  /** @throws {AppError} `consortia.guest-link-not-found`, `consortia.guest-link-ended` */
  async byToken(unit: Unit, token: string, now: Date): Promise<OpenedLink> {
    const [link] = await unit.manager.query<OpenedLink[]>(
      `select ${columns}, consortium_id as "consortiumId", cluster_id as "clusterId" from guest_link where token_hash = $1`,
      [tokenHash(token)],
    );
    if (link === undefined) throw guestLinkNotFound();
    if (link.revokedAt !== null || link.endsAt <= now) throw guestLinkEnded();
    return link;
  }

  async opened(unit: Unit, id: string, now: Date): Promise<void> {
    await unit.manager.query('update guest_link set opened_at = coalesce(opened_at, $2) where id = $1', [
      id,
      now,
    ]);
  }

  async answered(
    unit: Unit,
    { id, answer, words, now }: { id: string; answer: GuestAnswer; words: string | null; now: Date },
  ): Promise<void> {
    await unit.manager.query(
      'update guest_link set answer = $2, words = $3, answered_at = $4 where id = $1',
      [id, answer, words, now],
    );
  }

  /** @throws {AppError} `consortia.guest-link-not-found` */
  async revoke(unit: Unit, board: OnBoard, id: string, now: Date): Promise<void> {
    const [, changed] = await unit.manager.query<[unknown[], number]>(
      'update guest_link set revoked_at = coalesce(revoked_at, $3) where id = $1 and consortium_id = $2',
      [id, board.id, now],
    );
    if (changed === 0) throw guestLinkNotFound();
  }
}
