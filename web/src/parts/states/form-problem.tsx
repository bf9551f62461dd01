import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { asksForSignIn, ProblemError, problemsByField } from '../../api/problem.js';
import { Said } from './said.js';
import { ToSignIn } from './to-sign-in.js';

interface FormProblemProps {
  readonly error: unknown;
  /** the names of the fields that show their own complaints (problemsByField) */
  readonly fields: readonly string[];
  /** our own words for codes of the service that this form knows: `{ 'accounts.wrong-code': t('wrong') }` */
  readonly words?: Readonly<Record<string, string>>;
}

/** What the service said of a form that belongs to none of its fields; shown above the button. Where it asks for a fresh sign-in, it leads there and back. */
export function FormProblem({ error, fields, words = {} }: FormProblemProps) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error : null;
  const away = problem?.status === 0 || problem?.status === 503;
  const byField = problemsByField(error, fields);
  const atFields = fields.some((field) => byField[field] !== undefined);
  const known = away ? t('problem.away.text') : words[problem?.code ?? ''];
  if (known === undefined && byField[''] === undefined && atFields) return null;
  return (
    <Text c="var(--tessera-bad)" role="alert" size="sm">
      {known ?? (problem ? <Rest problem={problem} line={byField['']} /> : t('problem.broken.text'))}
      <SignInAgain error={error} />
    </Text>
  );
}

const SignInAgain = ({ error }: Pick<FormProblemProps, 'error'>) =>
  asksForSignIn(error) && (
    <>
      {' '}
      <ToSignIn />
    </>
  );

/** What belongs to no field: a line of its own where there are lines, else the refusal as a whole. */
function Rest({ problem, line }: { readonly problem: ProblemError; readonly line: string | undefined }) {
  const { t } = useTranslation();
  if (line === undefined || line === '') return t('problem.broken.text');
  return line === problem.detail ? <Said problem={problem} /> : <span lang="en">{line}</span>;
}
