/** What is tried in every runtime; this file and what it imports must run in all of them. */
import { cometapi, createKling, deerapi, klingai, klingai2 } from 'kling-fetch';

export const providers = { klingai, klingai2, cometapi, deerapi };

const prompt = 'rain on a tin roof';
const sound = { operation: 'textToAudio', input: { prompt, duration: 5 }, ending: 'mp3' };
const video = {
  operation: 'textToVideo',
  input: { prompt, model: 'kling-2.5-turbo' },
  ending: 'mp4',
};
/** What a task at each provider is for. */
export const wanted = { klingai: sound, klingai2: video, cometapi: sound, deerapi: sound };

/** How a promise ended, in a few words. */
export async function ending(promise) {
  try {
    await promise;
    return 'task';
  } catch (error) {
    return 'sent' in error ? `${error.name}, sent: ${error.sent}` : error.name;
  }
}

/** One create. With `isReused`, through a socket that has carried a request. */
async function tryCreate({ provider, baseUrl, createTimeout, isReused }) {
  if (isReused) {
    const warm = await fetch(`${baseUrl}/warm`);
    await warm.text();
    // The socket has to be back in the runtime's pool.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const kling = createKling(
    providers[provider],
    { apiKey: 'runtimes' },
    { baseUrl, createTimeout, allowInsecure: true, dangerouslyAllowBrowser: true },
  );
  const { operation, input } = wanted[provider];
  return ending(kling[operation].create(input));
}

/** Creates of all these cases at once. Returns how each has ended. */
export const tryCreates = (cases) => Promise.all(cases.map(tryCreate));

/** A task from create to result, with the number of polls that the client believes it made. */
export async function tryRun({ provider, baseUrl, timeout, ...options }) {
  const kling = createKling(
    providers[provider],
    { apiKey: 'runtimes' },
    { baseUrl, allowInsecure: true, dangerouslyAllowBrowser: true, ...options },
  );
  let polls = 0;
  const onProgress = () => {
    polls += 1;
  };
  const { operation, input } = wanted[provider];
  return { end: await ending(kling[operation].run(input, { timeout, onProgress })), polls };
}

const weigh = async (address) => (await (await fetch(address)).arrayBuffer()).byteLength;

/**
 * A task from create to result at each provider of a mock, all at a time.
 * Returns the bytes of each result, as `keep` got them from its address, or how it went wrong.
 */
export function tryProviders({ mock }, keep = weigh) {
  const results = Object.entries(providers).map(async ([name, provider]) => {
    const baseUrl = `${mock}/${name}`;
    const options = { baseUrl, allowInsecure: true, dangerouslyAllowBrowser: true };
    const { operation, input, ending } = wanted[name];
    try {
      const kling = createKling(provider, { apiKey: 'runtimes' }, options);
      const task = await kling[operation].create(input);
      const [file] = Object.values(await task.result()).flat();
      return await keep(file.url_mp3 ?? file.url, `${name}.${ending}`);
    } catch (error) {
      return `${name}: ${error}`;
    }
  });
  return Promise.all(results);
}
