import ts from 'typescript';
import { expect, it } from 'vitest';
import { operations } from '../../src/client/operations.ts';
import { providers } from '../../src/documents/documents.ts';

const file = `${import.meta.dirname}/hovered.ts`.replaceAll('\\', '/');

/** What an editor shows at the mark `|` of each text: the type, and the documentation. */
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
  return texts.map((marked) => {
    text = marked.replace('|', '');
    version += 1;
    const info = service.getQuickInfoAtPosition(file, marked.indexOf('|'));
    const read = (parts: ts.SymbolDisplayPart[] = []) => ts.displayPartsToString(parts);
    return { type: read(info?.displayParts), comment: read(info?.documentation) };
  });
}

const client = (provider: string) => `import { createKling, ${provider} } from '../../src/index.ts';
  const kling = createKling(${provider}, { apiKey: 'k' });`;

const title = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const cases = Object.keys(providers).flatMap((provider) =>
  Object.keys(operations).map((name) => ({ provider, name })),
);

it('an editor shows what each operation does, and its types by names that a person can read', {
  timeout: 120_000,
}, () => {
  const shown = hover(cases.map(({ provider, name }) => `${client(provider)} kling.|${name};`));
  cases.forEach(({ provider, name }, index) => {
    const types = `${title(name)}Input, ${title(name)}Task, Finished<${title(name)}TaskResult, `;
    expect(shown[index]?.type, provider).toMatch(
      new RegExp(`^\\(property\\) ${name}: (Listed)?Operation<${types}`),
    );
    expect(shown[index]?.comment, provider).toMatch(/^[A-Z].{10,}\.$/);
  });
});

it('an editor shows the description of each field of an input', { timeout: 120_000 }, () => {
  const fields = ['prompt', 'external_task_id', 'callback_url'].flatMap((field) =>
    Object.keys(providers).map((provider) => ({ field, provider })),
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
