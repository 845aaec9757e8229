/** Scalar's mock of the document, with handlers that keep tasks. Port, file of the sound and document as arguments. */
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const [port, file, documentFile] = process.argv.slice(2);
const sound = readFileSync(file);
const document = JSON.parse(readFileSync(documentFile, 'utf8'));
const route = '/v1/audio/text-to-audio';
const toData = `
  const toData = ({ id, input }, status) => ({
    task_id: id,
    task_status: status,
    task_info: { prompt: input.prompt },
    ...(status === 'succeed' && {
      task_result: {
        audios: [
          { id, url_mp3: 'http://127.0.0.1:${port}/media/' + id + '.mp3', duration_mp3: String(input.duration) },
        ],
      },
    }),
  });`;
document.paths[route].post['x-handler'] = `${toData}
  const task = store.create('Task', { input: req.body });
  return { code: 0, data: toData(task, 'submitted') };`;
document.paths[`${route}/{task_id}`].get['x-handler'] = `${toData}
  const task = store.get('Task', req.params.task_id);
  return task ? { code: 0, data: toData(task, 'succeed') } : { code: 1203 };`;
const app = await createMockServer({ document });
app.get('/media/:file', (context) => context.body(sound, 200, { 'content-type': 'audio/mpeg' }));
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
