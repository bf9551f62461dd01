import type { ProblemPage } from '../../platform/http/problem.filter.js';
import { languages, type Language } from '../language.js';
import { firstPageStyle } from './first-page-style.js';
import { firstPageWords } from './first-page-words.js';
import { plainPage } from './page-frame.js';
import { preferredLanguage } from './preferred-language.js';

/** Seconds after which a page that could not be made asks again. */
const retryAfter = 5;

/** A problem on the bare address, in the reader's language; every other address answers programs. */
export const problemPage: ProblemPage = (problem, { url, query, headers }) => {
  if (url.split('?', 1)[0] !== '/first-page') return null;
  const words = firstPageWords(languageOf(query, headers['accept-language']));
  const away = problem.status === 503;
  const html = plainPage(
    {
      heading: away ? words.awayHeading : words.refusedHeading,
      text: away ? words.away : (problem.problems ?? [problem.detail]).join('; '),
      renewAfter: away ? retryAfter : null,
    },
    words,
  );
  return { html, policy: firstPageStyle.headerPolicy };
};

function languageOf(query: unknown, accepted: string | undefined): Language {
  const asked = (query as { lang?: unknown } | null)?.lang;
  return languages.find((one) => one === asked) ?? preferredLanguage(accepted);
}
