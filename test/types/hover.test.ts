import ts from 'typescript';
import { expect, it } from 'vitest';
import * as offers from '../../generated/offers.ts';
import { offerOf, providerNames, providersOf } from '../../src/documents/documents.ts';
import { calls, resources, tasks } from '../support/offered.ts';

const file = `${import.meta.dirname}/hovered.ts`.replaceAll('\\', '/');

/** What an editor shows at each mark `|` of each text: the type, and the documentation. */
function hover(texts: string[]) {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    types: [],
  };
  let text = '';
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : '0'),
    getScriptSnapshot(name) {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => import.meta.dirname,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
  });
  return texts.flatMap((marked) => {
    const parts = marked.split('|');
    text = parts.join('');
    version += 1;
    const read = (shown: ts.SymbolDisplayPart[] = []) => ts.displayPartsToString(shown);
    // Everything before a mark is what stands before its place.
    return parts.slice(1).map((_, index) => {
      const at = parts.slice(0, index + 1).join('').length;
      const info = service.getQuickInfoAtPosition(file, at);
      return { type: read(info?.displayParts), comment: read(info?.documentation) };
    });
  });
}

const client = (provider: string) => `import { createKling, ${provider} } from '../../src/index.ts';
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

it.each(providerNames)(
  'an editor shows what each operation of %s does, and its types by names that a person can read',
  (provider) => {
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
    const shown = hover([
      client(provider) + [...expected.keys()].map((name) => ` kling.|${name};`).join(''),
    ]);
    [...expected].forEach(([name, pattern], index) => {
      const [, type = ''] = shown[index]?.type.split(`(property) ${name}: `) ?? [];
      expect(type, name).toMatch(pattern);
      expect(shown[index]?.comment, name).toMatch(/^[A-Z].{10,}\.$/);
    });
  },
  120_000,
);

it('an editor shows the description of each field of an input', { timeout: 120_000 }, () => {
  const fields = ['prompt', 'external_task_id', 'callback_url'].flatMap((field) =>
    providersOf('textToAudio').map((provider) => ({ field, provider })),
  );
  const shown = hover(
    fields.map(
      ({ field, provider }) => `${client(provider)} kling.textToAudio.run({ |${field}: 'a' });`,
    ),
  );
  fields.forEach(({ field, provider }, index) => {
    expect(shown[index]?.type, provider).toContain(`(property) ${field}`);
    expect(shown[index]?.comment, `${provider} ${field}`).toMatch(/^[A-Z].{10,}/);
  });
});

it('an editor shows what the operations of the second generation do, and what their lists are', {
  timeout: 120_000,
}, () => {
  const names = Object.keys(offers.klingai2);
  const marked = names.map(
    (name) => ` kling.|${name}; kling.${name}.|list; kling.${name}.|listAll;`,
  );
  const shown = hover([client('klingai2') + marked.join('')]);
  names.forEach((name, index) => {
    const [operation, list, listAll] = shown.slice(3 * index);
    const [, type = ''] = operation?.type.split(`(property) ${name}: `) ?? [];
    expect(type).toMatch(/^ListedOperation<.*, (Solution|TryOn)?Task, \{/s);
    expect(operation?.comment, name).toMatch(/^[A-Z].{10,}\.$/);
    expect(list?.comment).toContain('at `klingai2` of all its operations');
    expect(listAll?.comment).toContain('The tasks of all pages');
  });
});

it('an editor shows the description of each field of an input of the second generation', {
  timeout: 120_000,
}, () => {
  const input =
    "{ model: 'kling-2.6', |prompt: 'a', |settings: { |audio: 'off' }, |options: { |external_task_id: 'a' } }";
  const shown = hover([`${client('klingai2')} kling.textToVideo.run(${input});`]);
  expect(shown).toHaveLength(5);
  for (const { comment } of shown) expect(comment).toMatch(/^[A-Z].{10,}/);
});
