/** No heading is longer; texts below the header are looked at too, and patterns take long over long ones. */
const longestHeading = 120;

/** A column heading reduced to its letters and digits: `P. IVA` = `p.iva` = `piva`, `Città` = `citta`. */
export function headingKey(heading: string): string {
  return heading
    .slice(0, longestHeading)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The keys under which a heading may be known, the whole first: without what stands in brackets, without a leading
 * "number of" and a trailing year, and each half of a bilingual heading (`Città / City`).
 */
export function headingKeys(whole: string): readonly string[] {
  const heading = whole.slice(0, longestHeading);
  const bare = heading
    .replace(/[([{].*?[)\]}]/g, ' ')
    .replace(/[*?!:]+/g, ' ')
    .replace(/\b(19|20)\d{2}\s*$/, ' ');
  const halves = bare.split(/\s*[/|\n]\s*|\s+[-–—]\s+/);
  const keys = [heading, bare, ...halves].flatMap((text) => {
    const key = headingKey(text);
    return [key, key.replace(/^(numerodi|numero|nr|num|no|n)(?=dipendenti|addetti|employees)/, '')];
  });
  return [...new Set(keys)].filter((key) => key !== '');
}
