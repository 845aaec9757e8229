import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', mjs: 'text/javascript' };

createServer(async ({ url }, response) => {
  const path = new URL(url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
  const file = await readFile(`.${path}`).catch(() => undefined);
  const type = types[path.split('.').at(-1)] ?? 'application/octet-stream';
  response.writeHead(file ? 200 : 404, { 'content-type': type }).end(file);
}).listen(process.env.PORT ?? 3000, 'localhost', function () {
  console.log(`http://localhost:${this.address().port}`);
});
