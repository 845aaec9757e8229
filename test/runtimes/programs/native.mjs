/**
 * A task from create to result where `fetch` is React Native's: its responses have no body stream, nor is there `crypto`.
 * Takes the case, or the address of a mock, as JSON; prints how it ended as JSON.
 */
import process from 'node:process';

const realFetch = globalThis.fetch;

/** As much of a response as whatwg-fetch, which React Native uses, makes of an XMLHttpRequest. */
class NativeResponse {
  #text;
  bodyUsed = false;

  constructor(text, { status = 200, statusText = '', headers = {} } = {}) {
    this.#text = text ?? '';
    this.status = status;
    this.statusText = statusText;
    this.headers = new Headers(headers);
    this.ok = status >= 200 && status < 300;
  }

  async text() {
    if (this.bodyUsed) throw new TypeError('Already read');
    this.bodyUsed = true;
    return this.#text;
  }

  async json() {
    return JSON.parse(await this.text());
  }

  clone() {
    return new NativeResponse(this.#text, this);
  }
}

globalThis.fetch = async (input, init = {}) => {
  const response = await realFetch(input, init);
  return new NativeResponse(await response.text(), response);
};
globalThis.Response = NativeResponse;
Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
// React Native's has no versions, by which others know Node. It has no ReadableStream either, but Node's own fetch needs that.
Object.defineProperty(globalThis, 'process', { value: { env: {} }, configurable: true });

const { tryProviders, tryRun } = await import('./cases.mjs');
const settings = JSON.parse(process.argv[2]);
const found = settings.mock
  ? tryProviders(settings, (address) => address.length)
  : tryRun(settings);
console.log(JSON.stringify(await found));
process.exit();
