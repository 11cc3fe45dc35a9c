import { expect, test } from './site.mjs';

for (const page of ['', 'strict.html', 'single.html']) {
  test(`the widget starts on /demo/${page}`, async ({ page: tab }) => {
    const refused = [];
    tab.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await tab.goto(`/demo/${page}`);
    await expect(tab.locator('rokade-assessment').getByText('Rokade')).toBeVisible();
    expect(refused).toEqual([]);
  });
}

test('a refused wasm leaves the element without a widget', async ({ page, site }) => {
  site.routes = (url) => (url.pathname === '/rokade.wasm' ? { status: 404 } : undefined);
  await page.goto('/demo/');
  await expect.poll(() => site.requests.find(({ path }) => path === '/rokade.wasm')?.status).toBe(404);
  await expect(page.locator('rokade-assessment')).toHaveText('');
});
