import { type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { type JsonObject, listOf, objectOf, textsOf } from '../../src/documents/json.ts';
import {
  type ApiOperation,
  type OpenApiDocument,
  operationsOf,
} from '../../src/documents/openapi.ts';

/** How a document is published, and by whom. */
export interface Layout {
  at: readonly ProviderName[];
  /** The pages of a document without references, by the path of the file. */
  render(document: OpenApiDocument): Record<string, string>;
}

/** A field as a row or a paragraph shows it. */
interface Row {
  name: string;
  schema: JsonObject;
  isRequired: boolean;
}

/** An operation with its path and method. */
interface Part {
  path: string;
  method: string;
  operation: ApiOperation;
  server: string;
}

const typeNames: Record<string, string> = { number: 'float', integer: 'int' };
const typeOf = ({ type }: JsonObject) => textsOf(type).find((each) => each !== 'null');
const nameType = (schema: JsonObject) => {
  const type = typeOf(schema) ?? 'object';
  return typeNames[type] ?? type;
};

/** The fields of a schema and those below them, the way each layout calls them. */
function rowsOf(schema: JsonObject, prefix = ''): Row[] {
  const required = listOf(schema.required);
  return Object.entries(objectOf(schema.properties)).flatMap(([key, value]) => {
    const field = objectOf(value);
    const name = prefix + key;
    return [
      { name, schema: field, isRequired: required.includes(key) },
      ...rowsOf(field, `${name}.`),
      ...rowsOf(objectOf(field.items), `${name}[].`),
    ];
  });
}

const bodyOf = ({ operation }: Part) =>
  rowsOf(objectOf(Object.values(operation.requestBody?.content ?? {})[0]?.schema));

const queryOf = ({ operation }: Part): Row[] =>
  listOf(operation.parameters)
    .map(objectOf)
    .filter((each) => each.in === 'query')
    .map(({ name, schema, required }) => ({
      name: String(name),
      schema: objectOf(schema),
      isRequired: required === true,
    }));

/** What is said about a field in words: only these limits have words in every layout. */
function sentencesOf({ maxLength, minimum, maximum }: JsonObject, isChinese: boolean): string[] {
  const range = minimum !== undefined && maximum !== undefined && `[${minimum}, ${maximum}]`;
  return [
    ...(maxLength === undefined
      ? []
      : [isChinese ? `长度不超过 ${maxLength} 字符` : `It cannot exceed ${maxLength} characters`]),
    ...(range ? [`${isChinese ? '取值范围：' : 'Value range: '}${range}`] : []),
  ];
}

/** A sample response, line by line; the values of a text stand behind it. */
function sampleOf(schema: JsonObject, isChinese: boolean, tail = '', indent = ''): string[] {
  const type = typeOf(schema);
  const inner = `${indent}  `;
  if (type === 'object' || schema.properties) {
    const fields = Object.entries(objectOf(schema.properties));
    const lines = fields.flatMap(([name, field], index) => {
      const comma = index < fields.length - 1 ? ',' : '';
      const [first = '', ...rest] = sampleOf(objectOf(field), isChinese, comma, inner);
      return [`${inner}"${name}": ${first.trimStart()}`, ...rest];
    });
    return [`${indent}{`, ...lines, `${indent}}${tail}`];
  }
  if (type === 'array') {
    const items = sampleOf(objectOf(schema.items), isChinese, '', inner);
    return [`${indent}[`, ...items, `${indent}]${tail}`];
  }
  const values = listOf(schema.enum).filter((value) => value !== null);
  const words = isChinese
    ? `枚举值：${values.map((value) => `${value}（好）`).join('、')}`
    : `Enum values: ${values.join(', ')}`;
  const comment = type === 'string' && values.length > 0 ? ` // ${words}` : '';
  return [`${indent}${samples[type ?? ''] ?? 'null'}${tail}${comment}`];
}

const samples: Record<string, string> = {
  string: '"string"',
  integer: '1760000000000',
  number: '0.5',
  boolean: 'true',
};

/** The responses that tell of success, with their samples. */
const answersOf = ({ operation }: Part, isChinese: boolean) =>
  Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, { content }]) => {
      const schema = Object.values(content ?? {})[0]?.schema;
      return schema ? [{ status, lines: sampleOf(objectOf(schema), isChinese) }] : [];
    });

/** A page for people for each address at which operations were read; what was only inferred has none. */
const renderPages =
  (nameOf: (address: string) => string, render: (parts: Part[], address: string) => string) =>
  (document: OpenApiDocument): Record<string, string> => {
    const server = document.servers[0]?.url ?? '';
    const parts = operationsOf(document).map((each) => ({ ...each, server }));
    const addresses = new Set(
      parts
        .filter(({ operation }) => !operation['x-certainty']?.endsWith('inferred'))
        .map(({ operation }) => operation['x-source'] ?? ''),
    );
    return Object.fromEntries(
      [...addresses].map((address) => {
        const own = parts.filter(({ operation }) => operation['x-source'] === address);
        return [nameOf(address), render(own, address)];
      }),
    );
  };

/** Where a page is saved, under the last part of its address: other pages, in other folders, may have the same. */
const pathOf = (address: string) => {
  const [name = '', ...folders] = new URL(address).pathname.slice(1).split('/').toReversed();
  return `${folders.toReversed().join('-')}/${name}`;
};
const callOf = ({ method, server, path }: Part) => [
  `curl --request ${method.toUpperCase()} \\`,
  `  --url ${server}${path}`,
];

