/**
 * The one layout of all mails, in MJML, compiled once when the first mail is made. What stands between `[[name]]` and
 * the next such mark is one kind of block; `{{slot}}` is filled, escaped, for each mail.
 *
 * Colours and sizes are inline, because many clients read nothing else; the style sheet only adds dark mode. There is
 * no image at all, so nothing is missing with images off.
 */
export const letterMjml = `
<mjml lang="en">
  <mj-head>
    <mj-title>{{subject}}</mj-title>
    <mj-preview>{{preheader}}</mj-preview>
    <mj-attributes>
      <mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
      <mj-text font-size="16px" line-height="1.5" color="#1c2430" padding="6px 24px" />
      <mj-section padding="0" background-color="#ffffff" css-class="sheet" />
    </mj-attributes>
    <mj-style>
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      a { text-decoration: underline; }
      ul { margin: 0; padding-left: 22px; }
      @media (prefers-color-scheme: dark) {
        body, .page, .page > div, .page > table { background: #10151c !important; background-color: #10151c !important; }
        .sheet, .sheet > table { background: #18202a !important; background-color: #18202a !important; }
        .ink div, .ink td, .ink th, .ink li, .ink span, .ink h1, .ink h2, .ink p { color: #e8edf3 !important; }
        .ink a span { color: inherit !important; }
        .rule p { border-top-color: #3d4a5a !important; }
        .quiet div, .quiet span, .quiet p { color: #b6c1cd !important; }
        .ink a, .quiet a { color: #8fc3ff !important; }
        .quoted div { background-color: #222c38 !important; color: #e8edf3 !important; }
        a.ghost { border-color: #8fc3ff !important; }
      }
    </mj-style>
  </mj-head>
  <mj-body width="600px" background-color="#eef1f5" css-class="page">
    <mj-section border-top="6px solid {{colour}}" padding="18px 0 20px">
      <mj-column>
        <mj-text css-class="quiet" font-size="14px" color="#4a5666"><p style="margin:0">{{brand}}</p></mj-text>
        <mj-text css-class="ink" font-size="22px" line-height="1.3" padding="2px 24px 10px"><h1 style="margin:0;font-size:22px;line-height:1.3;font-weight:600">{{subject}}</h1></mj-text>
        <mj-text css-class="ink"><p style="margin:0">{{greeting}}</p></mj-text>
        <mj-raw>[[heading]]</mj-raw>
        <mj-text css-class="ink" padding="18px 24px 2px"><h2 style="margin:0;font-size:18px;line-height:1.35;font-weight:600">{{text}}</h2></mj-text>
        <mj-raw>[[title]]</mj-raw>
        <mj-text css-class="ink" padding="12px 24px 2px"><h2 style="margin:0;font-size:18px;line-height:1.35;font-weight:600">{{{html}}}</h2></mj-text>
        <mj-raw>[[paragraph]]</mj-raw>
        <mj-text css-class="ink"><p style="margin:0">{{text}}</p></mj-text>
        <mj-raw>[[note]]</mj-raw>
        <mj-text css-class="quiet" font-size="14px" color="#4a5666"><p style="margin:0">{{text}}</p></mj-text>
        <mj-raw>[[html]]</mj-raw>
        <mj-text css-class="ink">{{{html}}}</mj-text>
        <mj-raw>[[quotation]]</mj-raw>
        <mj-text css-class="quiet" font-size="14px" color="#4a5666" padding="6px 24px 0"><p style="margin:0">{{label}}</p></mj-text>
        <mj-text css-class="quoted" padding="2px 24px 6px"><div style="margin:0;padding:10px 14px;background-color:#eef1f5;border-left:3px solid {{colour}};color:#1c2430"{{{lang}}}>“{{text}}”</div></mj-text>
        <mj-raw>[[divider]]</mj-raw>
        <mj-divider css-class="rule" border-width="1px" border-color="#c5cdd8" padding="16px 24px 4px" />
        <mj-raw>[[end]]</mj-raw>
      </mj-column>
    </mj-section>
    <mj-section padding="14px 0 28px" background-color="#eef1f5" css-class="page">
      <mj-column>
        <mj-text css-class="quiet" font-size="14px" color="#4a5666">{{{footer}}}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
