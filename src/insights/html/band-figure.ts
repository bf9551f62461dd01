import type { Band } from '../../ranking/index.js';
import { html, type Html } from './html.js';

const bandSteps: Readonly<Record<Band, number>> = { unknown: 0, possible: 1, good: 2, strong: 3 };

/** One of the two figures: its name, a bar of three steps for the eye, and the band in words for everybody. */
export function bandFigure(
  label: string,
  band: Band,
  { bands }: { readonly bands: Readonly<Record<Band, string>> },
): Html {
  const on = bandSteps[band];
  return html`<span>${label}</span
    ><span class="bar" aria-hidden="true"
      >${[1, 2, 3].map((step) => html`<i${step <= on && html` class="on"`}></i>`)}</span
    ><span class="band">${bands[band]}</span>`;
}
