import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import type { ProblemError } from '../../api/problem.js';

/** What the service refused, in words of ours where there are any for its code; else as it said it, in English. */
export function Said({ problem }: { readonly problem: ProblemError }) {
  const asSaid = <span lang="en">{problem.detail}</span>;
  return (
    <Suspense fallback={asSaid}>
      <Words problem={problem} />
    </Suspense>
  );
}

/** Its words are read when the first refusal is shown: most visits never see one. */
function Words({ problem }: { readonly problem: ProblemError }) {
  const { t, i18n } = useTranslation('problems');
  const [feature = '', name = ''] = problem.code.split('.');
  return i18n.exists(`problems:${feature}.${name}`) ? (
    t(`${feature}.${name}`)
  ) : (
    <span lang="en">{problem.detail}</span>
  );
}
