import { useState } from 'react';

import type { Request, RequestDeeds } from './use-requests.js';

type Part = Request['parts'][number];

/**
 * The words of a request while they are written.
 *
 * Another version of the request takes the place of the fields where it is the answer to one's own change, or where nobody has
 * typed; what somebody else wrote meanwhile waits beside them (`another`) until one keeps one's own words or takes theirs.
 */
export function useLetter(request: Request, change: RequestDeeds['change']) {
  const [from, setFrom] = useState(request);
  const [parts, setParts] = useState<readonly Part[]>(request.parts);
  const [role, setRole] = useState(request.role);
  const dirty = role !== from.role || JSON.stringify(parts) !== JSON.stringify(from.parts);
  const another = request.version !== from.version;
  const take = (): void => {
    setFrom(request);
    setParts(request.parts);
    setRole(request.role);
  };
  if (another && (!dirty || change.data?.version === request.version)) take();
  return {
    version: from.version,
    parts,
    setParts,
    role,
    setRole,
    dirty,
    another,
    take: () => {
      take();
      change.reset();
    },
    keep: () => {
      setFrom(request);
      change.reset();
    },
  };
}
