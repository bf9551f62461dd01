import type { Scope } from '../platform/database/scope.js';

/** One entry of another cluster's that the asker may see. */
export interface SeenBehindMask {
  readonly organisation: string;
  readonly mask: string;
  /** null: it is not shown by name */
  readonly name: string | null;
}

/**
 * Who stands behind a masked entry of a list. A port: whoever masks members of other clusters says so.
 */
export abstract class BehindMask {
  /** @returns null where the asker may not see that entry, or there is none */
  abstract find(scope: Scope, mask: string): Promise<{ readonly organisation: string } | null>;

  /** Which of these the asker may see as members of other clusters, apart from those that do not want to meet `about`. */
  abstract among(
    scope: Scope,
    organisations: readonly string[],
    about: string,
  ): Promise<readonly SeenBehindMask[]>;
}
