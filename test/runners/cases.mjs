import { createKling, klingai } from 'kling-fetch';

const clientOf = ({ key, options }) => createKling(klingai, { apiKey: key }, options('klingai'));

/** Tests of somebody's application, in each of the runners. The first two are right, the next two are wrong. */
export const cases = {
  async 'a right test'(session) {
    const { audios } = await clientOf(session).textToAudio.run({ prompt: 'rain', duration: 5 });
    if (audios.length !== 1 || session.requests.length !== 2) throw new Error('not alone');
  },
  async 'a wrong request that is meant'(session) {
    session.allow('duration');
    session.scenario('out-of-credit', { times: 1 });
    const { create } = clientOf(session).textToAudio;
    for (const duration of [5, 99]) await create({ prompt: 'rain', duration }).catch(() => {});
    const creates = session.requests.filter(({ method }) => method === 'POST');
    if (creates.length !== 2) throw new Error('not alone');
  },
  async 'a field that no document has'(session) {
    await clientOf(session).textToAudio.run({ prompt: 'a secret', duration: 5, promt: 'a secret' });
  },
  async 'a refusal that the application hides'(session) {
    const { create } = clientOf(session).textToAudio;
    await create({ prompt: 'a secret', duration: 99 }).catch(() => {});
  },
};
