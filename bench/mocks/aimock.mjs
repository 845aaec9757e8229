/** Kling's text to audio, written for aimock as a service of its own. Port and file of the sound as arguments. */
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { LLMock } from '@copilotkit/aimock';

const [port, file] = process.argv.slice(2);
const sound = readFileSync(file);
const tasks = new Map();

function toData(id, { prompt, duration }, status) {
  const url = `http://127.0.0.1:${port}/media/${id}.mp3`;
  const audio = { id, url_mp3: url, duration_mp3: String(duration) };
  return {
    task_id: id,
    task_status: status,
    task_info: { prompt },
    ...(status === 'succeed' && { task_result: { audios: [audio] } }),
  };
}

function reply(res, status, body) {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return true;
}

const kling = {
  async handleRequest(req, res, path) {
    if (req.method === 'POST') {
      const input = JSON.parse(await text(req));
      const id = String(tasks.size + 1);
      tasks.set(id, input);
      return reply(res, 200, { code: 0, data: toData(id, input, 'submitted') });
    }
    const id = path.slice(path.lastIndexOf('/') + 1);
    const input = tasks.get(id);
    if (!input) return reply(res, 404, { code: 1203 });
    return reply(res, 200, { code: 0, data: toData(id, input, 'succeed') });
  },
};
const media = {
  async handleRequest(_, res) {
    res.writeHead(200, { 'content-type': 'audio/mpeg' }).end(sound);
    return true;
  },
};

const mock = new LLMock({ port: Number(port), logLevel: 'silent' });
mock.mount('/v1/audio/text-to-audio', kling).mount('/media', media);
await mock.start();
