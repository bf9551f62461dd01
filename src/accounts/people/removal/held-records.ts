import { Injectable } from '@nestjs/common';

import type { Unit } from '../../../platform/database/unit-of-work.js';

/** Rows of one table that go with an organisation, and come back where its removal is taken back. */
export interface HeldTable {
  readonly table: string;
  /** SQL: which rows, where `$1` is the organisation's id. Of ours, never from outside */
  readonly where: string;
  /** in which turn they come back, lowest first: what others refer to */
  readonly order: number;
  /** SQL: which of the rows `r` may come back; left out: all */
  readonly only?: string;
}

/** What each feature holds: said by itself, since nobody else knows its tables. */
@Injectable()
export class HeldRecords {
  readonly #tables: HeldTable[] = [];
  readonly #forgetting: ((unit: Unit, user: string) => Promise<void>)[] = [];

  /** What is held about an organisation. */
  ofOrganisation(...tables: readonly HeldTable[]): void {
    this.#tables.push(...tables);
  }

  /** What is done to forget who somebody was, where their deeds stay. */
  onForget(forget: (unit: Unit, user: string) => Promise<void>): void {
    this.#forgetting.push(forget);
  }

  /** In the order in which rows come back; they go in the reverse. */
  get tables(): readonly HeldTable[] {
    return [...this.#tables].sort((a, b) => a.order - b.order);
  }

  async forget(unit: Unit, user: string): Promise<void> {
    for (const one of this.#forgetting) await one(unit, user);
  }
}
