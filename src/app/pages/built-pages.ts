import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of the built pages, with what the build made of it for browsers that take compressed answers. */
export interface BuiltFile {
  readonly type: string;
  readonly plain: Buffer;
  /** null where compressing does not pay */
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
  /** its name holds a hash of its content, so it never changes */
  readonly hashed: boolean;
}

/** The pages as `npm run build` left them, in memory: what is not in here is not served. */
export interface BuiltPages {
  /** the frame of every page; `__STYLE_NONCE__` stands where an answer's own word goes */
  readonly shell: string;
  /** whether there is a page at an address: the frame shows any other as one that is not there */
  readonly hasPage: (path: string) => boolean;
  /** by address: `/assets/main-3fA9.js` */
  readonly files: ReadonlyMap<string, BuiltFile>;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

/** @returns null where the pages have not been built */
export function readBuiltPages(folder: string): BuiltPages | null {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return null;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const files = paths.flatMap((path) => {
    const type = types[path.split('.').at(-1) ?? ''];
    if (type === undefined || !statSync(path).isFile()) return [];
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    return [[address, readBuiltFile(path, type, address.startsWith('/assets/'))] as const];
  });
  const known = new Map(files);
  const list = known.get(addressList);
  known.delete(addressList);
  return { shell: readFileSync(index, 'utf8'), hasPage: pageFinder(list), files: known };
}

/** What the build found of the pages' routes. */
const addressList = '/addresses.json';

function pageFinder(list: BuiltFile | undefined): (path: string) => boolean {
  const addresses = list === undefined ? [] : (JSON.parse(list.plain.toString('utf8')) as readonly string[]);
  const forms = addresses.map((address) => {
    const form = address.replace(/[.*+?^()[\]{}|\\]/g, '\\$&').replace(/\$\w+/g, '[^/]+');
    return new RegExp(`^${form}/?$`);
  });
  return (path) => forms.some((form) => form.test(path));
}

function readBuiltFile(path: string, type: string, hashed: boolean): BuiltFile {
  const beside = (ending: string): Buffer | null =>
    existsSync(path + ending) ? readFileSync(path + ending) : null;
  return { type, plain: readFileSync(path), br: beside('.br'), gzip: beside('.gz'), hashed };
}
