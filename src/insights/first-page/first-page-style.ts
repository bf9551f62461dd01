import { PageStyle } from '../html/page-style.js';

/** Calm in light and dark, from 360 px to as wide as lines stay readable. Sizes are in `rem`, so that zooming works. */
export const firstPageStyle = new PageStyle(`
:root {
  color-scheme: light dark;
  --ground: #f4f6f7; --card: #fff; --ink: #1c2530; --soft: #55636f; --line: #d3dbe1; --accent: #0b5260; --accent-ink: #fff;
  --tint: #eef4f5; --warn: #7a4300; --warn-tint: #fff1d6; --warn-line: #e3b565;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12181d; --card: #1a2229; --ink: #e4eaee; --soft: #a3b1bb; --line: #36424c; --accent: #7cc7d4; --accent-ink: #0d1a1d;
    --tint: #202b33; --warn: #ffcf85; --warn-tint: #33270f; --warn-line: #7a5a1f;
  }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: var(--ground); color: var(--ink); overflow-wrap: anywhere; font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible { outline: .15rem solid var(--accent); outline-offset: .15rem; border-radius: .1rem; }
.wrap { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
.top { border-bottom: 1px solid var(--line); background: var(--card); }
.top .wrap { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding-top: .8rem; padding-bottom: .8rem; }
.brand { display: inline-flex; align-items: center; gap: .6rem; font-size: 1.2rem; font-weight: 700; color: var(--ink); text-decoration: none; }
.brand::before { content: ""; width: 1.15rem; height: 1.15rem; border-radius: .2rem; background: conic-gradient(var(--accent) 25%, var(--line) 0 50%, var(--accent) 0 75%, var(--warn-line) 0); }
h1 { font-size: clamp(1.6rem, 4.5vw, 2.4rem); line-height: 1.15; font-weight: 700; letter-spacing: -.01em; }
h2 { font-size: 1.2rem; line-height: 1.3; font-weight: 650; margin-bottom: .8rem; }
h3 { font-size: 1.05rem; line-height: 1.35; font-weight: 650; overflow-wrap: anywhere; }
.hero { padding: 2.2rem 0 1.4rem; }
.lead { max-width: 46rem; margin-top: .7rem; font-size: 1.08rem; }
.soft { color: var(--soft); }
.small { font-size: .9rem; }
.hero .soft { margin-top: .5rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1.3rem 1.4rem; margin-bottom: 1.25rem; }
.notice { background: var(--warn-tint); border: 1px solid var(--warn-line); color: var(--warn); border-radius: .5rem; padding: .8rem 1.1rem; margin-bottom: 1.25rem; }
.notice p + p { margin-top: .3rem; }
.mark { display: inline-block; padding: 0 .4em; border: 1px solid var(--warn-line); border-radius: .2em; background: var(--warn-tint); color: var(--warn); font-size: .75rem; font-weight: 700; letter-spacing: .05em; white-space: nowrap; }
.subject { padding-bottom: .9rem; border-bottom: 1px solid var(--line); }
.subject .soft { overflow-wrap: anywhere; }
ol { list-style: none; }
.place { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: .4rem 1.6rem; padding: 1rem 0; border-bottom: 1px solid var(--line); }
.place .whole { grid-column: 1 / -1; }
.place:last-child { border-bottom: 0; padding-bottom: 0; }
.figures { display: grid; grid-template-columns: max-content max-content minmax(max-content, 1fr); gap: 0 .4rem; align-items: center; margin-top: .35rem; font-size: .9rem; }
.bar { display: inline-flex; gap: 2px; }
.bar i { width: 1.1rem; height: .55rem; border: 1px solid var(--accent); border-radius: 1px; }
.bar i.on { background: var(--accent); }
.band { font-weight: 650; overflow-wrap: normal; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .2rem 1.4rem; align-content: start; }
.pair > div { min-width: 0; }
.label { font-size: .85rem; color: var(--soft); }
blockquote { padding-left: .7rem; border-left: .2rem solid var(--line); overflow-wrap: anywhere; }
.own blockquote { border-left-color: var(--accent); }
blockquote b { font-weight: 700; }
cite { font-style: normal; color: var(--soft); font-size: .9em; }
.after { margin-top: .9rem; }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.25rem; align-items: stretch; }
ul { list-style: none; }
li + li { margin-top: .6rem; }
.choice { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .35rem; }
.button { display: inline-block; padding: .3rem .9rem; border: 1px solid var(--accent); border-radius: .35rem; text-decoration: none; font-weight: 600; }
.button.main { background: var(--accent); color: var(--accent-ink); }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; }
td:nth-child(2), td:nth-child(3) { white-space: nowrap; }
thead th { color: var(--soft); font-size: .85rem; }
tr:last-child td, tr:last-child th { border-bottom: 0; }
.bad { color: var(--warn); font-weight: 650; }
pre { margin-top: .5rem; padding: .8rem 1rem; background: var(--tint); border: 1px solid var(--line); border-radius: .35rem; overflow-x: auto; font: .88rem/1.6 ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace; }
progress { width: 100%; height: .8rem; margin: .8rem 0 .3rem; accent-color: var(--accent); }
footer { padding: .5rem 0 2.5rem; }
@media (max-width: 52rem) {
  .two, .place, .pair { grid-template-columns: minmax(0, 1fr); }
  .card { padding: 1.1rem; }
  .pair { gap: .6rem; }
  .hero { padding-top: 1.5rem; }
}
@media (max-width: 30rem) {
  table, tbody, tr, th, td { display: block; }
  thead { display: none; }
  tr { padding: .4rem 0; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  th, td { padding: 0; border: 0; }
  tbody th { font-weight: 650; }
}
`);
