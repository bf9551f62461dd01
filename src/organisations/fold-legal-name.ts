import { foldName } from '../taxonomy/reference/index.js';

/** Legal forms of the countries most members come from, folded; they say nothing about who it is. */
const legalForms = new Set(
  (
    'srl srls rl sca spa sapa snc sas ss scarl scrl scpa soc societa cooperativa coop consortile arl a r l ' +
    'responsabilita limitata azioni per unipersonale benefit sb ets onlus ' +
    'gmbh ag kg kgaa ug ev mbh ltd limited plc llp inc corp company co sl slu sa sau sarl sasu eurl ' +
    'bv nv bvba srlu oy oyj ab as asa aps doo dd sro zoo sp kft zrt lda unipessoal ou uab sia'
  ).split(' '),
);

/**
 * A legal name as duplicates are looked for: without letter case, accents, marks and legal form, so that
 * "Alfa S.r.l." = "ALFA SRL" = "Alfa". Where nothing but a legal form stands, the name is kept whole.
 */
export function foldLegalName(name: string): string {
  const words = foldName(name).split(' ');
  const own = words.filter((word) => !legalForms.has(word));
  return (own.length > 0 ? own : words).join(' ');
}
