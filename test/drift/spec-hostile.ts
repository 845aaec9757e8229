/** Pages that were written to take a reader's time or memory, by name; each is as large as a page may be. */

const size = 5_000_000;

/** A piece of text, again and again up to a size. */
const fill = (piece: string, length = size) => piece.repeat(Math.floor(length / piece.length));

/** As many pieces as fit, each made from its number. */
function count(make: (index: number) => string, length = size): string {
  const pieces: string[] = [];
  for (let taken = 0; taken < length; taken += pieces.at(-1)?.length ?? 1) {
    pieces.push(make(pieces.length));
  }
  return pieces.join('');
}

const head = "openapi: '3.1.0'\n";
const route = '/kling/v1/audio/text-to-audio';
const servers = [{ url: 'https://api.cometapi.com' }];
const json = (rest: object) => JSON.stringify({ openapi: '3.1.0', servers, paths: {}, ...rest });

/** A document with one operation that is vendored. */
const operation = (schema: unknown, more: object = {}) =>
  json({
    paths: {
      [route]: {
        post: {
          requestBody: { content: { 'application/json': { schema } } },
          responses: { 200: { content: { 'application/json': { schema } } } },
        },
      },
    },
    ...more,
  });

const fields = (amount: number, schema: (index: number) => unknown) =>
  Object.fromEntries(Array.from({ length: amount }, (_, index) => [`f${index}`, schema(index)]));

const times = <T>(amount: number, make: (index: number) => T) =>
  Array.from({ length: amount }, (_, index) => make(index));

const nest = (depth: number, wrap: (inner: unknown) => unknown, inner: unknown = {}): unknown => {
  let value = inner;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};

const reference = `POST${route}\nhttps://api.cometapi.com\nRequest Body\n`;

