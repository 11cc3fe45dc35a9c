// Finds the browsers and drivers that the tests start. It knows what they are called, not what they are for.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The same switches stand in xtask/src/test.rs. As root Chromium refuses to start with its sandbox.
 */
export const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/**
 * The program named in this environment variable, or the first of these names on the path.
 *
 * @param {string} variable
 * @param {string[]} names
 * @param {string[]} [elsewhere] folders that are on no path
 */
export function program(variable, names, elsewhere = []) {
  const named = process.env[variable];
  if (named) return named;
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...elsewhere];
  for (const name of names) {
    const folder = folders.find((folder) => existsSync(join(folder, name)));
    if (folder) return join(folder, name);
  }
  throw new Error(`there is no ${names[0]}: install it (\`cargo xtask setup\`), or name it in \`${variable}\``);
}
