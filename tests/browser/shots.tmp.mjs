// screenshots, not committed
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
const root = new URL('../../dist/', import.meta.url).pathname;
const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.html': 'text/html', '.css': 'text/css' };
const server = createServer(async (req, res) => {
  const { pathname, searchParams } = new URL(req.url, 'http://x');
  if (pathname === '/t') {
    res.setHeader('content-type', 'text/html');
    return res.end(`<!doctype html><html lang="${searchParams.get('lang')}"><meta name=viewport content="width=device-width"><body style="font-family:sans-serif;margin:1em"><script type=module src="/rokade.js"></script><rokade-assessment framework="/frameworks/${searchParams.get('f') ?? 'souschef'}.json" ${searchParams.get('a') ?? ''} eager></rokade-assessment>`);
  }
  try { const body = await readFile(join(root, pathname)); res.setHeader('content-type', types[extname(pathname)] ?? 'text/plain'); res.end(body); } catch { res.statusCode = 404; res.end(); }
}).listen(0);
const port = server.address().port;
const { assessment, full } = await import('./screens.mjs');
const { competences } = await import('./words.mjs');
const NO = { wishes: { competences: {}, areas: {} }, experience: [] };
const managers = assessment({ rater: 'manager', updatedAt: '2026-11-25T08:00:00Z', createdAt: '2026-11-25T07:00:00Z', ...NO });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const shoot = async (name, { lang = 'da', attrs = 'purpose="development"', f, file, presses = [], width = 1280 }) => {
  const page = await (await browser.newContext({ viewport: { width, height: width < 500 ? 664 : 800 } })).newPage();
  await page.goto(`http://localhost:${port}/t?lang=${lang}&a=${encodeURIComponent(attrs)}${f ? '&f=' + f : ''}`);
  const w = page.locator('rokade-assessment');
  await w.locator('input[type=file]').waitFor();
  if (file) await w.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  for (const place of presses) { await page.waitForTimeout(300); await w.locator('.actions button').nth(place).click(); }
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/f-shots/${name}.png`, fullPage: true });
  await page.context().close();
};
const old = full({ updatedAt: '2025-11-20T09:00:00Z' });
for (const width of [1280, 390]) {
  for (const lang of ['da', 'en']) {
    const at = `${lang}-${width}`;
    await shoot(`first-${at}`, { lang, width, attrs: 'purpose="development" rater="self"', file: managers });
    await shoot(`read-${at}`, { lang, width, attrs: 'purpose="development" rater="manager"', file: full({ parts: ['responses', 'plan'], ...NO }), presses: [1] });
    await shoot(`whose-${at}`, { lang, width, file: old });
    await shoot(`old-${at}`, { lang, width, attrs: 'purpose="onboarding"', file: { ...old, purpose: 'onboarding', stage: 'start' }, presses: [0] });
  }
}
await browser.close();
server.close();
