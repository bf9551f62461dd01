const form = /^(?:\/\d{1,10}){1,9}$/;

/**
 * A EuroSciVoc code as we store it, `/23/47/299`: a path of numbers in which each prefix is the parent. A missing
 * leading slash and a trailing one are put right (H2020 files write the one, people the other); undefined for anything
 * else. Codes are texts: numbers up to 90,000,000 occur, and new ones must be accepted.
 */
export function toConceptCode(text: string): string | undefined {
  const code = `/${text.trim().replace(/^\/+|\/+$/g, '')}`;
  return form.test(code) ? code : undefined;
}

/** How deep a code lies: 1 for a branch (`/23`), 3 for `/23/47/299`. */
export function conceptDepth(code: string): number {
  return code.split('/').length - 1;
}

/** The codes above, nearest first: `/23/47/299` → `/23/47`, `/23`. */
export function conceptAncestors(code: string): readonly string[] {
  const found: string[] = [];
  for (let at = code.lastIndexOf('/'); at > 0; at = code.lastIndexOf('/', at - 1))
    found.push(code.slice(0, at));
  return found;
}

/** Whether `code` is `ancestor` or lies under it; `/23/4` is no ancestor of `/23/47`. */
export function isConceptUnder(code: string, ancestor: string): boolean {
  return code === ancestor || code.startsWith(`${ancestor}/`);
}

/**
 * The labels of a path in words, broadest first, with or without a leading slash. Labels hold commas, so only slashes
 * divide them.
 */
export function splitConceptPath(path: string): readonly string[] {
  return path
    .split('/')
    .map((label) => label.trim())
    .filter((label) => label !== '');
}
