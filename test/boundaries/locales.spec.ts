import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { projectFolder } from '../../src/platform/files/project-folder.js';

const web = join(projectFolder, 'web');
const locales = join(web, 'locales');
const languages = readdirSync(locales).sort();
const reference = 'en';

type Words = ReadonlyMap<string, string>;

/** `sources.title` → text. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    flat(inner, path === '' ? key : `${path}.${key}`),
  );
}

const wordsOf = (language: string, namespace: string): Words =>
  new Map(flat(JSON.parse(readFileSync(join(locales, language, `${namespace}.json`), 'utf8'))));

const namespacesOf = (language: string): string[] =>
  readdirSync(join(locales, language))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();

const namespaces = namespacesOf(reference);

/** The plural forms of a key are one key; a language has those that it needs. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const keysOf = (words: Words): string[] => [...new Set([...words.keys()].map(withoutPlural))].sort();
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? ''))]
    .filter((name) => name !== 'count')
    .sort();

/** A key asked for: written out, or a pattern where one part varies. */
interface Use {
  readonly namespace: string;
  readonly key: RegExp;
  readonly shown: string;
  readonly file: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function keyPattern(argument: ts.Expression): { key: RegExp; shown: string } | null {
  if (ts.isStringLiteralLike(argument))
    return { key: new RegExp(`^${escaped(argument.text)}$`), shown: argument.text };
  if (!ts.isTemplateExpression(argument)) return null;
  const pieces = [argument.head.text, ...argument.templateSpans.map(({ literal }) => literal.text)];
  return { key: new RegExp(`^${pieces.map(escaped).join('[\\w-]+')}$`), shown: pieces.join('*') };
}

/** Every branch of `a ? 'x' : 'y'`. */
const branches = (argument: ts.Expression): ts.Expression[] => {
  if (ts.isParenthesizedExpression(argument)) return branches(argument.expression);
  if (ts.isConditionalExpression(argument))
    return [...branches(argument.whenTrue), ...branches(argument.whenFalse)];
  return [argument];
};

/** What a file asks for by `t(…)`, and calls whose key cannot be read. */
function usesIn(file: string): { uses: Use[]; unreadable: string[] } {
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const uses: Use[] = [];
  const unreadable: string[] = [];
  /** which words `t` means, from the nearest useTranslation of the function around */
  const visit = (node: ts.Node, scope: ReadonlyMap<string, string>): void => {
    let inner = scope;
    if (ts.isBlock(node)) inner = new Map([...scope, ...declared(node)]);
    if (ts.isFunctionLike(node)) inner = new Map([...scope, ...handedOver(node)]);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && inner.has(node.expression.text)) {
      const namespace = inner.get(node.expression.text) ?? 'common';
      const [argument] = node.arguments;
      for (const branch of argument ? branches(argument) : []) {
        const pattern = keyPattern(branch);
        if (!pattern) unreadable.push(`${file}: ${node.getText().slice(0, 80)}`);
        else uses.push({ ...named(namespace, pattern), file });
      }
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(tree, new Map());
  return { uses, unreadable };
}

/** `t('common:close')` asks another file of words. */
function named(namespace: string, { key, shown }: { key: RegExp; shown: string }) {
  const [, other, rest] = /^([\w-]+):(.*)$/.exec(shown) ?? [];
  if (other === undefined || rest === undefined) return { namespace, key, shown };
  return {
    namespace: other,
    key: new RegExp(`^${escaped(rest).replaceAll('\\*', '[\\w-]+')}$`),
    shown: rest,
  };
}

/** `const { t, t: words } = useTranslation('radar')` → the names and the file of words. */
function declared(block: ts.Block): [string, string][] {
  return block.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ name, initializer }) => {
      if (!initializer || !ts.isCallExpression(initializer) || !ts.isObjectBindingPattern(name)) return [];
      if (initializer.expression.getText() !== 'useTranslation') return [];
      const [argument] = initializer.arguments;
      const namespace = argument && ts.isStringLiteralLike(argument) ? argument.text : 'common';
      return name.elements
        .filter((element) => (element.propertyName ?? element.name).getText() === 't')
        .map((element): [string, string] => [element.name.getText(), namespace]);
    });
}

/** `(t: TFunction<'radar'>) => …`: a function that is handed the words of a place. */
function handedOver({ parameters }: ts.SignatureDeclaration): [string, string][] {
  return parameters.flatMap(({ name, type }): [string, string][] => {
    const [, namespace] = /^TFunction<'([\w-]+)'>$/.exec(type?.getText() ?? '') ?? [];
    return namespace === undefined ? [] : [[name.getText(), namespace]];
  });
}

const sources = readdirSync(join(web, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(web, 'src', name));
const found = sources.map(usesIn);
const uses = found.flatMap(({ uses: some }) => some);

describe('the words of the pages', () => {
  it('are asked for by keys that can be read from the source', () => {
    expect(found.flatMap(({ unreadable }) => unreadable)).toEqual([]);
    expect(uses.length).toBeGreaterThan(50);
  });

  it.each(languages)(
    'are whole in %s: the same files, keys and placeholders, and no empty text',
    (language) => {
      expect(namespacesOf(language)).toEqual(namespaces);
      for (const namespace of namespaces) {
        const [own, other] = [wordsOf(language, namespace), wordsOf(reference, namespace)];
        expect({ namespace, keys: keysOf(own) }).toEqual({ namespace, keys: keysOf(other) });
        expect([...own].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
        for (const [key, text] of own) {
          const twin = other.get(key) ?? other.get(`${withoutPlural(key)}_other`) ?? '';
          expect({ key, placeholders: placeholders(text) }).toEqual({
            key,
            placeholders: placeholders(twin),
          });
        }
      }
    },
  );

  it('are there wherever a page asks for them', () => {
    const missing = uses.filter(
      ({ namespace, key }) =>
        !namespaces.includes(namespace) ||
        !keysOf(wordsOf(reference, namespace)).some((one) => key.test(one)),
    );
    expect(missing.map(({ namespace, shown, file }) => `${namespace}:${shown} in ${file}`)).toEqual([]);
  });

  it('are all asked for', () => {
    const idle = namespaces.flatMap((namespace) => {
      const asked = uses.filter((use) => use.namespace === namespace);
      return keysOf(wordsOf(reference, namespace))
        .filter((key) => !asked.some((use) => use.key.test(key)))
        .map((key) => `${namespace}:${key}`);
    });
    expect(idle).toEqual([]);
  });
});
