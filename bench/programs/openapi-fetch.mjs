// A loop by hand over openapi-fetch, which kling-fetch stands on.
import createClient from 'openapi-fetch';

export { answer } from './fetch.mjs';

export function connect(fetch) {
  const headers = { authorization: 'Bearer key' };
  const client = createClient({ baseUrl: 'https://api.example', headers, fetch });
  const read = async (task_id) => {
    const params = { path: { task_id } };
    return (await client.GET('/v1/audio/text-to-audio/{task_id}', { params })).data.data;
  };
  return {
    create: async (body) =>
      (await client.POST('/v1/audio/text-to-audio', { body })).data.data.task_id,
    read,
    async wait(id) {
      for (;;) {
        const { task_status: status, task_result: result } = await read(id);
        if (status === 'succeed') return result;
        await new Promise((wake) => setTimeout(wake, 10_000));
      }
    },
  };
}
