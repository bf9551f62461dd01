/**
 * A concept's code and those above it, nearest first: `/25/75/469`, `/25/75`, `/25`. The whole tree has six
 * branches; a branch alone says nothing, so the first level is left out.
 */
export function conceptLine(code: string): string[] {
  const steps = code.split('/').filter((step) => step !== '');
  const line: string[] = [];
  for (let depth = steps.length; depth >= 2; depth -= 1) line.push(`/${steps.slice(0, depth).join('/')}`);
  return line;
}

/** Terms that are concepts start with a slash, which no stem holds. */
export const isConceptKey = (key: string): boolean => key.startsWith('/');
