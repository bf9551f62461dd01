/**
 * For whom a transaction runs. It decides, in PostgreSQL's row-level security, what it can see and write.
 *
 * - `anonymous`: nobody; sees nothing
 * - `signed-in`: somebody without a role that counts; open data
 * - `regional-reader`, `association-reader`: open data; figures are made for them by the service
 * - `member`: people of the organisation named
 * - `manager`: reads the rows of the clusters named
 * - `officer`: staff of the clusters named
 * - `operator`: runs the service; sees identities in every cluster it names, writes open data
 * - `system`: the service on its own behalf (imports being applied, snapshots, score runs)
 */
export interface Scope {
  readonly role:
    | 'anonymous'
    | 'signed-in'
    | 'regional-reader'
    | 'association-reader'
    | 'member'
    | 'manager'
    | 'officer'
    | 'operator'
    | 'system';
  /** ids of the clusters whose rows are in reach; none is nothing but open data */
  readonly clusters: readonly string[];
  readonly organisation?: string;
  readonly user?: string;
}

/** The service itself, over open data and the clusters named. */
export const systemScope = (clusters: readonly string[] = []): Scope => ({ role: 'system', clusters });
