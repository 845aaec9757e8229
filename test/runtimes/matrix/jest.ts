/** Jest, whose own loader of modules does not take ES modules unless it is told to. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Mock } from '../../../src/mock/index.ts';
import type { Measured } from '../findings.ts';
import { commandOf, here, made, run, versionOf } from '../packages.ts';
import { commandLine } from '../runtimes.ts';
import { expectCreates, measureGrid, type Row } from './rows.ts';

/** How a project has set Jest up. */
interface Setting {
  where: string;
  /** The ending of the test file, which says what kind of module it is. */
  ending: 'js' | 'mjs' | 'ts';
  isCommonJs?: boolean;
  config: object;
  /** Whether Node is told to load ES modules in Jest, too. */
  hasFlag?: boolean;
  /** The releases of Node that refuse it. */
  failsIn?: string[];
}

const nodes = ['Node 20', 'Node 26'];

const imports = '{ cometapi, createKling, deerapi, klingai, klingai2 }';
const test = `
const providers = { klingai, klingai2, cometapi, deerapi };
const input = { prompt: 'rain' };
test.each(Object.keys(providers))('%s', async (name) => {
  const options = { baseUrl: \`\${process.env.MOCK}/\${name}\` };
  const kling = createKling(providers[name], { apiKey: 'runtimes' }, options);
  const task = await (kling.textToAudio
    ? kling.textToAudio.create({ ...input, duration: 5 })
    : kling.textToVideo.create({ ...input, model: 'kling-2.5-turbo' }));
  const [file] = Object.values(await task.result()).flat();
  expect(file.url_mp3 ?? file.url).toContain('http');
}, 120_000);
`;

/** Lets ES modules of these packages be made CommonJS, too. */
const transformIgnorePatterns = ['/node_modules/(?!(\\.pnpm/)?kling-fetch)'];
const toCommonJs = here('./node_modules/@babel/plugin-transform-modules-commonjs');
const babel = ['babel-jest', { plugins: [toCommonJs], configFile: false, babelrc: false }];
const tsJest = (compilerOptions: object, options: object = {}) => [
  'ts-jest',
  { tsconfig: { target: 'es2022', isolatedModules: true, ...compilerOptions }, ...options },
];
const commonJs = { module: 'commonjs', moduleResolution: 'node10' };

const settings: Setting[] = [
  {
    where: '`require`, no settings',
    ending: 'js',
    isCommonJs: true,
    config: {},
    failsIn: nodes,
  },
  {
    where: 'ts-jest, no settings',
    ending: 'ts',
    config: { transform: { '\\.ts$': tsJest(commonJs) } },
    failsIn: nodes,
  },
  {
    where: '`require`, `--experimental-vm-modules`',
    ending: 'js',
    isCommonJs: true,
    config: {},
    hasFlag: true,
    failsIn: ['Node 20'],
  },
  {
    where: '`import` in an `.mjs` file, `--experimental-vm-modules`',
    ending: 'mjs',
    config: { transform: {} },
    hasFlag: true,
  },
  {
    where: 'ts-jest with `useESM`, `--experimental-vm-modules`',
    ending: 'ts',
    config: {
      extensionsToTreatAsEsm: ['.ts'],
      transform: {
        '\\.ts$': tsJest({ module: 'esnext', moduleResolution: 'bundler' }, { useESM: true }),
      },
    },
    hasFlag: true,
  },
  {
    where: 'babel-jest, `transformIgnorePatterns`',
    ending: 'js',
    config: { transformIgnorePatterns, transform: { '\\.js$': babel } },
  },
  {
    where: 'ts-jest with `allowJs`, `transformIgnorePatterns`',
    ending: 'ts',
    config: {
      transformIgnorePatterns,
      transform: { '\\.[jt]s$': tsJest({ ...commonJs, allowJs: true }) },
    },
  },
];

/** Runs the test in a project of its own. */
async function runJest(setting: Setting, node: string, mock: string): Promise<void> {
  const { ending, isCommonJs = false, config, hasFlag = false } = setting;
  const rootDir = `${made}/jest/${settings.indexOf(setting)}-${node.replace(' ', '-')}`;
  await mkdir(rootDir, { recursive: true });
  const load = isCommonJs
    ? `const ${imports} = require('kling-fetch');`
    : `import ${imports} from 'kling-fetch';`;
  await writeFile(`${rootDir}/package.json`, '{ "private": true }');
  await writeFile(`${rootDir}/sound.spec.${ending}`, load + test);
  const flags = hasFlag ? ['--experimental-vm-modules'] : [];
  const told = { rootDir, testEnvironment: 'node', watchman: false, ...config };
  const jest = [await commandOf('jest'), '--ci', '--runInBand', '--config', JSON.stringify(told)];
  await run([...commandLine(node), ...flags, ...jest], rootDir, { MOCK: mock });
}

/** A test that uses each provider, in every setting of Jest, in the oldest and the newest release of Node. */
export async function measureJest(mock: Mock): Promise<Measured> {
  const rows = settings.flatMap((setting) =>
    nodes.map(
      (node): Row => ({
        where: setting.where,
        what: node,
        needs: node,
        ...(setting.failsIn?.includes(node) && { fails: /Must use import to load ES Module/ }),
        try: () => expectCreates(mock, () => runJest(setting, node, mock.url)),
      }),
    ),
  );
  return measureGrid(`Jest ${await versionOf('jest')}`, rows);
}
