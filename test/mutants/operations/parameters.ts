import { drop, including, put } from '../edit.ts';
import { naming } from '../mutant.ts';
import { t2a, t2v, v2a } from '../places.ts';
import { inGet, type Row, tasks } from './row.ts';

/** Corrected after the first run: a JSON pointer to a parameter names its place in the list. */
const parameter = (name: string, index: string) => naming(name, `parameters/${index}`);

/** Parameters, changed once each. */
export const parameterRows: Row[] = [
  ...tasks.flatMap(([provider, get]): Row[] => [
    [
      provider,
      get,
      'request field required',
      parameter('verbose', '\\d'),
      'a parameter new and required',
      inGet(
        including('parameters', {
          name: 'verbose',
          in: 'query',
          required: true,
          schema: { type: 'boolean' },
        }),
      ),
    ],
    [
      provider,
      get,
      'request field added',
      parameter('verbose', '\\d'),
      'a parameter new',
      inGet(
        including('parameters', {
          name: 'verbose',
          in: 'query',
          required: false,
          schema: { type: 'boolean' },
        }),
      ),
    ],
  ]),
  [
    'klingai',
    `GET ${t2a}`,
    'request field required',
    parameter('pageNum', '0'),
    'required',
    inGet(put('parameters.0.required', true)),
  ],
  [
    'klingai',
    `GET ${t2a}`,
    'request field removed',
    parameter('pageSize', '1'),
    'gone',
    inGet((operation) => void (operation.parameters as unknown[]).pop()),
  ],
  [
    'klingai',
    `GET ${t2v}`,
    'request limit tightened',
    parameter('pageSize', '1'),
    'maximum 100',
    inGet(put('parameters.1.schema.maximum', 100)),
  ],
  [
    'klingai',
    `GET ${t2v}`,
    'request limit loosened',
    parameter('pageNum', '0'),
    'no maximum',
    inGet(drop('parameters.0.schema.maximum')),
  ],
  [
    'klingai',
    `GET ${v2a}`,
    'request default changed',
    parameter('pageSize', '1'),
    'default 10',
    inGet(put('parameters.1.schema.default', 10)),
  ],
];
