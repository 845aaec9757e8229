import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

// The page and the modules that it imports. Nothing else that lies here is served.
const files = /^\/(index\.html|node_modules\/kling-fetch\/dist\/([\w-]+\/)*[\w-]+\.js)$/;
// A stranger's page can give this machine a name of its own, and would then read what is served.
const hosts = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

createServer(async ({ url, headers }, response) => {
  const [asked] = url.split('?');
  const path = asked === '/' ? '/index.html' : asked;
  const isServed = hosts.test(headers.host) && files.test(path);
  const file = isServed && (await readFile(new URL(`.${path}`, import.meta.url)).catch(() => {}));
  const type = path.endsWith('html') ? 'text/html; charset=utf-8' : 'text/javascript';
  response.writeHead(file ? 200 : 404, { 'content-type': type }).end(file || '');
}).listen(process.env.PORT ?? 3000, 'localhost', function () {
  console.log(`http://localhost:${this.address().port}`);
});
