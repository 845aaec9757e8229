/** Kling's text to audio as handlers of MSW, in the process of whoever calls `fetch`. */
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';

/** Puts the mock in place of the global `fetch`. */
export function startMsw(base, sound) {
  const tasks = new Map();
  function toData(id, { prompt, duration }, status) {
    const audio = { id, url_mp3: `${base}/media/${id}.mp3`, duration_mp3: String(duration) };
    return {
      task_id: id,
      task_status: status,
      task_info: { prompt },
      ...(status === 'succeed' && { task_result: { audios: [audio] } }),
    };
  }
  const handlers = [
    http.post(`${base}/v1/audio/text-to-audio`, async ({ request }) => {
      const input = await request.json();
      const id = String(tasks.size + 1);
      tasks.set(id, input);
      return HttpResponse.json({ code: 0, data: toData(id, input, 'submitted') });
    }),
    http.get(`${base}/v1/audio/text-to-audio/:id`, ({ params: { id } }) => {
      const input = tasks.get(id);
      if (!input) return HttpResponse.json({ code: 1203 }, { status: 404 });
      return HttpResponse.json({ code: 0, data: toData(id, input, 'succeed') });
    }),
    http.get(`${base}/media/:file`, () =>
      HttpResponse.arrayBuffer(sound, { headers: { 'content-type': 'audio/mpeg' } }),
    ),
  ];
  setupServer(...handlers).listen({ onUnhandledRequest: 'error' });
}
