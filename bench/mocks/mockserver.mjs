/** MockServer with templates for Kling's text to audio; it keeps no tasks. Port and file of the sound as arguments. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [port, file] = process.argv.slice(2);
const jar = 'mockserver-node/mockserver-netty-8.0.0-jar-with-dependencies.jar';
const route = '/v1/audio/text-to-audio';
const template = (data, set) => ({
  templateType: 'VELOCITY',
  template: `${set}
    { 'statusCode': 200, 'headers': { 'content-type': ['application/json'] },
      'body': { 'code': 0, 'data': ${data} } }`,
});
const base64Bytes = readFileSync(file).toString('base64');
const expectations = [
  {
    httpRequest: { method: 'POST', path: route },
    httpResponseTemplate: template(
      `{ 'task_id': '$id', 'task_status': 'submitted' }`,
      '#set($id = $uuid)',
    ),
  },
  {
    httpRequest: { method: 'GET', path: `${route}/.+` },
    httpResponseTemplate: template(
      `{ 'task_id': '$id', 'task_status': 'succeed', 'task_result': { 'audios': [
        { 'id': '$id', 'url_mp3': 'http://127.0.0.1:${port}/media/\${id}.mp3', 'duration_mp3': '5' } ] } }`,
      `#set($id = $request.path.substring(${route.length + 1}))`,
    ),
  },
  {
    httpRequest: { method: 'GET', path: '/media/.+' },
    httpResponse: { body: { type: 'BINARY', base64Bytes, contentType: 'audio/mpeg' } },
  },
];
const init = join(mkdtempSync(join(tmpdir(), 'kling-mockserver-')), 'expectations.json');
writeFileSync(init, JSON.stringify(expectations));
const env = {
  ...process.env,
  MOCKSERVER_INITIALIZATION_JSON_PATH: init,
  MOCKSERVER_LOG_LEVEL: 'ERROR',
};
const path = fileURLToPath(new URL(`../node_modules/${jar}`, import.meta.url));
const child = spawn('java', ['-jar', path, '-serverPort', port], { env, stdio: 'inherit' });
process.on('SIGTERM', () => child.kill());
child.on('exit', (code) => process.exit(code ?? 1));