/** Kling's text, as it is copied from a browser: a field in one line, and what is said about it below. */
function gluedField({ name, schema, isRequired }: Row): string[] {
  const usual = schema.default === undefined ? '' : `Default to ${schema.default}`;
  const values = listOf(schema.enum);
  return [
    `${name}${nameType(schema)}${isRequired ? 'Required' : 'Optional'}${usual}`,
    '',
    ...(values.length > 0 ? [`Enum values: ${values.join(', ')}`] : []),
    ...sentencesOf(schema, false).map((sentence) => `  • ${sentence}`),
    '',
  ];
}

/** DeerAPI's text: a field, its type, and what else is known, in lines of their own. */
function spreadField({ name, schema, isRequired }: Row): string[] {
  const values = listOf(schema.enum);
  return [
    name,
    nameType(schema).replace('float', 'number').replace(/^int$/, 'integer'),
    ...(schema.default === undefined ? [] : [`default:${schema.default}`]),
    ...(isRequired ? ['required'] : []),
    '',
    ...(values.length > 0 ? [`Available options: ${values.join(', ')}`] : []),
    ...sentencesOf(schema, false),
    '',
  ];
}

const renderText = (fieldLines: (row: Row) => string[]) => (parts: Part[]) =>
  parts
    .flatMap((part) => [
      `${part.method.toUpperCase()}${part.path}`,
      ...callOf(part),
      ...answersOf(part, false).flatMap(({ status, lines }) => [status, ...lines]),
      '',
      'Request Body',
      '',
      ...bodyOf(part)
        .filter(({ name }) => !name.includes('[]'))
        .flatMap(fieldLines),
      'Query Parameters',
      '',
      ...queryOf(part).flatMap(fieldLines),
    ])
    .join('\n');

const exportWords = {
  en: {
    source: 'Source',
    overview: 'API Overview',
    head: '| Field Path | Type | Required | Default | Enum | Description |',
    need: ['No', 'Yes'],
    notes: 'Field Notes',
    colon: ': ',
  },
  zh: {
    source: '来源',
    overview: '接口概览',
    head: '| 字段路径 | 类型 | 必填 | 默认值 | 可选值 | 说明 |',
    need: ['否', '是'],
    notes: '字段补充说明',
    colon: '：',
  },
};

/** A table of fields, and below it what is said about them. */
function tableOf(rows: Row[], title: string, language: 'en' | 'zh'): string[] {
  const { head, need, notes, colon } = exportWords[language];
  if (rows.length === 0) return [];
  const lines = rows.map(({ name, schema, isRequired }) => {
    const usual = schema.default === undefined ? '-' : `\`${schema.default}\``;
    const values = listOf(schema.enum).map((value) => `\`${value}\``);
    return `| \`${name}\` | ${nameType(schema)} | ${need[Number(isRequired)]} | ${usual} | ${values.join(', ') || '-'} | - |`;
  });
  const said = rows.flatMap(({ name, schema }) =>
    sentencesOf(schema, language === 'zh').map((sentence) => `- \`${name}\`${colon}${sentence}`),
  );
  return [
    `### ${title}`,
    '',
    head,
    '|---|---|---:|---|---|---|',
    ...lines,
    '',
    ...(said.length > 0 ? [`#### ${title} ${notes}`, '', ...said, ''] : []),
  ];
}

const renderExport = (language: 'en' | 'zh') => (parts: Part[], address: string) => {
  const { source, overview } = exportWords[language];
  const operations = parts.flatMap((part, index) => [
    '---',
    '',
    `## ${index}`,
    '',
    `### ${overview}`,
    '',
    `- Method: \`${part.method.toUpperCase()}\``,
    `- Path: \`${part.path}\``,
    `- Content-Type: \`${Object.keys(part.operation.requestBody?.content ?? {})[0] ?? 'application/json'}\``,
    '',
    ...tableOf(bodyOf(part), 'Request Body', language),
    ...tableOf(queryOf(part), 'Query Params', language),
    '### Request Example',
    '',
    '```bash',
    ...callOf(part),
    '```',
    '',
    // Such a page names no status: it has one sample.
    ...answersOf(part, language === 'zh')
      .slice(0, 1)
      .flatMap(({ lines }) => ['### Response Example', '', '```json', ...lines, '```', '']),
  ]);
  return ['# A page', '', `> ${source}: ${address}`, '', ...operations].join('\n');
};

/** Every layout in which a provider publishes; each has its renderer, and the texts for people have no wording but limits. */
export const layouts = {
  openapi: {
    at: [...providerNames],
    render: (document) => ({ 'published.json': JSON.stringify(document) }),
  },
  'text (klingai)': { at: ['klingai'], render: renderPages(pathOf, renderText(gluedField)) },
  'text (deerapi)': { at: ['deerapi'], render: renderPages(pathOf, renderText(spreadField)) },
  'export (en)': {
    at: ['klingai', 'klingai2'],
    render: renderPages((address) => `${pathOf(address)}.md`, renderExport('en')),
  },
  'export (zh)': {
    at: ['klingai', 'klingai2'],
    render: renderPages((address) => `${pathOf(address)}.md`, renderExport('zh')),
  },
} satisfies Record<string, Layout & { at: ProviderName[] }>;

/** Name of a layout. */
export type LayoutName = keyof typeof layouts;

/** Those that are read by people. */
export const forPeople = (Object.keys(layouts) as LayoutName[]).filter(
  (name) => name !== 'openapi',
);
