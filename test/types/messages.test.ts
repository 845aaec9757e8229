import ts from 'typescript';
import { expect, it } from 'vitest';

const client = (provider: string) => `
  import { createKling, ${provider} } from '../../src/index.ts';
  const kling = createKling(${provider}, { apiKey: 'k' });`;

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

/** The compiler's complaint about each snippet, compiled as if it lay beside this file. */
function complaints(): Record<string, string[]> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    types: [],
  };
  const path = (name: string) => `${import.meta.dirname}/${name}.ts`.replaceAll('\\', '/');
  const names = Object.keys(snippets);
  const texts = new Map(names.map((name) => [path(name), snippets[name]?.[0]]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, language, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile(file, language, ...rest)
      : ts.createSourceFile(file, text, language);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const complaintsIn = (name: string) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path(name)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  return Object.fromEntries(names.map((name) => [name, complaintsIn(name)]));
}

it('the compiler names what is wrong', () => {
  const found = complaints();
  for (const [name, [, message]] of Object.entries(snippets)) {
    expect(found[name], name).toEqual([expect.stringMatching(message)]);
  }
});
