import type { SourceName } from '../sources/index.js';

/** The sources whose age a list of calls shows; what people add by hand has none. */
export const callSources = [
  'portal',
  'partner-search',
  'work-programme',
  'pilots',
  'demo',
] as const satisfies readonly SourceName[];
