// A loop by hand over plain fetch: what everything else is measured against.
export const answer = { code: 0, data: { task_id: '1', task_status: 'processing' } };

export function connect(fetch) {
  const address = 'https://api.example/v1/audio/text-to-audio';
  const headers = { authorization: 'Bearer key', 'content-type': 'application/json' };
  const read = async (id) => (await (await fetch(`${address}/${id}`, { headers })).json()).data;
  return {
    async create(input) {
      const body = JSON.stringify(input);
      return (await (await fetch(address, { method: 'POST', headers, body })).json()).data.task_id;
    },
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
