import { Injectable } from '@nestjs/common';

import type { Unit } from '../../../platform/database/unit-of-work.js';
import type { Leaving } from './removal-link.store.js';

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

/** The same about a person: `$1` of `where` is their mail address in lower case, while their account still stands. */
export interface HeldOfPerson extends HeldTable {
  /** columns that are emptied, where the row is not the person's alone; left out: the row goes */
  readonly emptied?: { readonly key: string; readonly columns: readonly string[] };
  /** what the file of one's own data calls the rows, and which columns it shows (SQL) */
  readonly shown?: { readonly as: string; readonly columns: string };
}

/** A table of what a cluster keeps about its members: `id`, `cluster_id`, `organisation_id`. */
export interface KeptOfMember {
  readonly table: string;
  /** where a member has one row of a kind at most: the column that tells the kind (SQL); `true`: one row at all */
  readonly once?: string;
}

/** What each feature holds: said by itself, since nobody else knows its tables. */
@Injectable()
export class HeldRecords {
  readonly #tables: HeldTable[] = [];
  readonly #personal: HeldOfPerson[] = [];
  readonly #kept: KeptOfMember[] = [];
  readonly #terms: Record<string, string> = {};
  readonly #links: ((unit: Unit, token: string) => Promise<Leaving | undefined>)[] = [];
  readonly #addresses = [
    'select email from contact',
    'select email from user_account',
    'select address as email from mail_address',
    'select to_address as email from mailbox_message',
  ];
  readonly #forgetting: ((unit: Unit, user: string) => Promise<void>)[] = [];

  /** What is held about an organisation. */
  ofOrganisation(...tables: readonly HeldTable[]): void {
    this.#tables.push(...tables);
  }

  /** What is held about a person: it stands in the file of their own data, and goes with them. */
  ofPerson(...tables: readonly HeldOfPerson[]): void {
    this.#personal.push(...tables);
  }

  /** What goes along where a cluster finds two of its entries to be one organisation. */
  ofMember(...tables: readonly KeptOfMember[]): void {
    this.#kept.push(...tables);
  }

  get keptOfMembers(): readonly KeptOfMember[] {
    return this.#kept;
  }

  /**
   * What is kept how long, beside what is written in docs/privacy/retention.md.
   *
   * @param terms class of data → SQL that takes out what is too old; run in the service's scope over every cluster
   */
  keptFor(terms: Readonly<Record<string, string>>): void {
    Object.assign(this.#terms, terms);
  }

  /** Where mail addresses of people stand besides accounts, contacts and mails. @param places SQL, each `select … as email` */
  addressedIn(...places: readonly string[]): void {
    this.#addresses.push(...places);
  }

  get addresses(): readonly string[] {
    return this.#addresses;
  }

  /** What is done to forget who somebody was, where their deeds stay. */
  onForget(forget: (unit: Unit, user: string) => Promise<void>): void {
    this.#forgetting.push(forget);
  }

  /**
   * Whose a feature's own link is, where it went to one address and no other: it removes them too.
   *
   * @param find in the service's scope over every cluster
   */
  onLink(find: (unit: Unit, token: string) => Promise<Leaving | undefined>): void {
    this.#links.push(find);
  }

  async byLink(unit: Unit, token: string): Promise<Leaving | undefined> {
    for (const find of this.#links) {
      const leaving = await find(unit, token);
      if (leaving) return leaving;
    }
    return undefined;
  }

  /** In the order in which rows come back; they go in the reverse. */
  get tables(): readonly HeldTable[] {
    return [...this.#tables].sort((a, b) => a.order - b.order);
  }

  get personal(): readonly HeldOfPerson[] {
    return [...this.#personal].sort((a, b) => a.order - b.order);
  }

  get terms(): Readonly<Record<string, string>> {
    return this.#terms;
  }

  async forget(unit: Unit, user: string): Promise<void> {
    for (const one of this.#forgetting) await one(unit, user);
  }
}
