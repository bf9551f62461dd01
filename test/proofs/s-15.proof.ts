import { readFileSync } from 'node:fs';
import type { Finding, Proof } from './proof.js';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

interface Locked extends Manifest {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** What is wrong with the lock file and the manifest, one line each. Advisories and ages need a network; not here. */
function unreviewed(manifest: Manifest, packages: Readonly<Record<string, Locked>>): string[] {
  const { '': root = {}, ...installed } = packages;
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const locked = { ...root.dependencies, ...root.devDependencies, ...root.optionalDependencies };
  const reviewed = Object.keys(manifest.allowScripts ?? {});
  return [
    ...Object.entries(wanted).flatMap(([name, version]) => [
      ...(/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ? [] : [`${name}: ${version} is not an exact version`]),
      ...(locked[name] === version ? [] : [`${name}: the lock file says ${locked[name] ?? 'nothing'}`]),
    ]),
    ...Object.entries(installed).flatMap(([path, { optionalDependencies, ...locked }]) => {
      const { integrity, resolved, hasInstallScript, link } = locked;
      const platforms = Object.keys(optionalDependencies ?? {});
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return [
        ...(integrity?.startsWith('sha512-') ? [] : [`${path}: no SHA-512 of its contents`]),
        ...platforms
          .filter(
            (part) =>
              !(`node_modules/${part}` in installed) && !(`${path}/node_modules/${part}` in installed),
          )
          .map((part) => `${path}: ${part} is not locked, and npm ci refuses that`),
        ...(link ? [`${path}: a link`] : []),
        ...(resolved !== undefined && !resolved.startsWith('https://')
          ? [`${path}: not fetched over https`]
          : []),
        ...(hasInstallScript && !reviewed.includes(name)
          ? [`${path}: an install script nobody reviewed`]
          : []),
      ];
    }),
  ];
}

async function prove(): Promise<Finding> {
  const manifest = JSON.parse(read('package.json')) as Manifest;
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const found = unreviewed(manifest, packages);
  const scripts = Object.values(packages).filter(({ hasInstallScript }) => hasInstallScript).length;
  const allowed = Object.values(manifest.allowScripts ?? {}).filter(Boolean).length;
  return {
    n: Object.keys(packages).length - 1,
    result: { problems: found.length, packagesWithScripts: scripts, scriptsAllowed: allowed },
    worst: found[0] ?? 'none',
    pass: found.length === 0,
  };
}

export const proof: Proof = {
  id: 'S-15',
  invariant:
    'dependencies are what we reviewed: exact versions, contents by hash, no unreviewed install script',
  quick: prove,
  full: prove,
};
