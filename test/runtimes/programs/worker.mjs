/** A worker whose clients live at module level, and so serve many requests at a time. */
import { createKling } from 'kling-fetch';
import { ending, providers, tryCreates, tryProviders, wanted } from './cases.mjs';

const clients = new Map();

/** The client for these settings, made by the request that needs it first. */
function clientOf(settings, provider, options) {
  if (!clients.has(settings))
    clients.set(settings, createKling(providers[provider], { apiKey: 'runtimes' }, options));
  return clients.get(settings);
}

/** A task from create to result. Returns how it ended. */
function run(settings) {
  const { provider, ...options } = JSON.parse(settings);
  const { operation, input } = wanted[provider];
  return ending(clientOf(settings, provider, options)[operation].run(input));
}

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const settings = searchParams.get('settings');
    if (pathname === '/creates') return Response.json(await tryCreates(JSON.parse(settings)));
    if (pathname === '/providers') {
      return Response.json(await tryProviders({ mock: searchParams.get('mock') }));
    }
    if (pathname !== '/run') return new Response('ready');
    return new Response(await run(settings));
  },
};
