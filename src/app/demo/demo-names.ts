import type { YamlValue } from '../../platform/yaml/yaml-value.js';

/** The names given so far, by kind: each is given once, and what refers to one must find it. */
export class DemoNames {
  private readonly given = new Map<string, Set<string>>();

  /** Gives a name; refused at its place where it stands already. Letter case does not tell names apart. */
  give(kind: string, value: YamlValue, name = value.text()): string {
    const names = this.given.get(kind) ?? new Set<string>();
    if (names.has(name.toLowerCase())) value.fail(`the ${kind} '${name}' stands twice in the set`);
    this.given.set(kind, names.add(name.toLowerCase()));
    return name;
  }

  /** A reference to a name given before. */
  known(kind: string, value: YamlValue): string {
    const name = value.text();
    if (!this.given.get(kind)?.has(name.toLowerCase()))
      value.fail(`there is no ${kind} '${name}' in the set`);
    return name;
  }
}
