import { type ProviderName, providerNames } from '../documents/documents.ts';
import type { Schema } from '../documents/openapi.ts';
import { servedOf } from '../documents/rules.ts';
import { type Command, type Commands, defineCommand } from './command.ts';
import { flagOf, kindOf, takesFile } from './fields.ts';
import { fieldsFor, helpFlag } from './flags.ts';

/** The command that prints the completions of a shell, made from the table of all commands. */
export function completion(table: () => Commands): Command {
  return defineCommand({
    summary: 'Print the completions of a shell.',
    details:
      'For this shell only: source <(kling-fetch completion bash), the same with zsh; in fish: kling-fetch completion fish | source',
    argument: 'SHELL',
    choices: Object.keys(scripts),
    options: helpFlag,
    run: async ({ argument, context }) => {
      const script = Object.entries(scripts).find(([shell]) => shell === argument)?.[1];
      if (script) context.stdout.write(script(table()));
    },
  });
}

/** A flag of a command, and for which providers the command has it so. */
interface Row {
  command: string;
  providers: readonly ProviderName[];
  flag: string;
  /** What may follow: words, a kind of file, something that cannot be known, or nothing. */
  takes: string[] | '@file' | '@dir' | '@text' | '';
  description: string;
}

/** Every flag of every command; one row for all providers for which it is the same. */
function rowsOf(table: Commands): Row[] {
  const rows = new Map<string, Row>();
  for (const [name, command] of table) {
    for (const provider of providerNames) {
      for (const [field, schema] of Object.entries(fieldsFor(command, provider))) {
        const row = { command: name, flag: flagOf(field), takes: valuesOf(schema) };
        const key = JSON.stringify(row);
        const { description = '' } = schema;
        const [summary = ''] = description.split(/\.(?=\s|$)/);
        const { providers = [] } = rows.get(key) ?? {};
        rows.set(key, { ...row, providers: [...providers, provider], description: summary });
      }
    }
  }
  return [...rows.values()];
}

function valuesOf(schema: Schema): Row['takes'] {
  if (kindOf(schema) === 'bare') return '';
  // A list of numbers is a range in steps. What a shell would read as anything but a word is left to the user.
  const choices = schema.items ?? schema;
  const words = servedOf(choices)
    .map(String)
    .filter((word) => /^[\w.:+-]+$/.test(word));
  if (choices.enum && ['text', 'list'].includes(kindOf(schema))) return words;
  if (takesFile(schema)) return '@file';
  // A path may be one of either; shells offer folders with the files.
  const format = schema.format === 'path' ? 'file' : schema.format;
  return format === 'file' || format === 'dir' ? `@${format}` : '@text';
}

/** The first words of the commands that have two. */
const groupsOf = (table: Commands) => [
  ...new Set(
    [...table.keys()].filter((name) => name.includes(' ')).map((name) => name.split(' ')[0]),
  ),
];

/** The words that may follow a part of a command line that names no command yet, or only a group. */
const wordsAfter = (group: string, table: Commands): string[] =>
  [...table.keys()]
    .filter((name) => (group ? name.startsWith(`${group} `) : !name.includes(' ')))
    .map((name) => name.slice(group ? group.length + 1 : 0));

/** The arms of a `case`: what to print for which patterns, those that print the same together. */
function armsOf(entries: [pattern: string, words: readonly string[]][]): string {
  const patterns = new Map<string, string[]>();
  for (const [pattern, words] of entries) {
    const line = words.map((word) => `'${word}'`).join(' ');
    patterns.set(line, [...(patterns.get(line) ?? []), pattern]);
  }
  return [...patterns]
    .map(([line, all]) => `    ${all.join('|')}) printf '%s\\n' ${line} ;;`)
    .join('\n');
}

const isAll = ({ providers }: Row) => providers.length === providerNames.length;

/** The patterns of rows: `command/provider`, where it matters which provider. */
const patternsOf = (row: Row): string[] =>
  isAll(row)
    ? [`'${row.command}'/*`]
    : row.providers.map((provider) => `'${row.command}'/${provider}`);

/** A function that bash and zsh both understand: given the words before the cursor, it prints those that may follow. */
function wordsFunction(table: Commands): string {
  const rows = rowsOf(table);
  const values = rows.flatMap(({ takes, flag, ...row }): [string, readonly string[]][] =>
    takes === ''
      ? []
      : patternsOf({ ...row, takes, flag }).map((pattern) => [
          `${pattern}/${flag}`,
          [takes].flat(),
        ]),
  );
  const flags = [...table].flatMap(([name, command]): [string, string[]][] =>
    providerNames.map((provider) => [
      `'${name}'/${provider}`,
      [
        ...wordsAfter(name, table),
        ...(command.choices ?? []),
        ...Object.keys(fieldsFor(command, provider)).map(flagOf),
      ],
    ]),
  );
  return `_kling_fetch_words() {
  local name='' provider=klingai previous='' word=''
  for word in "$@"; do
    [ "$previous" = --provider ] && provider=$word
    case $word in --provider=*) provider=\${word#*=} ;; esac
    case $name/$word in
      /*) name=$word ;;
      ${groupsOf(table)
        .map((group) => `${group}/[a-z]*`)
        .join('|')}) [ "$previous" = "$name" ] && name="$name $word" ;;
    esac
    previous=$word
  done
  case $name/$provider/$previous in
${armsOf(values)}
    *) case $name/$provider in
${armsOf([...flags, ['/*', wordsAfter('', table)]]).replace(/^/gm, '  ')}
    esac ;;
  esac
}
`;
}

