import { scenarios } from './scenarios.ts';

const id = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: '^\\d+$' },
};
const json = (schema: object) => ({ 'application/json': { schema } });
const ok = (description: string, schema: object) => ({
  200: { description, content: json(schema) },
});
const done = { 204: { description: 'Done.' } };
const refused = {
  description: 'What is wrong.',
  content: json({ $ref: '#/components/schemas/Problem' }),
};
const task = { $ref: '#/components/schemas/Task' };
const list = (items: object) => ({ type: 'array', items });

/** The control API in its own words: an OpenAPI document, served at `/_mock/openapi.json`. */
export const controlDocument = {
  openapi: '3.1.0',
  info: { title: 'Control API of the kling-fetch mock', version: '1.0.0' },
  servers: [{ url: '/_mock' }],
  paths: {
    '/tasks': {
      get: { summary: 'Every task, newest first', responses: ok('The tasks.', list(task)) },
    },
    '/tasks/{id}': {
      delete: { summary: 'Forget a task', parameters: [id], responses: { ...done, 404: refused } },
    },
    '/tasks/{id}/{action}': {
      post: {
        summary: 'Advance a task to its next state, fail it, or let its files expire',
        parameters: [
          id,
          {
            name: 'action',
            in: 'path',
            required: true,
            schema: { enum: ['advance', 'fail', 'expire'] },
          },
        ],
        responses: { ...ok('The task.', task), 400: refused, 404: refused },
      },
    },
    '/scenarios': {
      get: {
        summary: 'Every scenario',
        responses: ok('Names and meanings.', list({ $ref: '#/components/schemas/Scenario' })),
      },
    },
    '/rules': {
      get: {
        summary: 'The rules, the one that wins first',
        responses: ok('The rules.', list({ $ref: '#/components/schemas/Rule' })),
      },
      post: {
        summary: 'Lay a scenario over requests to come',
        requestBody: { required: true, content: json({ $ref: '#/components/schemas/Rule' }) },
        responses: { ...done, 400: refused },
      },
      delete: { summary: 'Take all rules back', responses: done },
    },
    '/advance': {
      post: {
        summary: 'Move the time forward',
        requestBody: {
          required: true,
          content: json({
            type: 'object',
            required: ['by'],
            properties: { by: { type: ['string', 'number'], examples: ['5m', '90s', 300_000] } },
          }),
        },
        responses: { ...done, 400: refused },
      },
    },
    '/journal': {
      get: {
        summary: 'The latest requests, oldest first',
        responses: ok('The entries.', list({ type: 'object' })),
      },
    },
    '/events': {
      get: {
        summary: 'Each journal entry as it comes',
        responses: {
          200: { description: 'Server-sent events.', content: { 'text/event-stream': {} } },
        },
      },
    },
    '/reset': { post: { summary: 'Forget tasks, rules and journal', responses: done } },
  },
  components: {
    schemas: {
      Problem: {
        type: 'object',
        required: ['message'],
        properties: { message: { type: 'string' } },
      },
      Scenario: {
        type: 'object',
        required: ['name', 'means'],
        properties: { name: { enum: Object.keys(scenarios) }, means: { type: 'string' } },
      },
      Rule: {
        type: 'object',
        required: ['scenario'],
        properties: {
          scenario: { enum: Object.keys(scenarios) },
          on: { enum: ['create', 'read', 'list', 'any'] },
          provider: { type: 'string' },
          operation: { type: 'string' },
          times: { type: 'integer', minimum: 1 },
          running: { type: 'integer', minimum: 1 },
        },
      },
      Task: {
        type: 'object',
        required: ['id', 'provider', 'operation', 'status', 'scenario', 'createdAt', 'states'],
        properties: {
          id: { type: 'string' },
          externalId: { type: 'string' },
          provider: { type: 'string' },
          operation: { type: 'string' },
          status: { type: 'string' },
          scenario: { type: 'string' },
          createdAt: { type: 'integer' },
          age: { type: 'integer' },
          hasResult: { type: 'boolean' },
          isExpired: { type: 'boolean' },
          reason: { type: 'string' },
          states: list({
            type: 'object',
            properties: { status: { type: 'string' }, since: { type: 'integer' } },
          }),
          input: { type: 'object' },
        },
      },
    },
  },
};
