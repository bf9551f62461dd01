/** Under which word a source is named: what came with another entry of a member list came from that list. */
export const sourceKey = (source: string): string => (source.startsWith('merged') ? 'members' : source);
