/** What is fetched from where it is published; the rest comes as files. */
export const syncedSources = ['portal', 'partner-search', 'cordis'] as const;
export type SyncedSource = (typeof syncedSources)[number];
