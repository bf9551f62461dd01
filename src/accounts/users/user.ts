import type { Brand } from '../../platform/brand.js';
import type { Role } from '../role.js';

export type UserId = Brand<string, 'UserId'>;

/** A person with an account. */
export interface User {
  readonly id: UserId;
  /** in lower case */
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'it';
  readonly demo: boolean;
}

/** A role of somebody, and where it counts. */
export interface Grant {
  readonly role: Role;
  /** of an officer or manager */
  readonly cluster: string | null;
  /** of a member, editor, committer or association reader */
  readonly organisation: string | null;
}

/** Roles that count only once two factors were shown. */
export const needsSecondFactor: readonly Role[] = ['officer', 'manager', 'operator'];

/** Staff sign in more often than people of organisations. */
export const isStaff = (grants: readonly Grant[]): boolean =>
  grants.some(({ role }) => needsSecondFactor.includes(role) || role.endsWith('-reader'));
