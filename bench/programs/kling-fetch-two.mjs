// Two providers in one program.
import { cometapi, createKling, deerapi } from '../../dist/index.js';

export function connect(fetch) {
  return [cometapi, deerapi].map((provider) => {
    const kling = createKling(provider, { apiKey: 'key' }, { fetch });
    return (input) => kling.textToAudio.run(input);
  });
}