const yamlPages: Record<string, () => string> = {
  'yaml-open-lists': () => `${head}paths: ${fill('[')}`,
  'yaml-open-maps': () => `${head}paths: ${fill('{')}`,
  'yaml-open-maps-keys': () => `${head}paths: ${fill('{a: ')}`,
  'yaml-closed-lists': () => `${head}paths: ${'['.repeat(size / 2)}${']'.repeat(size / 2)}`,
  'yaml-dashes': () => `${head}paths:\n ${fill('- ')}`,
  'yaml-questions': () => `${head}paths:\n ${fill('? ')}`,
  'yaml-colons': () => `${head}paths:\n${fill(': ')}`,
  'yaml-indent': () => head + count((index) => `${' '.repeat(index)}a:\n`),
  'yaml-keys': () => `${head}paths:\n${count((index) => ` k${index}: 1\n`)}`,
  'yaml-keys-top': () => head + count((index) => `k${index}: 1\n`),
  'yaml-keys-flow': () => `${head}paths: {${count((index) => `k${index},`)}}\n`,
  'yaml-keys-one-megabyte': () =>
    `${head}paths:\n${count((index) => ` k${index}: 1\n`, 1_600_000)}`,
  'yaml-same-keys': () => `${head}paths:\n${fill(' a: 1\n')}`,
  'yaml-empty-items': () => `${head}paths:\n${fill(' -\n')}`,
  'yaml-commas': () => `${head}paths: [${fill('a,')}]\n`,
  'yaml-no-values': () => `${head}paths: [${fill(',')}]\n`,
  'yaml-bomb': () =>
    `${head}a: &a [x,x,x,x,x,x,x,x,x]\n${times(20, (index) => {
      const [name, before] = [index + 1, index].map((each) => String.fromCharCode(97 + each));
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]\n`;
    }).join('')}paths: {}\n`,
  'yaml-anchors': () => `${head}paths:\n${count((index) => ` - &a${index} x\n`)}`,
  'yaml-aliases': () => `${head}a: &a x\npaths:\n${fill(' - *a\n')}`,
  'yaml-anchors-and-aliases': () =>
    `${head}paths:\n${count((index) => ` - &a${index} x\n - *a${index}\n`)}`,
  'yaml-same-anchors': () => `${head}paths:\n${fill(' - &a x\n - *a\n')}`,
  'yaml-merges': () => `%YAML 1.1\n---\n${head}a: &a {b: 1}\npaths:\n${fill(' - <<: *a\n')}`,
  'yaml-documents': () => head + fill('---\n'),
  'yaml-documents-with-text': () => head + fill('--- a\n'),
  'yaml-directives': () => `${fill('%TAG !a! tag:a,2000:\n')}---\n${head}`,
  'yaml-tags': () => `${head}paths:\n${fill(' - !a b\n')}`,
  'yaml-comments': () => `${head}paths:\n${fill(' #\n')}`,
  'yaml-comments-and-keys': () => `${head}paths:\n${count((index) => ` #a\n k${index}: 1\n`)}`,
  'yaml-blank-lines': () => `${head}paths:\n${fill('\n')} a: 1\n`,
  'yaml-spaces': () => `${head}paths:${fill(' ')}{}\n`,
  'yaml-tabs': () => `${head}paths:\n${fill('\t\n')}`,
  'yaml-quoted': () => `${head}paths: "${fill('\\u0041')}"\n`,
  'yaml-quoted-lines': () => `${head}paths: "${fill(' a\n')}"\n`,
  'yaml-quoted-blanks': () => `${head}paths: "${fill('\n')}"\n`,
  'yaml-quoted-spaces': () => `${head}paths: "${fill(' ')}"\n`,
  'yaml-open-quote': () => `${head}paths: "${fill('a ')}`,
  'yaml-open-quotes': () => `${head}paths:\n${fill(" '\n")}`,
  'yaml-plain-lines': () => `${head}paths:\n${fill(' a\n')}`,
  'yaml-plain-spaces': () => `${head}paths: a${fill(' ')}b\n`,
  'yaml-block-lines': () => `${head}paths: |\n${fill(' a\n')}`,
  'yaml-folded-lines': () => `${head}paths: >\n${fill(' a\n\n')}`,
  'yaml-blocks': () => `${head}paths:\n${fill(' - |\n  a\n')}`,
  'yaml-errors': () => `${head}paths: [${fill('}')}\n`,
  'yaml-errors-lines': () => `${head}${fill('@\n')}`,
  'yaml-carriage-returns': () => `${head}paths:\r${fill('\r')}`,
  'yaml-complex-keys': () => `${head}paths:\n${count((index) => ` ? [a${index}]\n : 1\n`)}`,
  'yaml-numbers': () => `${head}paths: ${fill('1')}\n`,
  'yaml-underscores': () => `${head}paths: ${fill('1_')}.\n`,
};

const jsonPages: Record<string, () => string> = {
  'json-open-lists': () => `{"openapi":"3.1.0","paths":${fill('[')}`,
  'json-open-maps': () => `{"openapi":"3.1.0","paths":${fill('{"":')}`,
  'json-closed-lists': () =>
    `{"openapi":"3.1.0","paths":{"a":${'['.repeat(size / 2)}${']'.repeat(size / 2)}}}`,
  'json-closed-maps': () =>
    `{"openapi":"3.1.0","paths":{"a":${'{"":'.repeat(size / 5)}1${'}'.repeat(size / 5)}}}`,
  'json-empty-lists': () => `{"openapi":"3.1.0","paths":{"a":[${fill('[],')}[]]}}`,
  'json-empty-maps': () => `{"openapi":"3.1.0","paths":{"a":[${fill('{},')}{}]}}`,
  'json-small-maps': () => `{"openapi":"3.1.0","paths":{"a":[${fill('{"a":1},')}{}]}}`,
  'json-other-maps': () =>
    `{"openapi":"3.1.0","paths":{"a":[${count((index) => `{"k${index}":1},`)}{}]}}`,
  'json-numbers': () => `{"openapi":"3.1.0","paths":{"a":[${fill('1,')}1]}}`,
  'json-keys': () => `{"openapi":"3.1.0","paths":{${count((index) => `"k${index}":1,`)}"a":1}}`,
  'json-paths': () =>
    `{"openapi":"3.1.0","paths":{${count((index) => `"/k${index}":{"post":{}},`)}"a":1}}`,
  'json-text': () => `{"openapi":"3.1.0","paths":{"a":"${fill('\\u0041')}"}}`,
  'json-spaces': () => `${fill(' ')}{"openapi":"3.1.0","paths":{}}`,
  'json-lines': () => `${fill('\n')}{"openapi":"3.1.0","paths":{}}`,
  'json-garbage': () => `{"openapi"${fill(' ')}x`,
  'json-quotes': () => `{${fill('"openapi" ')}`,
  'json-many-quotes': () => `{${fill('"swagger"')}`,
};

