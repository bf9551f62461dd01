import type { HandCall, HandCallBody, ProposedCall } from './use-hand-calls.js';

export const handKinds = ['pilot', 'demo-case', 'window', 'cascade'] as const;
export const handPhases = ['learn', 'connect', 'demonstrate', 'commercialise'] as const;
export const handProgrammes = [
  'VANGUARD',
  'VINNOVATE',
  'I3',
  'EUROCLUSTERS',
  'CASCADE',
  'INTERREG',
  'REGIONAL',
] as const;

/** The form as it stands: texts, so that what is half written is kept. */
export interface HandForm {
  readonly kind: string;
  readonly title: string;
  /** names or codes, a comma between them */
  readonly regions: string;
  readonly phase: string;
  /** one a line */
  readonly needs: string;
  readonly programme: string;
  readonly summary: string;
  readonly deadline: string;
  readonly budget: string;
  readonly url: string;
}

export const emptyForm: HandForm = {
  kind: 'pilot',
  title: '',
  regions: '',
  phase: '',
  needs: '',
  programme: '',
  summary: '',
  deadline: '',
  budget: '',
  url: '',
};

export const formOf = (call: HandCall): HandForm => ({
  kind: call.kind,
  title: call.title,
  regions: call.regionNames.join(', '),
  phase: call.phase ?? '',
  needs: call.needs.join('\n'),
  programme: call.programme ?? '',
  summary: call.summary ?? '',
  deadline: call.deadline ?? '',
  budget: call.budgetEur === null ? '' : String(call.budgetEur),
  url: call.url ?? '',
});

/** What the text says fills the form; what it does not say stays as it was. The text itself becomes the summary. */
export function proposedForm(before: HandForm, proposed: ProposedCall, text: string): HandForm {
  const { regions, needs, budgetEur } = proposed;
  const found = (field: 'kind' | 'title' | 'phase' | 'programme' | 'deadline' | 'url'): string =>
    proposed[field]?.value ?? before[field];
  return {
    kind: found('kind'),
    title: found('title'),
    regions: regions.length > 0 ? regions.map(({ value }) => value).join(', ') : before.regions,
    phase: found('phase'),
    needs: needs.length > 0 ? needs.map(({ value }) => value).join('\n') : before.needs,
    programme: found('programme'),
    summary: text.trim().slice(0, 10_000),
    deadline: found('deadline'),
    budget: budgetEur === null ? before.budget : String(budgetEur.value),
    url: found('url'),
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const listed = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== '');

export const bodyOf = (form: HandForm): HandCallBody => ({
  kind: form.kind as HandCallBody['kind'],
  title: form.title.trim(),
  regions: listed(form.regions, /[,;\n]/),
  phase: orNull(form.phase) as never,
  needs: listed(form.needs, /\n/),
  programme: orNull(form.programme) as never,
  summary: orNull(form.summary),
  deadline: orNull(form.deadline),
  budgetEur: form.budget.trim() === '' ? null : Number(form.budget.replace(/\D/g, '')),
  url: orNull(form.url),
});
