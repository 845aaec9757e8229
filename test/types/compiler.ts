import ts from 'typescript';

const folder = import.meta.dirname.replaceAll('\\', '/');

/** What an editor shows at a place. */
interface Shown {
  type: string;
  comment: string;
}

/** Programs that lie beside this file only in memory, by path. */
const programs = new Map<string, string>();
let service: ts.LanguageService | undefined;

/** Adds a program, and gives its path. All come before the first question, as each change would have everything checked anew. */
function add(text: string): string {
  if (service) throw new Error('the compiler has begun');
  const path = `${folder}/program-${programs.size}.ts`;
  programs.set(path, text);
  return path;
}

/** The one compiler, TypeScript 5.9, that has read the sources, the type tests and all programs. */
function compiler(): ts.LanguageService {
  service ??= start();
  return service;
}

/** The type tests, and the options that they are compiled with. */
function readConfig(): ts.ParsedCommandLine {
  const path = `${folder}/tsconfig.json`;
  const found = ts.getParsedCommandLineOfConfigFile(
    path,
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic({ messageText }) {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  if (!found) throw new Error(`there is no ${path}`);
  return found;
}

const { options, fileNames: typeTests } = readConfig();

function start(): ts.LanguageService {
  const read = (name: string) => programs.get(name) ?? ts.sys.readFile(name);
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...typeTests, ...programs.keys()],
    getScriptVersion: () => '0',
    getScriptSnapshot(name) {
      const content = read(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => programs.has(name) || ts.sys.fileExists(name),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
  });
}

/** The compiler's complaints about a file. */
const complaintsAbout = (path: string): string[] =>
  [...compiler().getSyntacticDiagnostics(path), ...compiler().getSemanticDiagnostics(path)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );

/** The type tests by path, with the compiler's complaints about each. */
export const checkTypeTests = (): Record<string, string[]> =>
  Object.fromEntries(typeTests.map((path) => [path, complaintsAbout(path)]));

/** Adds a program. What is returned gives the compiler's complaints about it. */
export function program(text: string): () => string[] {
  const path = add(text);
  return () => complaintsAbout(path);
}

/** Adds a program with marks `|`. What is returned gives what an editor shows at each: the type, and the documentation. */
export function marked(text: string): () => Shown[] {
  const parts = text.split('|');
  const path = add(parts.join(''));
  const read = (shown: ts.SymbolDisplayPart[] = []) => ts.displayPartsToString(shown);
  return () =>
    // Everything before a mark is what stands before its place.
    parts.slice(1).map((_, index) => {
      const at = parts.slice(0, index + 1).join('').length;
      const info = compiler().getQuickInfoAtPosition(path, at);
      return { type: read(info?.displayParts), comment: read(info?.documentation) };
    });
}