const manyPaths = (amount: number) =>
  Object.fromEntries(times(amount, (index) => [`/p${index}`, { post: { responses: {} } }]));

const openApiPages: Record<string, () => string> = {
  'api-paths': () => json({ paths: manyPaths(100_000) }),
  'api-paths-with-ours': () =>
    operation({}, { paths: { [route]: { post: {} }, ...manyPaths(40_000) } }),
  'api-similar-paths': () =>
    json({
      paths: Object.fromEntries(
        times(20_000, (index) => [`/p${index}${route}`, { post: { responses: {} } }]),
      ),
    }),
  'api-path-of-braces': () => json({ paths: { [`/${fill('{')}`]: { post: {} } } }),
  'api-path-of-slashes': () => json({ paths: { [fill('/')]: { post: {} } } }),
  'api-path-of-parameters': () => json({ paths: { [fill('/{}')]: { post: {} } } }),
  'api-servers': () =>
    operation(
      {},
      { servers: times(60_000, (index) => ({ url: `https://s${index}.cometapi.com` })) },
    ),
  'api-servers-for-paths': () =>
    json({
      servers: times(5_000, (index) => ({ url: `https://s${index}.cometapi.com` })),
      paths: manyPaths(5_000),
    }),
  'api-server-variables': () =>
    operation(
      {},
      {
        servers: [
          {
            url: `https://${times(20, (index) => `{v${index}}`).join('.')}.cometapi.com`,
            variables: fields(20, () => ({
              default: 'a',
              enum: times(10, (index) => `b${index}`),
            })),
          },
        ],
      },
    ),
  'api-server-variables-none': () =>
    operation(
      {},
      {
        servers: times(100, () => ({
          url: 'https://api.cometapi.com',
          variables: { v: { enum: times(1_000, (index) => `b${index}`) } },
        })),
      },
    ),
  'api-server-slashes': () =>
    operation({}, { servers: [{ url: `https://api.cometapi.com${fill('/')}a` }] }),
  'api-fields': () => operation({ type: 'object', properties: fields(80_000, () => ({})) }),
  'api-fields-few': () =>
    operation({ type: 'object', properties: fields(5_000, () => ({ type: 'string' })) }),
  'api-fields-required': () =>
    operation({
      type: 'object',
      required: times(40_000, (index) => `f${index}`),
      properties: fields(40_000, () => ({})),
    }),
  'api-fields-only-required': () =>
    operation({ type: 'object', required: times(200_000, (index) => `f${index}`) }),
  'api-all-of': () =>
    operation({ allOf: times(20_000, (index) => ({ properties: { [`f${index}`]: {} } })) }),
  'api-all-of-required': () =>
    operation({
      allOf: times(3_000, (index) => ({ required: [`f${index}`], properties: { a: {} } })),
    }),
  'api-one-of': () =>
    operation({
      oneOf: times(64, (index) => ({
        properties: fields(500, (each) => ({ type: 'string', minLength: index + each })),
      })),
    }),
  'api-one-of-many': () =>
    operation({ oneOf: times(50_000, (index) => ({ required: [`f${index}`] })) }),
  'api-one-of-nested': () =>
    operation(
      nest(15, (inner) => ({ oneOf: times(2, () => ({ properties: { data: inner } })) }), {}),
    ),
  'api-one-of-in-vendored-fields': () =>
    operation(
      nest(7, (inner) => ({
        properties: {
          data: {
            oneOf: times(4, (index) => ({ minProperties: index, properties: { data: inner } })),
          },
        },
      })),
    ),
  'api-enum': () =>
    operation({ properties: { prompt: { enum: times(200_000, (index) => `v${index}`) } } }),
  'api-enum-objects': () =>
    operation({ properties: { prompt: { enum: times(50_000, (index) => ({ a: index })) } } }),
  'api-enum-deep': () =>
    `${operation({ properties: { prompt: { enum: ['@'] } } }).replace('"@"', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)}`,
  'api-default-deep': () =>
    `${operation({ properties: { prompt: { default: '@' } } }).replace('"@"', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)}`,
  'api-default-large': () =>
    operation({ properties: { prompt: { default: times(300_000, () => 1) } } }),
  'api-deep': () => operation(nest(140, (inner) => ({ type: 'array', items: inner }))),
  'api-references': () =>
    operation(
      { $ref: '#/components/schemas/s0' },
      {
        components: {
          schemas: Object.fromEntries(
            times(40, (index) => [
              `s${index}`,
              { properties: fields(3, () => ({ $ref: `#/components/schemas/s${index + 1}` })) },
            ]),
          ),
        },
      },
    ),
  'api-references-large': () =>
    operation(
      { properties: fields(1_000, () => ({ $ref: '#/components/schemas/a' })) },
      { components: { schemas: { a: { properties: fields(250, () => ({ type: 'string' })) } } } },
    ),
  'api-reference-chain': () =>
    operation(
      { $ref: '#/components/schemas/s0' },
      {
        components: {
          schemas: fields(2_000, (index) => ({ $ref: `#/components/schemas/f${index + 1}` })),
        },
      },
    ),
  'api-reference-long': () => operation({ $ref: `#${fill('/a')}` }),
  'api-reference-tildes': () => operation({ $ref: `#/${fill('~1')}` }),
  'api-recursive': () =>
    operation(
      { $ref: '#/components/schemas/f0' },
      {
        components: {
          schemas: fields(12, () => ({
            properties: fields(12, (each) => ({ $ref: `#/components/schemas/f${each}` })),
          })),
        },
      },
    ),
  'api-moved': () => {
    const tree = nest(12, (inner) => ({ properties: fields(2, () => inner) }));
    return operation({ properties: fields(8, () => tree) });
  },
  'api-moved-many': () =>
    operation({ properties: fields(300, () => ({ properties: fields(300, () => ({})) })) }),
  'api-statuses': () =>
    json({
      paths: { [route]: { post: { responses: fields(100_000, () => ({})) } } },
    }),
  'api-media': () =>
    json({
      paths: {
        [route]: { post: { responses: { 200: { content: fields(100_000, () => ({})) } } } },
      },
    }),
  'api-parameters': () =>
    json({
      paths: {
        [route]: {
          parameters: times(30_000, (index) => ({ name: `p${index}`, in: 'query' })),
          post: { parameters: times(30_000, (index) => ({ name: `q${index}`, in: 'query' })) },
        },
      },
    }),
  'api-headers': () =>
    json({
      paths: {
        [route]: { post: { responses: { 200: { headers: fields(100_000, () => ({})) } } } },
      },
    }),
  'api-security': () =>
    operation(
      {},
      {
        security: times(60_000, (index) => ({ [`s${index}`]: [] })),
        components: { securitySchemes: fields(30_000, () => ({ type: 'http', scheme: 'basic' })) },
      },
    ),
  'api-webhooks': () =>
    operation({}, { webhooks: fields(50_000, () => ({ post: { requestBody: { content: {} } } })) }),
  'api-long-name': () => operation({ properties: { [fill('a', 4_000_000)]: {} } }),
  'api-pattern': () => operation({ properties: { prompt: { pattern: '(a+)+$', type: 'string' } } }),
};

