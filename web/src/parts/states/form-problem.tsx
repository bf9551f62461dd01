import { Anchor, Text } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { ProblemError, problemsByField } from '../../api/problem.js';
import { Said } from './said.js';

interface FormProblemProps {
  readonly error: unknown;
  /** the names of the fields that show their own complaints (problemsByField) */
  readonly fields: readonly string[];
  /** our own words for codes of the service that this form knows: `{ 'accounts.wrong-code': t('wrong') }` */
  readonly words?: Readonly<Record<string, string>>;
}

/** Refusals that a new sign-in is the answer to. */
const stale = ['accounts.sign-in-again', 'accounts.second-factor-needed', 'accounts.session-not-found'];

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

function SignInAgain({ error }: Pick<FormProblemProps, 'error'>) {
  const { t } = useTranslation();
  const { pathname: next } = useLocation();
  if (!(error instanceof ProblemError) || !stale.includes(error.code)) return null;
  return (
    <>
      {' '}
      <Anchor component={Link} to="/sign-in" search={{ next } as never} inherit>
        {t('problem.toSignIn')}
      </Anchor>
    </>
  );
}

/** What belongs to no field: a line of its own where there are lines, else the refusal as a whole. */
function Rest({ problem, line }: { readonly problem: ProblemError; readonly line: string | undefined }) {
  const { t } = useTranslation();
  if (line === undefined || line === '') return t('problem.broken.text');
  return line === problem.detail ? <Said problem={problem} /> : <span lang="en">{line}</span>;
}
