/** Milliseconds until an editor knows how to go on after `kling.`, and within the input of a create. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { median } from './names.mjs';

const ts = createRequire(new URL('../package.json', import.meta.url))('typescript');
const file = fileURLToPath(new URL('completion.ts', import.meta.url));
const before = `import { cometapi, createKling } from '../dist/index.js';
const kling = createKling(cometapi, { apiKey: 'key' });
`;
const programs = [
  ['kling.', 'textToVideo'],
  ['kling.textToVideo.create({ prompt: "rain", ', 'model_name'],
];

/** The median of what ten keystrokes take, each of them a change of the file, after the first one. */
export function completionMilliseconds() {
  let text = before;
  let version = 0;
  const options = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : '1'),
    getScriptSnapshot(name) {
      if (name === file) return ts.ScriptSnapshot.fromString(text);
      return ts.sys.fileExists(name)
        ? ts.ScriptSnapshot.fromString(readFileSync(name, 'utf8'))
        : undefined;
    },
    getCurrentDirectory: () => fileURLToPath(new URL('.', import.meta.url)),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
  const took = [];
  for (let key = 0; key <= 10; key++) {
    for (const [program, wanted] of programs) {
      text = `${before}${'\n'.repeat(key)}${program}`;
      version += 1;
      const began = performance.now();
      const found = service.getCompletionsAtPosition(file, text.length, {});
      if (!found?.entries.some(({ name }) => name === wanted)) {
        throw new Error(`the editor does not find ${wanted} after ${program}`);
      }
      if (key > 0) took.push(performance.now() - began);
    }
  }
  return median(took);
}