const peoplePages: Record<string, () => string> = {
  'text-words': () => reference + fill('a '),
  'text-lines': () => reference + fill('word\n', 90_000),
  'text-too-many-lines': () => reference + fill('a\n'),
  'text-open-braces': () => `${reference}200\n${fill('{\n', 39_000)}`,
  'text-lists-of-strings': () => `${reference}200\n{\n${fill('"a", ')}`,
  'text-open-quotes': () => `${reference}200\n[${fill('"')}\n]\n`,
  'text-escapes': () => `${reference}200\n["${fill('\\"')}\n]\n`,
  'text-backslashes': () => `${reference}200\n["${fill('\\')}\n]\n`,
  'text-slashes': () => `${reference}200\n[${fill('/ ')}\n]\n`,
  'text-comments': () => `${reference}200\n[ "a" // ${fill('values: ')}\n]\n`,
  'text-sample-lines': () => `${reference}200\n${fill(`[${'"a" '.repeat(60)}\n`)}`,
  'text-samples': () => reference + fill('200\n{"a": 1}\n', 120_000),
  'text-samples-open': () => reference + fill('200\n{\n', 60_000),
  'text-sample-deep': () => `${reference}200\n${'['.repeat(500_000)}${']'.repeat(500_000)}\n`,
  'text-sample-large': () => `${reference}200\n[${fill('[],')}[]]\n`,
  'text-sample-wide': () => `${reference}200\n{${count((index) => `"f${index}":1,`)}"a":1}\n`,
  'text-curl': () => reference + fill('curl \\\n', 120_000),
  'text-curl-quotes': () => reference + fill("curl '\n", 120_000),
  'text-curl-long': () => `${reference}curl ${fill('https://a ')}\n`,
  'text-curl-long-lines': () => reference + fill(`curl '${'x'.repeat(300)}\n`),
  'text-curl-addresses': () => reference + fill(`curl https://api.cometapi.com${route}\n`, 900_000),
  'text-operations': () => count((index) => `POST/p${index}\n`, 200_000),
  'text-operations-and-addresses': () =>
    count((index) => `POST/p${index}\ncurl https://h${index}.example.com/p${index}\n`, 500_000),
  'text-operation-steps': () => `POST\n${fill('/a\n', 58_000)}`,
  'text-operation-slashes': () => `POST\n${fill('/\n', 39_000)}`,
  'text-operations-steps': () => fill('POST\n/\na\n', 58_000),
  'text-operation-long': () => `POST/${fill('a')}!\n`,
  'text-operation-spaces': () => `POST${fill(' ')}!\n`,
  'text-fields': () => reference + count((index) => `f${index}stringRequired\n`, 300_000),
  'text-fields-tall': () => reference + count((index) => `f${index}\nstring\nrequired\n`, 120_000),
  'text-fields-long': () => `${reference}${fill('string')}\n`,
  'text-fields-words': () => `${reference}${fill('a')}\n`,
  'text-fields-spaces': () => `${reference}a${fill(' ')}b\n`,
  'text-fields-type-spaces': () => `${reference}astring${fill(' ')}b\n`,
  'text-fields-types': () => reference + fill(`${'string'.repeat(1_000)}\n`),
  'text-fields-default-spaces': () => `${reference}astringRequired Default to${fill(' ')}\n`,
  'text-fields-dots': () =>
    `${reference}a${'.a'.repeat(1_000_000)}stringRequired\nastringRequired\n`,
  'text-fields-nested': () =>
    reference + count((index) => `${'a.'.repeat(index)}aobjectRequired\n`),
  'text-fields-inner': () =>
    reference + count((index) => `f${index}objectRequired\nf${index}.astringRequired\n`, 450_000),
  'text-fields-notes': () => `${reference}a\nstring\n${fill('required\n', 170_000)}`,
  'text-fields-notes-again': () =>
    reference + fill(`a\nstring\n${'query\n'.repeat(500)}x\n`, 110_000),
  'text-sentences': () => `${reference}astringRequired\n${fill(`${'up to '.repeat(160)}\n`)}`,
  'text-sentence-spaces': () =>
    `${reference}astringRequired\n${fill('up to ')}${fill(' ', 1_000_000)}\n`,
  'text-sentence-digits': () => `${reference}aintRequired\nrange: ${fill('1')}\n`,
  'text-sentence-values': () => `${reference}astringRequired\nenum values: ${fill('a, ')}\n`,
  'text-sentence-ors': () => `${reference}astringRequired\nenum values: ${fill(' or')}\n`,
  'text-sentence-many': () =>
    `${reference}astringRequired\n${fill(`Enum values: ${'a, '.repeat(80)}\n`)}`,
  'text-spaces': () => reference + fill(' '),
  'text-spaces-lines': () => reference + fill(`${' '.repeat(250)}x\n`),
  'text-tabs': () => `${reference}x${fill('\t')}y`,
  'text-status-spaces': () => `${reference}200${fill(' ')}x\n`,
  'text-status-media': () => `${reference}200 - ${fill('a.')}/\n`,
  'text-fences': () => fill('```\n'),
  'text-fences-marks': () => fill('`'),
  'text-fences-lines': () => fill(`${'`'.repeat(250)} a\n`),
  'text-fences-spaces': () => `\`\`\`${fill(' ')}x`,
  'text-fences-openapi': () => fill('```\nopenapi:\n```\n'),
  'text-fence-info': () => `\`\`\`yaml ${fill('a.jso ')}\nopenapi: 3.0.0\npaths: {}\n`,
  'text-carriage-returns': () => reference + fill('\r'),
  'text-html-spaces': () => `${fill(' ')}<html>`,
  'text-html-open': () => fill('<html'),
  'text-one-letter': () => fill('a'),
  'text-emoji': () => reference + fill('😀'),
  'text-swagger': () => fill('swagger" '),
  'text-zeros': () => fill('\0'),
};

const nearPages: Record<string, () => string> = {
  'near-yaml-keys': () =>
    `${head}paths:\n${count((index) => ` k${index}:\n${count((each) => `  k${each}: 1\n`, 4_000)}`, 150_000)}`,
  'near-yaml-lists': () =>
    `${head}paths: ${`${'['.repeat(140)}${']'.repeat(140)},`.repeat(350).replace(/^/, '[')}a]\n`,
  'near-yaml-folded': () => `${head}paths: >\n${fill(' a\n\n', 900_000)}`,
  'near-yaml-quoted': () => `${head}paths: "${fill('\n', 900_000)}"\n`,
  'near-yaml-open-quotes': () => `${head}paths:\n${fill(" '\n", 190_000)}`,
  'near-yaml-errors': () => `${head}${fill('@\n', 99_000)}`,
  'near-yaml-commas': () => `${head}paths: [${fill(',a', 90_000)}]\n`,
  'near-yaml-no-values': () => `${head}paths: [${fill(', ', 90_000)}]\n`,
  'near-yaml-flow-keys': () => `${head}paths: {${fill(': ', 90_000)}}\n`,
  'near-yaml-no-keys': () => `${head}paths: {${fill('a: b: ', 90_000)}}\n`,
  'near-yaml-flow-quotes': () => `${head}paths: [${fill('""', 90_000)}]\n`,
  'near-yaml-flow-closed': () => `${head}paths: [${fill('[]', 90_000)}]\n`,
  'near-yaml-flow-lines': () => `${head}paths: [\n${fill('#\n', 90_000)}]\n`,
  'near-yaml-lines-of-flow': () => `${head}paths:\n${fill(' - [}\n', 90_000)}`,
  'near-yaml-anchors': () =>
    `${head}paths:\n${count((index) => ` - &a${index} x\n`, 1_000)}${fill(' - *a1\n', 100)}`,
  'near-yaml-tags': () => `${head}paths:\n${fill(' - !a b\n', 110_000)}`,
  'near-yaml-indent': () => head + count((index) => `${' '.repeat(index)}a:\n`, 700_000),
  'near-yaml-indent-lists': () => head + count((index) => `${' '.repeat(index)}-\n`, 700_000),
  'near-yaml-blank': () => head + fill('\n', 99_000),
  'near-yaml-documents': () => head + fill('---\n', 190_000),
  'near-yaml-directives': () => fill('%TAG !a! tag:a:\n', 900_000),
  'near-json-values': () => `{"openapi":"3.1.0","paths":{"a":[${fill('1,', 190_000)}1]}}`,
  'near-json-text': () => `{"openapi":"3.1.0","paths":{"a":["${fill('\\"')}"]}}`,
  'near-fields': () => operation({ properties: fields(900, () => ({ type: 'string' })) }),
  'near-fields-nested': () =>
    operation({ properties: fields(190, () => ({ properties: fields(120, () => ({})) })) }),
  'near-fields-in-ours': () =>
    operation({
      properties: fields(40, (index) => ({
        properties: fields(900, () => ({ maxLength: index })),
      })),
    }),
  'near-data': () =>
    operation({
      properties: {
        data: {
          properties: {
            ...fields(400, () => ({
              properties: { task_id: { type: 'string' }, task_status: {} },
            })),
          },
        },
      },
    }),
  'near-moved': () =>
    operation({
      properties: fields(60, () => ({
        properties: fields(30, () => ({
          properties: { task_id: { type: 'string' }, data: {}, code: {} },
        })),
      })),
    }),
  'near-paths': () => json({ paths: manyPaths(990) }),
  'near-paths-with-servers': () =>
    json({
      servers: times(990, (index) => ({ url: `https://s${index}.cometapi.com` })),
      paths: manyPaths(990),
    }),
  'near-similar-paths': () =>
    json({
      paths: Object.fromEntries(
        times(990, (index) => [`/p${index}${route}`, { post: { responses: {} } }]),
      ),
    }),
  'near-all-of': () =>
    operation({
      allOf: times(900, (index) => ({
        required: [`f${index}`],
        properties: fields(20, (each) => ({ maxLength: each })),
      })),
    }),
  'near-all-of-others': () =>
    operation({
      allOf: times(900, (index) => ({ properties: { [`f${index}`]: {}, [`g${index}`]: {} } })),
    }),
  'near-one-of': () =>
    operation({
      oneOf: times(64, (index) => ({
        properties: fields(200, (each) => ({ minLength: index + each })),
      })),
    }),
  'near-one-of-many': () =>
    operation({ oneOf: times(900, (index) => ({ required: [`f${index}`] })) }),
  'near-one-of-nested': () =>
    operation(nest(12, (inner) => ({ oneOf: [inner, { properties: { a: {} } }] }))),
  'near-one-of-fields': () =>
    operation(
      nest(4, (inner) => ({
        properties: {
          data: { oneOf: times(8, (index) => ({ minProperties: index, ...Object(inner) })) },
        },
      })),
    ),
  'near-enum': () =>
    operation({ properties: { prompt: { enum: times(990, (index) => `v${index}`) } } }),
  'near-enum-nested': () =>
    operation({ properties: { prompt: { enum: times(20, () => times(990, (index) => index)) } } }),
  'near-references': () =>
    operation(
      { properties: fields(100, () => ({ $ref: '#/components/schemas/a' })) },
      { components: { schemas: { a: { properties: fields(240, () => ({ type: 'string' })) } } } },
    ),
  'near-statuses': () =>
    json({ paths: { [route]: { post: { responses: fields(990, () => ({})) } } } }),
  'near-parameters': () =>
    json({
      paths: {
        [route]: {
          post: { parameters: times(990, (index) => ({ name: `q${index}`, in: 'query' })) },
        },
      },
    }),
  'near-security': () =>
    operation(
      {},
      {
        security: times(990, (index) => ({ [`s${index}`]: [] })),
        components: { securitySchemes: fields(990, () => ({ type: 'http', scheme: 'basic' })) },
      },
    ),
  'near-deep': () => operation(nest(130, (inner) => ({ type: 'array', items: inner }))),
  'near-deep-names': () =>
    operation(nest(60, (inner) => ({ properties: { [fill('n', 490)]: inner } }))),
  'near-long-names': () =>
    operation({
      properties: Object.fromEntries(times(900, (index) => [`${index}${fill('/~', 480)}`, {}])),
    }),
  'near-text-lines': () => reference + fill('a word and another\n', 370_000),
  'near-text-long-lines': () => reference + fill(`${fill('word ', 9_900)}\n`, 900_000),
  'near-text-escapes': () => `${reference}200\n${fill(`["${fill('\\"', 9_900)}\n`, 900_000)}`,
  'near-text-escapes-closed': () =>
    `${reference}200\n${fill(`["${fill('\\"', 9_900)}"]\n`, 900_000)}`,
  'near-text-slashes': () => `${reference}200\n${fill(`["a", ${fill('/ ', 9_900)}]\n`, 900_000)}`,
  'near-text-endless': () =>
    `${reference}200\n${fill(`[${fill('"a" ', 900)}\n`, 18_000)}${fill('word\n', 80_000)}`,
  'near-text-endless-long': () =>
    `${fill(`{${fill('"a" ', 9_900)}\n`, 150_000)}${fill(`${fill('"a" ', 900)}\n`, 700_000)}`,
  'near-text-separators': () =>
    `${reference}${fill(`astringRequiredDefault to ${fill(' ', 4_900)}x\u2028${fill(' ', 4_900)}y\n`, 900_000)}`,
  'near-text-separators-stacked': () =>
    `${reference}${fill(`a\nstring\ndefault: ${fill(' ', 4_900)}x\u2028${fill(' ', 4_900)}y\n`, 900_000)}`,
  'near-text-fence-separators': () => `${fill('`', 400_000)}\u2028${fill('\u2028 ', 400_000)}x`,
  'near-text-operations': () =>
    count((index) => `POST/p${index}\ncurl https://h${index}.example.com/p${index}\n`, 43_000),
  'near-text-addresses': () =>
    `POST/p\n${count((index) => `curl https://h${index}.example.com/p\n`, 30_000)}`,
  'near-text-braces': () => fill(`POST/${fill('{', 490)}\n`, 400_000),
  'near-text-address-braces': () =>
    `POST/p\n${count((index) => `curl https://h${index}.example.com/${fill('{', 9_900)}\n`, 900_000)}`,
  'near-text-fields': () => reference + count((index) => `f${index}stringRequired\n`, 18_500),
  'near-text-fields-nested': () =>
    reference + count((index) => `${'a.'.repeat(index)}aobjectRequired\n`, 9_000),
  'near-text-fields-rules': () =>
    reference +
    count(
      (index) => `f${index}stringRequired\nup to ${index} characters ${fill('max ', 900)}\n`,
      700_000,
    ),
  'near-text-digits': () =>
    `${reference}aintRequired\n${fill(`range: ${fill('1', 900)} ${fill('range 1.1', 9_000)}\n`, 900_000)}`,
  'near-text-curl': () => `${reference}${fill(`curl 'x\n${fill('xxxxxxxx\n', 9_000)}`, 150_000)}`,
  'near-text-sample': () =>
    `${reference}200\n{${count((index) => `"f${index}":1,`, 9_000)}"a":1}\n`,
  'near-text-samples': () => reference + fill('200\n{"a": {"b": {"c": 1}}}\n', 200_000),
};

/** Each makes its page when it is called: together they would take half a gigabyte. */
export const hostilePages: Record<string, () => string> = {
  ...yamlPages,
  ...jsonPages,
  ...openApiPages,
  ...peoplePages,
  ...nearPages,
};
