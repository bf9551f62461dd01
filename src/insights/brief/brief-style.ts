import { PageStyle } from '../html/page-style.js';

/**
 * One sheet of A4 on paper, a calm page on a screen. All sizes are in `rem`, so that paper differs by its root size
 * and by what is clamped: there, every text has as many lines as its place on the sheet, whatever its length.
 * Where nothing of a usual width is installed, the narrow DejaVu keeps what the wide one would cut off.
 */
export const briefStyle = new PageStyle(`
:root {
  --ink: #1c2530; --soft: #55636f; --line: #d3dbe1; --accent: #0b5260; --tint: #eef4f5; --warn: #7a4300; --warn-tint: #fff1d6;
  font-size: 13px;
}
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #e6eaed; color: var(--ink); font: 1rem/1.36 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans Condensed", sans-serif; }
a { color: inherit; text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
.page { max-width: 76rem; margin: 2rem auto; padding: 2.6rem 2.8rem; background: #fff; box-shadow: 0 1px 6px #0002; }
header { display: flex; justify-content: space-between; gap: 2rem; align-items: flex-end; padding-bottom: .7rem; border-bottom: .2rem solid var(--accent); }
.brand { font-size: .92rem; letter-spacing: .02em; color: var(--accent); font-weight: 600; }
h1 { font-size: 2rem; line-height: 1.15; font-weight: 650; overflow-wrap: anywhere; }
.facts { color: var(--soft); }
.when { text-align: right; white-space: nowrap; }
.when strong { display: block; font-size: 1.25rem; line-height: 1.25; font-weight: 600; }
.when span { color: var(--soft); }
.mark { display: inline-block; padding: 0 .4em; border: 1px solid var(--warn); border-radius: .2em; background: var(--warn-tint); color: var(--warn); font-size: .78em; font-weight: 700; letter-spacing: .05em; line-height: 1.15; white-space: nowrap; }
.call { display: grid; grid-template-columns: 15.4rem minmax(0, 1fr); column-gap: 1.5rem; padding: .9rem 0; border-bottom: 1px solid var(--line); }
h2 { font-size: 1.17rem; line-height: 1.22; font-weight: 650; overflow-wrap: anywhere; }
h2 .number { color: var(--accent); margin-right: .5em; }
.kind { color: var(--soft); margin-bottom: .3rem; overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: max-content max-content 1fr; column-gap: .6rem; align-items: center; margin-bottom: .3rem; }
.bar { display: inline-flex; gap: 2px; }
.bar i { width: 1.25rem; height: .62rem; border: 1px solid var(--accent); }
.bar i.on { background: var(--accent); }
.band { font-weight: 650; }
dt { font-size: .86rem; color: var(--soft); line-height: 1.25; margin-top: .3rem; }
dd { font-weight: 600; line-height: 1.28; overflow-wrap: anywhere; }
dd.plain { font-weight: 400; }
dd small { font-size: .95em; font-weight: 400; }
dd.left { color: var(--accent); }
dd.left.late { color: var(--warn); }
.pairs { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .3rem 1.1rem; align-content: start; }
.label { font-size: .86rem; color: var(--soft); }
blockquote { padding-left: .6rem; border-left: .2rem solid var(--line); overflow-wrap: anywhere; }
blockquote.own { border-left-color: var(--accent); }
blockquote b { font-weight: 680; }
cite { font-style: normal; color: var(--soft); font-size: .9em; }
.label.partners { margin-top: .4rem; }
.trio { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); column-gap: 1.3rem; }
.partner { overflow-wrap: anywhere; }
.partner p { line-height: 1.22; }
.partner .name { font-weight: 650; }
.partner .facts, .partner .way { font-size: .95rem; }
.partner .way { margin-top: .15rem; }
.partner .way::before { content: "\\2192\\00a0"; color: var(--accent); }
.remark { padding: 1rem 0; color: var(--soft); }
.remark strong { display: block; color: var(--ink); font-size: 1.2rem; margin-bottom: .3rem; }
footer { padding-top: .7rem; color: var(--soft); font-size: .88rem; line-height: 1.35; }
@media screen and (max-width: 52rem) {
  .page { margin: 0; padding: 1.4rem; }
  header, .call, .pairs, .trio { display: block; }
  .when { text-align: left; margin-top: .6rem; white-space: normal; }
  .call > aside { margin: .5rem 0; }
  blockquote { margin-bottom: .5rem; }
  .partner { margin-top: .5rem; }
}
@media print {
  @page { size: A4 portrait; margin: 7mm 10mm; }
  :root { font-size: 7.3pt; }
  html, body { background: #fff; }
  body { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .page { max-width: none; height: 283mm; margin: 0; padding: 0; box-shadow: none; overflow: hidden; }
  .calls { height: 252mm; overflow: hidden; }
  .call { height: 50.4mm; overflow: hidden; padding: 1.2mm 0 0; align-content: start; }
  h1, h2, .kind, .clamp, blockquote, .partner p, .brand, header .facts { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; }
  h1, h2, .partner .way { -webkit-line-clamp: 2; }
  .kind, .brand, .facts, .partner .name { -webkit-line-clamp: 1; }
  .clamp { -webkit-line-clamp: 2; }
  .clamp.three { -webkit-line-clamp: 3; }
  .clamp.plain { -webkit-line-clamp: 1; }
  blockquote { -webkit-line-clamp: 3; line-height: 1.33; }
  blockquote.tight { -webkit-line-clamp: 2; }
  .label.partners { margin-top: .3mm; }
  header { padding-bottom: 1.2mm; }
  footer { padding-top: 1.2mm; height: 10mm; overflow: hidden; line-height: 1.28; }
}
`);
