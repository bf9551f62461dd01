import { Parser } from 'htmlparser2';

/** What closes itself. */
const voids = new Set(['meta', 'br', 'hr', 'img', 'link', 'input', 'col', 'area', 'base', 'wbr']);

/** What is wrong with an HTML document, a line each: what mail programs would guess about in different ways. */
export function htmlFaults(html: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const levels: number[] = [];
  const opened: string[] = [];
  if (!/^\s*<!doctype html>/i.test(html)) faults.push('no doctype');
  if (!/<html[^>]* lang="(en|it)"/.test(html)) faults.push('no language');
  if (!/<title>[^<]+<\/title>/.test(html)) faults.push('no title');
  const parser = new Parser({
    onopentag(name, attributes) {
      opened.push(name);
      const { id } = attributes;
      if (id !== undefined && ids.has(id)) faults.push(`two elements with the id ${id}`);
      if (id !== undefined) ids.add(id);
      if (/^h[1-6]$/.test(name)) levels.push(Number(name.slice(1)));
      if (name === 'img' && attributes['alt'] === undefined) faults.push('a picture without words');
      if (name === 'script' || name === 'iframe' || name === 'form') faults.push(`<${name}>`);
      for (const attribute of Object.keys(attributes))
        if (/^on|[<"'{]/i.test(attribute)) faults.push(`attribute ${attribute}`);
    },
    onclosetag(name, implied) {
      if (implied && !voids.has(name)) faults.push(`<${name}> is not closed`);
    },
  });
  parser.end(html);
  const shown = html.replace(/<!--[^]*?-->/g, '').replace(/<style[^]*?<\/style>/g, '');
  for (const name of new Set(opened)) {
    const [starts, ends] = [new RegExp(`<${name}[\\s>/]`, 'g'), new RegExp(`</${name}>`, 'g')];
    const [open, close] = [shown.match(starts)?.length ?? 0, shown.match(ends)?.length ?? 0];
    if (!voids.has(name) && name !== 'style' && open !== close)
      faults.push(`<${name}>: ${open} opened, ${close} closed`);
  }
  if (levels.filter((level) => level === 1).length !== 1) faults.push('not one h1');
  levels.forEach((level, at) => {
    if (level > (levels[at - 1] ?? 0) + 1) faults.push(`h${level} after h${levels[at - 1] ?? 0}`);
  });
  return faults;
}
