// Pages of other frameworks that hold the widget: bundles React's, and serves Yew's, which `cargo xtask test` has built
// (xtask/src/hosts.rs). It knows no test.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from '../../../www/node_modules/esbuild/lib/main.js';

const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const YEW = place('../../../target/hosts/yew/');

/** Lets a site answer to `/hosts/…` with the scripts of these pages. */
export async function serveHosts(site) {
  const react = await esbuild.build({
    entryPoints: [place('hosts-react.jsx')],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    // What a page's reader gets; React's other build talks to the console.
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  if (!existsSync(`${YEW}page.js`)) throw new Error('the Yew page is missing; `cargo xtask test --only engines` builds it');
  const script = (body) => ({ body, headers: { 'content-type': 'text/javascript; charset=utf-8' } });
  const answers = {
    '/hosts/react.js': () => script(react.outputFiles[0].text),
    '/hosts/yew/page.js': () => script(readFileSync(`${YEW}page.js`, 'utf8')),
    '/hosts/yew/page_bg.wasm': () => ({ body: readFileSync(`${YEW}page_bg.wasm`), headers: { 'content-type': 'application/wasm' } }),
  };
  site.routes = ({ pathname }) => answers[pathname]?.() ?? (pathname.startsWith('/hosts/yew/snippets/') ? script(readFileSync(YEW + pathname.slice('/hosts/yew/'.length), 'utf8')) : undefined);
}
