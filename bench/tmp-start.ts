import { start } from './servers.ts';
import { median } from './load.ts';
const body = JSON.stringify({ prompt: 'Rain on a tin roof', duration: 5 });
const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' };
const l: number[] = [], r: number[] = [];
for (let i = 0; i < 9; i++) {
  const s = await start((port) => ['packages/cli/dist/bin.js', 'mock', '--speed', 'instant', '--quiet', '--port', port], (url) => fetch(url + '/klingai/v1/audio/text-to-audio', { method: 'POST', headers, body }));
  l.push(s.listeningAfter); r.push(s.readyAfter); await s.stop();
}
console.log('listening', median(l).toFixed(0), 'first', median(r).toFixed(0), l.map(x=>x.toFixed(0)).join(' '), r.map(x=>x.toFixed(0)).join(' '));
