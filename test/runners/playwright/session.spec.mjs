import { createServer } from 'node:http';
import { test } from 'kling-fetch-cli/playwright';
import { cases } from '../cases.mjs';

// After each wrong test Playwright starts a new worker, so one is enough, below.
const meant = 'a wrong request that is meant';
test(meant, ({ session }) => cases[meant](session));

/** A front end, which is given key and address of the provider. */
const app = `<!doctype html><title>App</title><script type="module">
  const { key, api, input } = Object.fromEntries(new URLSearchParams(location.search));
  const headers = { authorization: 'Bearer ' + key, 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body: input };
  const answer = await fetch(api + '/v1/audio/text-to-audio', sent);
  document.body.textContent = 'answered with ' + answer.status;
</script>`;
const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html').end(app);
});
test.beforeAll(() => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)));
test.afterAll(() => server.close());

for (const [name, input] of Object.entries({
  'a front end that is right': { prompt: 'rain', duration: 5 },
  'a front end that names an unknown field': { prompt: 'a secret', duration: 5, promt: 'a secret' },
})) {
  test(name, async ({ page, session }) => {
    const { baseUrl: api } = session.options('klingai');
    const query = new URLSearchParams({ key: session.key, api, input: JSON.stringify(input) });
    await page.goto(`http://127.0.0.1:${server.address().port}/?${query}`);
    await page.getByText('answered with 200').waitFor();
  });
}
