import { briefWords, type BriefWords } from '../brief/brief-words.js';
import { html, type Html, type HtmlPart } from '../html/html.js';
import type { Language } from '../language.js';
import { dayAsWritten } from '../written-values.js';
import type { FirstPage, FirstPageState, ReadyState, RunUnderWay } from './first-page.js';
import type { ShownSource } from '../shown-source.js';
import { firstPageWords, type FirstPageWords } from './first-page-words.js';
import { pageFrame } from './page-frame.js';
import { callSection, memberSection } from './result-sections.js';

/** Both vocabularies: of this page, and of the page for an organisation, which speaks of the same things. */
export interface Words {
  readonly page: FirstPageWords;
  readonly brief: BriefWords;
}

/** Seconds between two looks while the first lists are being made. */
const renewAfter = 2;

/** @returns a complete HTML document, without script */
export function firstPageHtml(page: FirstPage, language: Language): string {
  const words: Words = { page: firstPageWords(language), brief: briefWords(language) };
  const body = [
    html`<section class="hero">
      <h1>${words.page.claim}</h1>
      <p class="lead">${words.page.lead}</p>
      <p class="soft">${words.page.asOf(dayAsWritten(page.asOf, words.brief.locale))}</p>
    </section>`,
    notices(page, words.page),
    stateSections(page, words),
    html`<div class="two">${takeSection(page, words.page)} ${sourcesSection(page.sources, words)}</div>`,
    nextSection(page.state, words.page),
  ];
  return pageFrame(
    {
      renewAfter: page.state.kind === 'scoring' ? renewAfter : null,
      body,
      foot: html`<p>${words.page.access[page.visitor](page.cluster?.name[language] ?? null)}</p>`,
    },
    words.page,
  );
}

function notices({ demonstration, state, progress }: FirstPage, words: FirstPageWords): HtmlPart {
  const { shown, leftOut, expired } = demonstration;
  const lines = [
    expired && [words.expired, ' ', words.expiredWhatToDo],
    shown && words.invented,
    leftOut > 0 && words.leftOut(leftOut),
    state.kind === 'ready' && progress !== null && words.rescoring,
  ].filter((line) => line !== false);
  return lines.length > 0 && html`<aside class="notice">${lines.map((line) => html`<p>${line}</p>`)}</aside>`;
}

function stateSections({ state, progress, cluster }: FirstPage, words: Words): HtmlPart {
  switch (state.kind) {
    case 'ready':
      return [callSection(state.call, words), memberSection(state.member, cluster, words)];
    case 'closed':
      return textSection(words.page.closedHeading, words.page.closed(state.listed));
    case 'scoring':
      return scoringSection(progress, words.page);
    case 'unscored':
      return commandSection(
        words.page.unscoredHeading,
        state.failed ? words.page.failed : words.page.unscored,
        [command('score --wait')],
      );
    case 'empty':
      return commandSection(words.page.emptyHeading, words.page.empty, [
        command('import pilots data/pilots/vanguard.yaml'),
        `TESSERA_CONTACT=you@example.org ${command('sync portal')}`,
        command("cluster create SLUG --name-en '…' --name-it '…'"),
        command('import members FILE --cluster SLUG'),
        command('score --wait'),
      ]);
  }
}

function scoringSection(progress: RunUnderWay | null, words: FirstPageWords): Html {
  const { done, total, secondsLeft } = progress ?? { done: 0, total: 0, secondsLeft: null };
  const left = secondsLeft === null ? null : words.timeLeft(Math.ceil(secondsLeft));
  const said = [words.blocks(done, total), left].filter((part) => part !== null).join(', ');
  const bar =
    total === 0
      ? html`<progress aria-label="${words.scoringHeading}"></progress>`
      : html`<progress max="${total}" value="${done}" aria-label="${words.scoringHeading}"></progress>`;
  return html`<section class="card">
    <h2>${words.scoringHeading}</h2>
    <p>${words.scoring}</p>
    ${bar}
    <p role="status"><strong>${said}</strong></p>
    <p class="soft small">${words.refreshes}</p>
  </section>`;
}

function textSection(heading: string, text: string): Html {
  return html`<section class="card">
    <h2>${heading}</h2>
    <p>${text}</p>
  </section>`;
}

function commandSection(heading: string, text: string, commands: readonly string[]): Html {
  return html`<section class="card">
    <h2>${heading}</h2>
    <p>${text}</p>
    <pre><code>${commands.join('\n')}</code></pre>
  </section>`;
}

function takeSection({ state, cluster }: FirstPage, words: FirstPageWords): HtmlPart {
  if (state.kind !== 'ready' || (state.member === null && cluster === null)) return false;
  const { member } = state;
  const both = (address: string): Html =>
    html`<div class="choice">
      <a class="button main" href="${address}lang=it">${words.italian}</a>
      <a class="button" href="${address}lang=en">${words.english}</a>
    </div>`;
  return html`<section class="card">
    <h2>${words.takeHeading}</h2>
    <ul>
      ${
        member !== null &&
        html`<li>${words.takeBrief(member.name)} ${both(`/api/v1/organisations/${member.id}/brief?`)}</li>`
      }
      ${
        cluster !== null &&
        html`<li>
          ${words.takeWorkbook(cluster.name[words.language])}
          ${both(`/api/v1/insights/workbook?cluster=${encodeURIComponent(cluster.slug)}&`)}
        </li>`
      }
    </ul>
  </section>`;
}

function sourcesSection(sources: readonly ShownSource[], words: Words): Html {
  const { sourcesHeading, sourcesNone, columns } = words.page;
  return html`<section class="card">
    <h2>${sourcesHeading}</h2>
    ${
      sources.length === 0
        ? html`<p class="soft">${sourcesNone}</p>`
        : html`<table>
            <thead>
              <tr>
                ${columns.map((column) => html`<th scope="col">${column}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${sources.map((source) => sourceRow(source, words))}
            </tbody>
          </table>`
    }
  </section>`;
}

function sourceRow({ name, day, ageDays, state }: ShownSource, { page, brief }: Words): Html {
  return html`<tr>
    <th scope="row">${page.sourceNames[name]}</th>
    <td>${day === null ? page.notStated : dayAsWritten(day, brief.locale)}</td>
    <td>${ageDays !== null && page.days(ageDays)}</td>
    <td${state !== 'fresh' && html` class="bad"`}>${page.sourceStates[state]}</td>
  </tr>`;
}

function nextSection(state: FirstPageState, words: FirstPageWords): Html {
  return html`<section class="card">
    <h2>${words.nextHeading}</h2>
    <ul>
      <li><a href="/api/docs">${words.nextDocs}</a></li>
      ${
        state.kind === 'ready' &&
        html`<li><a href="/api/v1/opportunities?limit=100">${words.nextCalls(state.listed)}</a></li>
          <li>
            ${words.nextTerminal}
            <pre><code>${terminalCommands(state).join('\n')}</code></pre>
          </li>`
      }
    </ul>
  </section>`;
}

/** Only our own ids and plain identifiers: people copy these lines into a shell. */
function terminalCommands({ call, member }: ReadyState): string[] {
  const calls =
    call === null ? [] : [`suggest ${isPlain(call.stated.identifier) ? call.stated.identifier : call.id}`];
  const members =
    member === null ? [] : [`calls ${member.id}`, `brief ${member.id} --lang it --out brief.html`];
  return [...calls, ...members, '--help'].map(command);
}

const isPlain = (identifier: string): boolean => /^\w[\w.-]*$/.test(identifier);

const command = (what: string): string => `npm run --silent tessera -- ${what}`;
