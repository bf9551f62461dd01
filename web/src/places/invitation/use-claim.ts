import { useState } from 'react';

import type { components } from '../../api/schema.js';
import type { Decision, Line, NewCompetence } from '../../parts/profile-line/line-decision.js';

export type Claim = components['schemas']['ClaimRequest'];
export type Digest = NonNullable<Claim['digest']>;
export type ProjectRole = NonNullable<NonNullable<Claim['profile']>['roles']>[number];

/** What somebody who was invited has said so far; nothing of it is sent before they confirm. */
export interface ClaimState {
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly added: readonly NewCompetence[];
  readonly roles: readonly ProjectRole[];
  /** null: nothing was chosen, and no digest will come */
  readonly digest: Digest | null;
  readonly pic: string;
  readonly decide: (ref: string, decision: Decision | undefined) => void;
  /** says of all these lines that they are right, unless something was said of one already */
  readonly allRight: (lines: readonly Line[]) => void;
  readonly add: (lines: readonly NewCompetence[]) => void;
  readonly takeOut: (line: NewCompetence) => void;
  readonly setRoles: (roles: readonly ProjectRole[]) => void;
  readonly setDigest: (digest: Digest) => void;
  readonly setPic: (pic: string) => void;
}

export function useClaim(roles: readonly ProjectRole[]): ClaimState {
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const [added, setAdded] = useState<readonly NewCompetence[]>([]);
  const [chosen, setRoles] = useState(roles);
  const [digest, setDigest] = useState<Digest | null>(null);
  const [pic, setPic] = useState('');
  return {
    decisions,
    added,
    roles: chosen,
    digest,
    pic,
    decide: (ref, decision) =>
      setDecisions((before) => {
        const next = new Map(before);
        if (decision) next.set(ref, decision);
        else next.delete(ref);
        return next;
      }),
    allRight: (lines) =>
      setDecisions(
        (before) =>
          new Map([...lines.map(({ ref }) => [ref, { ref, verdict: 'right' }] as const), ...before]),
      ),
    add: (lines) =>
      setAdded((before) => [
        ...before,
        ...lines.filter(({ statement }) => before.every((one) => one.statement !== statement)),
      ]),
    takeOut: (line) => setAdded((before) => before.filter((one) => one !== line)),
    setRoles,
    setDigest,
    setPic,
  };
}

/** As the service takes it. */
export function toClaim(token: string, { decisions, added, roles, digest, pic }: ClaimState): Claim {
  return {
    token,
    ...(digest === null ? {} : { digest }),
    profile: {
      decisions: [...decisions.values()],
      added: [...added],
      roles: [...roles],
      ...(pic.trim() === '' ? {} : { pic: pic.trim() }),
    },
  };
}
