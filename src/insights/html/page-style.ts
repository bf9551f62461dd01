import { createHash } from 'node:crypto';

import { Html } from './html.js';

/**
 * The one style sheet of a page, inside it, and the policies that allow that sheet and nothing else: no script, no
 * other style, no picture, no font, nothing fetched, nobody's frame.
 */
export class PageStyle {
  /** the `<style>` element; its text must reach the browser unchanged, because the policies name its hash */
  readonly element: Html;
  /** for the page's own `<meta>`, where a file is opened without a server */
  readonly filePolicy: string;
  /** for the header, which may also say who frames the page */
  readonly headerPolicy: string;

  constructor(css: string) {
    const hash = createHash('sha256').update(css).digest('base64');
    this.element = new Html(`<style>${css}</style>`);
    this.filePolicy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
    this.headerPolicy = [
      this.filePolicy,
      "object-src 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; ');
  }
}
