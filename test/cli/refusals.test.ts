import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { accepted, looksLike, taskId } from '../support/kling.ts';
import { withoutWaits } from '../support/waits.ts';
import { canary, fakeProvider, inFolder } from './support.ts';

const { kling, env, folder, files } = inFolder();
const rain = ['text-to-audio', '--prompt', 'rain', '--duration', '5'];
const clip = ['video-to-audio', '--video-id', '1'];

/** A port that nothing listens on. */
const nowhere = ['--base-url', 'http://127.0.0.1:2'];

describe('a wrong command line gives one line and exit code 2, and leaves nothing on disk', () => {
  const rows: Record<string, [argv: string[], line: RegExp]> = {
    'a prompt of 201 characters, which is not repeated': [
      ['text-to-audio', '--duration', '5', '--prompt', 'x'.repeat(201)],
      /^--prompt must be text, at most 200 characters; this has 201$/,
    ],
    'a prompt that is empty, as from a variable that is not set': [
      ['text-to-audio', '--duration', '5', '--prompt', ''],
      /^--prompt is empty$/,
    ],
    'a duration below the minimum': [
      ['text-to-audio', '--prompt', 'rain', '--duration', '2.9'],
      /^--duration must be from 3 to 10 in steps of 0\.1, not 2\.9$/,
    ],
    'a duration between two steps': [
      ['text-to-audio', '--prompt', 'rain', '--duration', '5.55'],
      /^--duration must be from 3 to 10 in steps of 0\.1, not 5\.55$/,
    ],
    'a duration that is not a number': [
      ['text-to-audio', '--prompt', 'rain', '--duration', '5s'],
      /^--duration must be .*, not 5s$/,
    ],
    'a number in scientific notation': [
      ['text-to-audio', '--prompt', 'rain', '--duration', '5e0'],
      /^--duration must be .*, not 5e0$/,
    ],
    'no required field': [['text-to-audio'], /^--prompt is required; --duration is required$/],
    'both of two fields that exclude each other': [
      [...clip, '--video-url', 'https://example.com/a.mp4'],
      /^video-to-audio needs exactly one of --video-id, --video-url$/,
    ],
    'both of them, at a gateway': [
      [...clip, '--video-url', 'https://example.com/a.mp4', '--provider', 'cometapi'],
      /^video-to-audio needs exactly one of --video-id, --video-url$/,
    ],
    'none of them': [
      ['video-to-audio'],
      /^video-to-audio needs exactly one of --video-id, --video-url$/,
    ],
    'a word that is not in a list': [
      ['text-to-video', '--prompt', 'boat', '--mode', 'best'],
      /^--mode must be one of std, pro, 4k, not best$/,
    ],
    'a field in JSON that is not JSON': [
      ['text-to-video', '--prompt', 'boat', '--camera-control', '{type}'],
      /^--camera-control must be an object in JSON$/,
    ],
    'a rule that is broken deep in a JSON': [
      [
        'text-to-video',
        '--prompt',
        'boat',
        '--camera-control',
        '{"type":"simple","config":{"zoom":20}}',
      ],
      /^--camera-control \(config\.zoom\) must be a number, from -10 to 10, not 20$/,
    ],
    'an unknown provider': [
      [...rain, '--provider', 'kling'],
      /^--provider must be one of klingai, klingai2, cometapi, deerapi, not kling$/,
    ],
    'an unknown flag': [
      [...rain, '--promt', 'x'],
      /^unknown flag --promt; did you mean --prompt\?$/,
    ],
    'a field that another provider has': [
      ['text-to-video', '--prompt', 'boat', '--multi-shot', '--provider', 'deerapi'],
      /^deerapi has no --multi-shot; klingai has$/,
    ],
    'a field that the operation has at another provider': [
      [...clip, '--bgm-prompt', 'x', '--provider', 'cometapi'],
      /^cometapi has no --bgm-prompt; klingai has$/,
    ],
    'a field that another operation has': [
      ['text-to-audio', '--mode', 'pro'],
      /^text-to-audio has no --mode; text-to-video, [a-z-]+, [a-z-]+ and \d+ more have$/,
    ],
    'a field that another operation has at another provider': [
      ['text-to-video', '--bgm-prompt', 'x', '--provider', 'cometapi'],
      /^text-to-video has no --bgm-prompt; video-to-audio at klingai has$/,
    ],
    'a short flag, which resembles everything': [
      [...rain, '-p', 'x'],
      /^unknown flag -p; --help lists the flags$/,
    ],
    'a flag with one dash': [
      ['text-to-audio', '-prompt', 'x'],
      /^unknown flag -prompt; did you mean --prompt\?$/,
    ],
    'a flag that is cut short': [
      ['text-to-video', '--negative', 'x'],
      /^unknown flag --negative; did you mean --negative-prompt\?$/,
    ],
    'a flag that goes on': [
      [...rain, '--output', 'x'],
      /^unknown flag --output; did you mean --out\?$/,
    ],
    'a flag that resembles none really': [
      ['wait', '1', '--prompt', 'x'],
      /^unknown flag --prompt; --help lists the flags$/,
    ],
    'a flag of no characters that a terminal shows': [
      [...rain, '--\u001b[2J\u009b'],
      /^unknown flag -- \[2J ; --help lists the flags$/,
    ],
    'a key as a flag, which is not repeated': [
      [...rain, `--api-key=${canary}`],
      /^unknown flag --api-key; keys come from the environment only/,
    ],
    'a flag without its value': [
      ['text-to-audio', '--prompt', '--duration', '5'],
      /^--prompt needs a value/,
    ],
    'a bare flag with a value': [[...clip, '--asmr-mode=yes'], /^--asmr-mode takes no value$/],
    'a prompt without quotes, which is not repeated': [
      ['text-to-audio', '--prompt', 'secret', 'wish', '--duration', '5'],
      /^text-to-audio takes only flags; put text with spaces in quotes$/,
    ],
    'a command that resembles none': [['vacuum'], /^unknown command; --help lists the commands$/],
    'a flag of another command': [
      ['mock', '--spend', '1'],
      /^unknown flag --spend; did you mean --speed\?$/,
    ],
    'a shell that has no completions here': [
      ['completion', 'tcsh'],
      /^completion takes one of bash, zsh, fish$/,
    ],
    'an unknown command': [['text2audio'], /^unknown command; did you mean text-to-audio\?$/],
    'a format that the operation does not give': [
      [...rain, '--out', 'rain.mp4'],
      /^--out must end in \.mp3 or \.wav for text-to-audio, or be a folder$/,
    ],
    'a file that is empty, as from a variable that is not set': [
      [...rain, '--out', ''],
      /^--out is empty$/,
    ],
    'stdout for a file and for JSON': [
      [...rain, '--out', '-', '--json'],
      /^--out - and --json both write to stdout; leave one of them out$/,
    ],
    'a file of a task that is not waited for': [
      [...rain, '--out', 'rain.mp3', '--no-wait'],
      /^--no-wait has no result for --out; leave one of them out$/,
    ],
    'an external id that no address can hold': [
      [...rain, '--external-task-id', '..'],
      /^not a task id: "\.\."$/,
    ],
    'an address that would show the key, by no flag that is not there': [
      [...rain, '--base-url', 'http://192.0.2.1'],
      /^http:\/\/192\.0\.2\.1 would show the key to others: use https$/,
    ],
    'a file that is both asked for and declined': [
      [...rain, '--out', 'rain.mp3', '--no-save'],
      /^--out and --no-save exclude each other; leave one of them out$/,
    ],
    'an address with a password, which is not repeated': [
      [...rain, '--base-url', `http://me:${canary}@127.0.0.1`],
      /^--base-url must be an address .*without a password$/,
    ],
    'a wait for nothing': [['wait'], /^wait needs one ID$/],
    'a wait for two things': [['wait', '1', '2'], /^wait needs one ID$/],
    'a wait for another route': [['wait', '..'], /^not a task id/],
    'JSON that is not a handle': [['wait', '{"id":"1"}'], /^ID is not a handle of a task; copy /],
    'half a handle': [['wait', '{"v":1,'], /^ID is not a handle of a task; copy /],
    'the page before the first': [
      ['list', '--page-num', '0'],
      /^--page-num must be a whole number, from 1 to 1,000, not 0$/,
    ],
    'a list that the provider does not offer': [
      ['list', '--provider', 'cometapi'],
      /^cometapi cannot list tasks$/,
    ],
    'a speed of zero': [['mock', '--speed', '0'], /^--speed must be a number above 0, or instant/],
    'an address for the demo, which has its own': [
      ['demo', ...nowhere],
      /^--base-url needs --live/,
    ],
  };

  it.each(Object.entries(rows))('%s', async (_, [argv, line]) => {
    // Were anything sent, it would be refused with exit code 3.
    const { code, out, errLines } = await kling(argv, {
      env: { ...env, KLING_BASE_URL: nowhere[1], COMETAPI_BASE_URL: nowhere[1] },
    });
    expect(errLines).toHaveLength(1);
    expect(errLines[0]?.replace(/^kling-fetch: /, '')).toMatch(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(await files()).toEqual([]);
  });

  it.each([
    [
      'klingai',
      /^kling-fetch: klingai needs KLING_API_KEY, or KLING_ACCESS_KEY with KLING_SECRET_KEY/,
    ],
    ['cometapi', /^kling-fetch: cometapi needs COMETAPI_KEY in the environment$/],
    ['deerapi', /^kling-fetch: deerapi needs DEERAPI_KEY in the environment$/],
  ])('a missing key of %s', async (provider, line) => {
    const half = { KLING_ACCESS_KEY: canary, COMETAPI_KEY: '' };
    const { code, out, errLines } = await kling([...rain, '--provider', provider], { env: half });
    expect({ code, out, errLines }).toEqual({
      code: 2,
      out: '',
      errLines: [expect.stringMatching(line)],
    });
    expect(await files()).toEqual([]);
  });

  it('a key that cannot be one', async () => {
    const { code, errLines } = await kling(rain, { env: { KLING_API_KEY: `${canary}\n` } });
    expect({ code, errLines: errLines.length }).toEqual({ code: 2, errLines: 1 });
    expect(errLines[0]).toContain('KLING_API_KEY is not a key');
  });

  it.each<[string, () => string, RegExp]>([
    ['below a file', () => 'a-file/rain.mp3', /its folder is a file; choose another folder$/],
    ['in no folder', () => 'no/rain.mp3', /there is no such folder; make it first$/],
    ['in a folder that is not there', () => 'no/', /there is no such folder; make it first$/],
    ['on a disk that takes nothing', () => '/proc/rain.mp3', /proc\/rain\.mp3 cannot be saved/],
  ])('a file %s, noticed before a task is created', async (_, out, line) => {
    await writeFile(join(folder(), 'a-file'), '');
    const { code, errLines } = await kling([...rain, '--out', out(), ...nowhere]);
    expect({ code, errLines }).toEqual({ code: 2, errLines: [expect.stringMatching(line)] });
    expect(await files()).toEqual(['a-file']);
  });
});

describe('a provider that refuses or cannot be reached gives one line and exit code 3', () => {
  const provider = fakeProvider(({ at, headers }) => {
    if (at.includes('/echo/'))
      return [401, { code: 1000, message: `no: ${headers.authorization}` }];
    if (at.includes('/reset/')) return 'reset';
    if (at.includes('/multi/')) return [400, { code: 1201, message: 'first\n\tsecond \u001b[31m' }];
    if (at.startsWith('POST')) return accepted();
    return [404, { code: 1203, message: 'no such task', request_id: 'r-1' }];
  });
  const reach = (path = '') => ['--base-url', `${provider.url()}${path}`];

  it('when nobody listens at the address', async () => {
    const { code, out, errLines } = await kling([...rain, ...nowhere]);
    expect({ code, out, errLines }).toEqual({
      code: 3,
      out: '',
      errLines: [
        'kling-fetch: klingai: no answer from 127.0.0.1:2: ECONNREFUSED; check the address and the network',
      ],
    });
    expect(await files()).toEqual([]);
  });

  it('without the key, even when the provider repeats it', async () => {
    const { code, out, errLines } = await kling([...rain, '--json', ...reach('/echo')]);
    expect({ code, errLines }).toEqual({
      code: 3,
      errLines: [
        expect.stringMatching(
          /^kling-fetch: klingai: no: Bearer \[key\] \(code 1000\); check KLING_API_KEY, or/,
        ),
      ],
    });
    expect(JSON.parse(out).error).toMatchObject({ name: 'ApiError', code: 1000 });
  });

  it('whatever its message is made of', async () => {
    const { code, errLines } = await kling([...rain, ...reach('/multi')]);
    expect({ code, errLines }).toEqual({
      code: 3,
      errLines: ['kling-fetch: klingai: first second [31m (code 1201)'],
    });
  });

  it('with the external id, when it is unknown whether the task exists', async () => {
    // The others are asked for the task until the time of a create is up.
    const own = ['--external-task-id', 'rain-1', '--provider', 'deerapi'];
    const { code, errLines } = await kling([...rain, ...own, ...reach('/reset')]);
    expect(code).toBe(3);
    expect(errLines).toHaveLength(1);
    expect(errLines[0]).toMatch(/the task may exist.*search deerapi for the external id rain-1$/);
    expect(await files()).toEqual([]);
    expect(provider.seen.filter((at) => at.startsWith('POST'))).toHaveLength(1);
  });

  it('and may have charged for what is answered at once, when the answer is lost', async () => {
    const speech = ['text-to-speech', '--text', 'x', '--voice-id', 'v', '--voice-language', 'en'];
    const { code, errLines } = await kling([...speech, ...reach('/reset')]);
    expect({ code, errLines }).toEqual({
      code: 3,
      errLines: [
        expect.stringMatching(/; it may have arrived and been charged; check the address/),
      ],
    });
    expect(provider.seen).toHaveLength(1);
    const { errLines: never } = await kling([...speech, ...nowhere]);
    expect(never).toEqual([expect.not.stringContaining('charged')]);
  });

  it('at once when the id of a wait is wrong, saying where it was searched for', async () => {
    const { code, errLines } = await kling(['wait', taskId, ...reach()]);
    expect({ code, errLines }).toEqual({
      code: 3,
      errLines: [
        `kling-fetch: klingai task ${taskId}: no such task (code 1203, request r-1); ` +
          'asked with --provider klingai --operation text-to-audio',
      ],
    });
    expect(provider.seen).toHaveLength(1);
  });

  it('when the server is not a provider', async () => {
    const { code, errLines } = await kling(['get', taskId, ...reach('/page')]);
    expect({ code, lines: errLines.length }).toEqual({ code: 3, lines: 1 });
  });
});

describe('a task that does not end well', () => {
  withoutWaits();
  let fails: Mock;
  let stuck: Mock;
  beforeAll(async () => {
    [fails, stuck] = await Promise.all([
      startMock({ scenario: 'fails', speed: 'instant' }),
      startMock({ scenario: 'stuck', speed: 'instant' }),
    ]);
  });
  afterAll(() => Promise.all([fails.close(), stuck.close()]));
  const errors = (errLines: string[]) =>
    errLines.filter((line) => line.startsWith('kling-fetch: '));

  it('because it failed, gives the reason in one line and exit code 1', async () => {
    const { code, out, errLines } = await kling([...rain, '--base-url', `${fails.url}/klingai`]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors(errLines)).toEqual(['kling-fetch: the task failed: Image pixel is invalid']);
    expect(errLines).toEqual([
      expect.stringMatching(/^task \d+ at klingai$/),
      'submitted',
      'failed',
      errors(errLines)[0],
    ]);
    expect(await files()).toEqual([]);
  });

  it('because time ran out, gives the command to resume and exit code 4', async () => {
    const baseUrl = `${stuck.url}/deerapi`;
    const { code, out, errLines } = await kling([
      ...[...rain, '--provider', 'deerapi', '--timeout', '2'],
      ...['--base-url', baseUrl, '--out', 'my rain.mp3', '--json'],
    ]);
    const { task, error } = JSON.parse(out);
    expect({ code, errors: errors(errLines) }).toEqual({
      code: 4,
      errors: [
        `kling-fetch: the task is still running; resume with: npx kling-fetch-cli wait ${task.id} ` +
          `--provider deerapi --operation text-to-audio --base-url ${baseUrl} --out 'my rain.mp3' --json`,
      ],
    });
    expect(error).toMatchObject({ name: 'TaskTimeoutError', task });
    expect(await files()).toEqual([]);
  });

  it('because of Ctrl-C, does the same', async () => {
    const stop = new AbortController();
    const stderr = {
      text: '',
      write(text: string) {
        this.text += text;
        if (text.startsWith('task')) stop.abort();
      },
    };
    const { code } = await kling([...rain, '--base-url', `${stuck.url}/klingai`], {
      stderr,
      signal: stop.signal,
    });
    expect(code).toBe(4);
    expect(stderr.text).toMatch(
      /\nkling-fetch: interrupted while .*; resume with: npx kling-fetch-cli wait \d+ --provider/,
    );
  });
});

describe('a result that cannot be saved, although the task is done and paid', () => {
  withoutWaits();
  let elsewhere = '';
  const provider = fakeProvider(({ at }) => {
    const audio = (name: string) => ({ id: '1', url_mp3: `${provider.url()}/${name}.mp3` });
    if (at.startsWith('POST')) return accepted();
    if (at.includes('expired.mp3')) return [403, {}];
    if (at.endsWith('.mp3')) return Buffer.alloc(10);
    if (at.includes('/elsewhere/')) {
      return looksLike('succeed', { task_result: { audios: [{ id: '1', url_mp3: elsewhere }] } });
    }
    const name = at.includes('/expired/') ? 'expired' : 'sound';
    return looksLike('succeed', { task_result: { audios: [audio(name)] } });
  });

  it('because its address has expired, gives the command that fetches it again', async () => {
    const { code, out, errLines } = await kling([
      ...[...rain, '--out', 'rain.mp3', '--base-url', `${provider.url()}/expired`],
    ]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(errLines.at(-1)).toMatch(
      /cannot be saved: HTTP 403 .*The task is done; fetch its result with: npx kling-fetch-cli wait 8612/,
    );
    expect(await files()).toEqual([]);
  });

  it.each([
    ['the address is in a private network', 'http://10.0.0.1/sound.mp3', []],
    ['the same for stdout', 'http://10.0.0.1/sound.mp3', ['--out', '-']],
  ])('because %s, by no option that is not a flag', async (_, address, more) => {
    elsewhere = address;
    const argv = ['wait', taskId, ...more, '--base-url', `${provider.url()}/elsewhere`];
    const { code, errLines } = await kling(argv);
    expect(code).toBe(3);
    expect(errLines.at(-1)).toMatch(/private network; get its address with --no-save\. The task/);
  });

  it('because it has no such format', async () => {
    const reach = ['--base-url', provider.url()];
    const { code, errLines } = await kling(['wait', taskId, '--out', 'rain.wav', ...reach]);
    expect({ code, line: errLines.at(-1) }).toEqual({
      code: 2,
      line: 'kling-fetch: the result has no wav, only mp3; wait for it again with an --out that ends in .mp3',
    });
    expect(await files()).toEqual([]);
  });
});
