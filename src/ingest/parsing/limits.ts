/** How long reading one file may take, in milliseconds. */
export const readingMs = 30_000;

/** How much heap it may take, in megabytes. */
export const readingHeapMb = 256;

/** How many files are read at once; a further one waits. */
export const filesAtOnce = 2;

/** How many may wait. */
export const filesWaiting = 16;