const bash = (table: Commands) => `${wordsFunction(table)}
_kling_fetch() {
  # bash cuts words at = and : as well.
  local word glue='' words=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    case $word in
      =) words+=(''); glue=1 ;;
      :) words[\${#words[@]}-1]+=:; glue=1 ;;
      *) if [ "$glue" ]; then words[\${#words[@]}-1]+=$word; else words+=("$word"); fi; glue='' ;;
    esac
  done
  local last=$((\${#words[@]} - 1))
  local current=\${words[last]} found
  found=$(_kling_fetch_words "\${words[@]:0:last}")
  COMPREPLY=()
  case $found in
    @file) compopt -o filenames 2>/dev/null; found=$(compgen -f -- "$current") ;;
    @dir) compopt -o filenames 2>/dev/null; found=$(compgen -d -- "$current") ;;
    @text) found='' ;;
    *) found=$(compgen -W "$found" -- "$current") ;;
  esac
  while IFS= read -r word; do
    [ "$word" ] || continue
    case $current in *:*) word=\${word#"\${current%"\${current##*:}"}"} ;; esac
    COMPREPLY+=("$word")
  done <<<"$found"
}
complete -F _kling_fetch kling-fetch
`;

const zsh = (table: Commands) => `#compdef kling-fetch
${wordsFunction(table)}
_kling-fetch() {
  local -a before found
  before=("\${(@)words[2,CURRENT-1]}")
  if [[ \${words[CURRENT]} == --*=* ]]; then
    before+=("\${words[CURRENT]%%=*}")
    compset -P '*='
  fi
  found=("\${(@f)$(_kling_fetch_words "\${before[@]}")}")
  case $found[1] in
    @file) _files ;;
    @dir) _files -/ ;;
    @text) ;;
    *) compadd -- "\${found[@]}" ;;
  esac
}
# As a file of $fpath it is called, as a script it is registered.
if [[ $funcstack[1] == _kling-fetch ]]; then _kling-fetch "$@"; else compdef _kling-fetch kling-fetch; fi
`;

/** Quotes a text for fish. */
const quote = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;

function fish(table: Commands): string {
  const names = [...table].map(([name, { summary }]) => {
    const [group = '', word] = name.split(' ');
    const seen = word ? group : '';
    return `complete -c kling-fetch -n "__kling_fetch_is '${seen}'" -a ${word ?? group} -d ${quote(summary)}`;
  });
  const choices = [...table].flatMap(([name, { choices = [] }]) =>
    choices.length > 0
      ? [`complete -c kling-fetch -n "__kling_fetch_is '${name}'" -a '${choices.join(' ')}'`]
      : [],
  );
  const takes = (row: Row) => {
    if (row.takes === '') return '';
    if (row.takes === '@file' || row.takes === '@dir') return ' -r -F';
    return row.takes === '@text' ? ' -x' : ` -x -a '${row.takes.join(' ')}'`;
  };
  const flags = rowsOf(table).map((row) => {
    const providers = isAll(row) ? '' : ` ${row.providers.join(' ')}`;
    const where = `"__kling_fetch_is '${row.command}'${providers}"`;
    return `complete -c kling-fetch -n ${where} -l ${row.flag.slice(2)}${takes(row)} -d ${quote(row.description)}`;
  });
  return `function __kling_fetch_is
    set -l words (commandline -opc)[2..]
    set -l name $words[1]
    set -l provider klingai
    if contains -- "$name" ${groupsOf(table).join(' ')}; and string match -qr '^[a-z]' -- "$words[2]"
        set name "$name $words[2]"
    end
    for i in (seq (count $words))
        test "$words[$i]" = --provider; and set provider $words[(math $i + 1)]
        string match -q -- '--provider=*' $words[$i]; and set provider (string replace -- --provider= '' $words[$i])
    end
    test "$name" = "$argv[1]"; or return
    test (count $argv) -eq 1; or contains -- "$provider" $argv[2..]
end
complete -c kling-fetch -f
${[...names, ...choices, ...flags].join('\n')}
`;
}

const scripts = { bash, zsh, fish };
