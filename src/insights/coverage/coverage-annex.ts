import type { Language } from '../language.js';
import { leastShown } from '../cluster/sister-fits.js';
import type { Coverage } from './read-coverage.js';

interface Words {
  readonly title: (cluster: string) => string;
  readonly basis: (members: string, calls: string, day: string) => string;
  readonly strong: string;
  readonly thin: string;
  readonly gaps: string;
  readonly few: string;
  readonly line: (part: string, members: string, calls: string) => string;
  readonly nothing: string;
  readonly method: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: (cluster) => `Annex: what the members of ${cluster} cover of the open and forthcoming calls`,
    basis: (members, calls, day) =>
      `Counted on ${day}: ${members} members against ${calls} open, forthcoming or standing calls.`,
    strong: 'Strong cover',
    thin: 'Thin cover',
    gaps: 'No cover',
    few: `fewer than ${leastShown}`,
    line: (part, members, calls) => `${part}: ${members} members, ${calls} calls reached`,
    nothing: 'nothing',
    method:
      'Strong: three members or more whose competence fit with a call of the part is good or strong; thin: one or two. ' +
      'A member stands in every ecosystem that its cluster or its own texts name. No organisation is named, and counts ' +
      `below ${leastShown} are not given.`,
  },
  it: {
    title: (cluster) => `Allegato: che cosa coprono i soci di ${cluster} dei bandi aperti e in arrivo`,
    basis: (members, calls, day) =>
      `Conteggio del ${day}: ${members} soci rispetto a ${calls} bandi aperti, in arrivo o permanenti.`,
    strong: 'Copertura forte',
    thin: 'Copertura scarsa',
    gaps: 'Nessuna copertura',
    few: `meno di ${leastShown}`,
    line: (part, members, calls) => `${part}: ${members} soci, ${calls} bandi raggiunti`,
    nothing: 'nulla',
    method:
      'Forte: tre o più soci con affinità di competenze buona o forte con un bando della parte; scarsa: uno o due. ' +
      'Un socio sta in ogni ecosistema che il suo cluster o i suoi testi nominano. Nessuna organizzazione è nominata ' +
      `e i conteggi sotto ${leastShown} non sono indicati.`,
  },
};

/** The matrix in words, to go into a programme's annex: it names nobody, and gives no count that points at somebody. */
export function coverageAnnex(coverage: Coverage, language: Language, day: string): string {
  const say = words[language];
  const few = (count: number): string => (count > 0 && count < leastShown ? say.few : String(count));
  const calls = coverage.parts.reduce((sum, { count }) => sum + count, 0);
  const nameOf = new Map(coverage.parts.map(({ code, name }) => [code, name]));
  const sections = coverage.ecosystems.map(({ code, name }) => {
    const cells = coverage.cells.filter(({ ecosystem }) => ecosystem === code);
    const listed = (cover: string, withFigures: boolean): string => {
      const lines = cells
        .filter((cell) => cell.cover === cover)
        .map((cell) => {
          const part = nameOf.get(cell.part) ?? cell.part;
          return withFigures ? say.line(part, few(cell.members.length), few(cell.calls.length)) : part;
        });
      return lines.length === 0 ? say.nothing : lines.join('; ');
    };
    return [
      name,
      `- ${say.strong}: ${listed('strong', true)}.`,
      `- ${say.thin}: ${listed('thin', true)}.`,
      `- ${say.gaps}: ${listed('none', false)}.`,
    ].join('\n');
  });
  const { nameEn, nameIt } = coverage.cluster;
  return [
    say.title(language === 'it' ? nameIt : nameEn),
    say.basis(few(coverage.members), String(calls), day),
    ...sections,
    say.method,
  ].join('\n\n');
}
