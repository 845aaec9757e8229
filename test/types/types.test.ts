import { expect, it } from 'vitest';
import * as offers from '../../generated/offers.ts';
import { offerOf, providerNames, providersOf } from '../../src/documents/documents.ts';
import { calls, resources, tasks } from '../support/offered.ts';
import { checkTypeTests, marked, program } from './compiler.ts';

const client = (provider: string) => `
  import { createKling, ${provider} } from '../../src/index.ts';
  const kling = createKling(${provider}, { apiKey: 'k' });`;

/** Names that a person can read, in place of what they stand for. */
const named = {
  task: /^(Listed)?Operation<\w+Input, \w+Task, Finished<\w+TaskResult, "\w+">/,
  kept: /^Resource<\w+Input, \w+Task, Finished<\w+TaskResult, "\w+">/,
  call: /^Call<(\w+Input|\{[^}]*\}), \w+/,
  /** Where each model has an input of its own, or the outputs of all operations are of one type. */
  output:
    /^ListedOperation<(InputByModel<paths, \{[^}]*\}>|\w+Input), \w*Task, \{\s+\w+: \w+\[\];\s+\}/,
};

const operations = providerNames.map((provider) => {
  const kinds = [
    ...tasks.map(
      ([from, name]) =>
        [[from, name], offerOf(from, name)?.output ? named.output : named.task] as const,
    ),
    ...resources.map((each) => [each, named.kept] as const),
    ...calls.map((each) => [each, named.call] as const),
  ];
  const own = kinds.filter(([[name]]) => name === provider);
  // What is kept is made by a task, too: the later line counts.
  const expected = new Map(own.map(([[, name], pattern]) => [name, pattern]));
  const uses = [...expected.keys()].map((name) => ` kling.|${name};`);
  return { provider, expected, show: marked(client(provider) + uses.join('')) };
});

it.each(operations)(
  'an editor shows what each operation of $provider does, and its types by names that a person can read',
  ({ expected, show }) => {
    const shown = show();
    [...expected].forEach(([name, pattern], index) => {
      const [, type = ''] = shown[index]?.type.split(`(property) ${name}: `) ?? [];
      expect(type, name).toMatch(pattern);
      expect(shown[index]?.comment, name).toMatch(/^[A-Z].{10,}\.$/);
    });
  },
);

const inputs = providersOf('textToAudio').map((provider) => {
  const fields = ['prompt', 'external_task_id', 'callback_url'];
  const input = fields.map((field) => `|${field}: 'a'`).join(', ');
  const show = marked(`${client(provider)} kling.textToAudio.run({ ${input} });`);
  return { provider, fields, show };
});

it.each(inputs)(
  'an editor shows the description of each field of an input of $provider',
  ({ fields, show }) => {
    const shown = show();
    fields.forEach((field, index) => {
      expect(shown[index]?.type).toContain(`(property) ${field}`);
      expect(shown[index]?.comment, field).toMatch(/^[A-Z].{10,}/);
    });
  },
);

const secondNames = Object.keys(offers.klingai2);
const showSecond = marked(
  client('klingai2') +
    secondNames
      .map((name) => ` kling.|${name}; kling.${name}.|list; kling.${name}.|listAll;`)
      .join(''),
);

it('an editor shows what the operations of the second generation do, and what their lists are', () => {
  const shown = showSecond();
  secondNames.forEach((name, index) => {
    const [operation, list, listAll] = shown.slice(3 * index);
    const [, type = ''] = operation?.type.split(`(property) ${name}: `) ?? [];
    expect(type).toMatch(/^ListedOperation<.*, (Solution|TryOn)?Task, \{/s);
    expect(operation?.comment, name).toMatch(/^[A-Z].{10,}\.$/);
    expect(list?.comment).toContain('at `klingai2` of all its operations');
    expect(listAll?.comment).toContain('The tasks of all pages');
  });
});

const showInput = marked(`${client('klingai2')} kling.textToVideo.run(
  { model: 'kling-2.6', |prompt: 'a', |settings: { |audio: 'off' }, |options: { |external_task_id: 'a' } });`);

it('an editor shows the description of each field of an input of the second generation', () => {
  const shown = showInput();
  expect(shown).toHaveLength(5);
  for (const { comment } of shown) expect(comment).toMatch(/^[A-Z].{10,}/);
});

const snippets: Record<string, [code: string, message: RegExp]> = {
  'no lists at CometAPI': [
    `${client('cometapi')} kling.textToAudio.list();`,
    /^Property 'list' does not exist on type 'Operation</,
  ],
  'no prompt': [
    `${client('cometapi')} kling.textToAudio.create({ duration: 5 });`,
    /Property 'prompt' is missing in type '{ duration: number; }'/,
  ],
  'a misspelt field': [
    `${client('deerapi')} kling.textToAudio.create({ prompt: 'a', duration: 5, promt: 'b' });`,
    /'promt' does not exist in type 'TextToAudioInput'/,
  ],
  'a model that is none': [
    `${client('klingai')} kling.textToVideo.create({ prompt: 'a', model_name: 'kling-v9' });`,
    /^Type '"kling-v9"' is not assignable to type '"kling-v1" \| "kling-v1-6" \|/,
  ],
  'a pair of keys for CometAPI': [
    `import { createKling, cometapi } from '../../src/index.ts';
     createKling(cometapi, { accessKey: 'a', secretKey: 's' });`,
    /'accessKey' does not exist in type 'ApiKey'/,
  ],
};

const wrong = Object.entries(snippets).map(([name, [code, message]]) => ({
  name,
  message,
  complaints: program(code),
}));

it.each(wrong)('the compiler names what is wrong: $name', ({ message, complaints }) => {
  expect(complaints()).toEqual([expect.stringMatching(message)]);
});

// Not by vitest's own type checking, which greets every newcomer with a warning; `npm run types` has the same files, and
// the sources, checked by TypeScript 7.
it('the type tests compile under TypeScript 5.9, and what must not compile does not', () => {
  const found = checkTypeTests();
  expect(Object.keys(found).length).toBeGreaterThan(3);
  expect(Object.entries(found).filter(([, complaints]) => complaints.length > 0)).toEqual([]);
});
