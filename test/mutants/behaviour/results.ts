import type { FakeAnswer } from '../../support/fake-answers.ts';
import { seen } from '../exchanges.ts';
import { anywhere } from '../mutant.ts';
import { everyone, get } from '../places.ts';
import { type Behaviour, type Row, sending, when } from './row.ts';

/** The results' addresses, or the list, changed in a task that succeeded. */
const results = (change: (text: string) => string): Behaviour =>
  when(
    (each) => seen(each) && JSON.stringify(each.answer.body).includes('"succeed"'),
    (each) => ({ ...each.answer, body: JSON.parse(change(JSON.stringify(each.answer.body))) }),
  );
const file = (change: Partial<FakeAnswer>): Behaviour =>
  when(({ action }) => action === 'file', sending(change));

/** Results that are missing or cannot be played. */
export const resultRows: Row[] = [
  [
    everyone,
    'result missing',
    get,
    /task_result|audios|videos/,
    'an empty list',
    results((body) => body.replace(/"(audios|videos)":\[.*?\]/g, '"$1":[]')),
  ],
  [
    everyone,
    'result missing',
    get,
    /task_result|audios|videos/,
    'an empty result',
    results((body) => body.replace(/"task_result":\{.*?\]\}/, '"task_result":{}')),
  ],
  [
    everyone,
    'result missing',
    get,
    /task_result|audios|videos/,
    'no result',
    results((body) => body.replace(/"task_result":\{.*?\]\}/, '"task_info":{}')),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    'an empty address',
    results((body) =>
      body.replace(/"url_mp3":".*?"/, '"url_mp3":""').replace(/"url":".*?"/, '"url":""'),
    ),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    '404',
    file({ status: 404, body: '', headers: {} }),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    '403',
    file({ status: 403, body: 'hot-linking', headers: { 'content-type': 'text/plain' } }),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    'not the media',
    file({ body: JSON.stringify({ error: 'expired' }) }),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    'nothing in it',
    file({ body: new Uint8Array() }),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    'JSON',
    file({ body: '{}', headers: { 'content-type': 'application/json' } }),
  ],
];
