import { html, type Html, type HtmlPart } from '../html/html.js';
import { firstPageStyle } from './first-page-style.js';
import type { FirstPageWords } from './first-page-words.js';

export interface Framed {
  /** seconds after which the page asks for itself again; null: never */
  readonly renewAfter: number | null;
  readonly body: HtmlPart;
  readonly foot?: HtmlPart;
}

/** The frame of a page: head, name, the switch of languages, foot. No script: what renews, the browser renews. */
export function pageFrame({ renewAfter, body, foot = null }: Framed, words: FirstPageWords): string {
  const { language } = words;
  const other = language === 'it' ? 'en' : 'it';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${renewAfter !== null && html`<meta http-equiv="refresh" content="${renewAfter}" />`}
        <title>${words.title}</title>
        ${firstPageStyle.element}
      </head>
      <body>
        <header class="top">
          <div class="wrap">
            <a class="brand" href="/first-page?lang=${language}">Tessera</a>
            <a href="/first-page?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>
          </div>
        </header>
        <main class="wrap">${body}</main>
        <footer class="wrap soft small">${foot}</footer>
      </body>
    </html> `.markup;
}

/** A page that says in a few words why there is no other. */
export function plainPage(
  { heading, text, renewAfter }: { heading: string; text: string; renewAfter: number | null },
  words: FirstPageWords,
): string {
  const link: Html = html`<a href="/first-page?lang=${words.language}">${words.back}</a>`;
  const body = html`<section class="hero">
    <h1>${heading}</h1>
    <p class="lead">${text}</p>
    <p class="soft">${link}</p>
  </section>`;
  return pageFrame({ renewAfter, body }, words);
}
