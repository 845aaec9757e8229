/** Who may import whom. CONTRIBUTING.md shows the table of rooms; `test/unit/house.test.ts` holds the source to both. */

/** Which rooms the files of a room may import, beside their own and the rooms inside it. Nothing imports what stands above. */
export const rooms: Record<string, string[]> = {
  'src/cli': [
    'src/client',
    'src/contract',
    'src/documents',
    'src/drift',
    'src/index.ts',
    'src/mock',
    'src/node',
  ],
  'src/runners': ['src/mock'],
  'src/mock': ['src/client', 'src/contract', 'src/documents'],
  // In the browser: the client as anybody has it, and of the mock next to nothing but types.
  'src/mock/page': [
    'generated',
    'src/contract',
    'src/documents',
    'src/index.ts',
    'src/mock/server',
  ],
  'src/mock/server': [
    'generated',
    'src/client',
    'src/contract',
    'src/documents',
    'src/index.ts',
    'src/mock/media',
  ],
  'src/mock/media': ['generated'],
  'src/drift': ['src/client', 'src/contract', 'src/documents'],
  'src/drift/live': [
    'src/client',
    'src/contract',
    'src/documents',
    'src/drift/traffic',
    'src/index.ts',
  ],
  'src/drift/traffic': ['src/client', 'src/contract', 'src/documents'],
  'src/drift/published': ['src/client', 'src/contract', 'src/documents'],
  'src/drift/report': ['src/contract', 'src/documents'],
  'src/contract': ['src/client', 'src/documents', 'src/models'],
  'src/proxy': ['generated', 'src/client', 'src/documents', 'src/server'],
  'src/webhooks': ['src/client', 'src/server'],
  'src/node': [
    'generated',
    'src/client',
    'src/documents/files.ts',
    'src/documents/pictures.ts',
    'src/documents/seconds.ts',
  ],
  'src/server': ['src/client'],
  'src/index.ts': ['src/client', 'src/models'],
  'src/documents': ['openapi', 'src/client', 'src/index.ts'],
  // About files alone, so that whoever checks one loads no document.
  'src/documents/files.ts': [],
  'src/documents/pictures.ts': [],
  'src/documents/seconds.ts': [],
  'src/models': ['generated', 'src/client'],
  'src/client': ['generated'],
};

/** What each file of the client imports, types included. Anything more is a decision, made here. */
export const client: Record<string, string> = {
  auth: '',
  body: 'sleep',
  client:
    'connection dialect errors events limit openapi-fetch operation operations poll providers schedule sleep task task-reader types',
  connection: 'auth body envelope errors events json limit openapi-fetch providers refusals sleep',
  create: 'connection dialect errors refusals retry sleep task-reader',
  dialect: 'json operations refusals',
  envelope: 'errors json',
  errors: 'generated/klingai',
  events: '',
  fields: 'dialect generated/fields json',
  'id-reader': 'dialect errors refusals round',
  json: '',
  limit: 'errors sleep',
  'list-reader': 'dialect errors refusals round',
  operation: 'connection create errors json poll refusals retry schedule sleep task task-reader',
  operations: '',
  poll: 'dialect errors refusals sleep task-reader',
  providers:
    'auth dialect fields generated/cometapi generated/deerapi generated/fields generated/klingai generated/klingai2 generated/offers generated/retired id-reader list-reader operations round',
  refusals: 'errors',
  retry: 'refusals sleep',
  round: 'dialect events sleep',
  schedule: 'json operations',
  sleep: '',
  'task-reader':
    'connection dialect errors json limit operations providers refusals round schedule',
  task: 'errors poll sleep task-reader',
  types: 'operation operations providers task',
};
