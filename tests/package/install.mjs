// Does what an npm user does before anything else: packs `dist/` as npm would publish it, and installs that file into each
// of the projects here. What else they use lies in this folder's own node_modules.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

const PROJECTS = ['plain', 'react'];

/** Where the packed file and what is built from it go. */
export const OUT = path('../../target/package/');

/** The files in the package, as npm lists them. */
export const packed = () => JSON.parse(readFileSync(`${OUT}packed.json`, 'utf8'));

export default function install() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const [about] = Object.values(JSON.parse(npm(['pack', path('../../dist'), '--json', '--pack-destination', OUT], OUT)));
  writeFileSync(`${OUT}packed.json`, JSON.stringify({ ...about, file: `${OUT}${about.filename}` }));
  for (const project of PROJECTS) {
    rmSync(path(`${project}/node_modules`), { recursive: true, force: true });
    npm(['install', '--offline', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', `${OUT}${about.filename}`], path(project));
  }
}

function npm(values, cwd) {
  return execFileSync('npm', values, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
