// The least that must hold before any other browser test says something: each way to load the widget starts it.
import { expect, test } from './site.mjs';

const pages = {
  'the module script': '/demo/',
  'the module script under the strictest policy': '/demo/strict.html',
  'the single classic script': '/demo/single.html',
};

for (const [way, address] of Object.entries(pages)) {
  test(`${way} starts the widget, and the console stays empty`, async ({ page }) => {
    const messages = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(address);
    await expect(page.locator('rokade-assessment').getByText('Rokade')).toBeVisible();
    expect(messages).toEqual([]);
  });
}

test('a missing wasm is asked for once and leaves the page as it was', async ({ page, site }) => {
  site.routes = (url) => (url.pathname === '/rokade.wasm' ? { status: 404 } : undefined);
  await page.goto('/demo/');
  await expect.poll(() => site.requests.filter(({ path }) => path === '/rokade.wasm').map(({ status }) => status)).toEqual([404]);
  await expect(page.locator('rokade-assessment')).toHaveText('');
});
