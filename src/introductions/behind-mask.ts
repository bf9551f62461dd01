import type { Scope } from '../platform/database/scope.js';

/**
 * Who stands behind a masked entry of a list. A port: whoever masks members of other clusters says so.
 */
export abstract class BehindMask {
  /** @returns null where the asker may not see that entry, or there is none */
  abstract find(scope: Scope, mask: string): Promise<{ readonly organisation: string } | null>;
}
