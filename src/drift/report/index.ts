import type { Report, Severity } from '../../contract/finding.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** `text`, `json`, `markdown`, `junit`, `sarif` or `github`. */
export type Format = 'text' | 'json' | 'markdown' | 'junit' | 'sarif' | 'github';

/**
 * A report in each of its formats. `failOn` says from which severity on a finding is a failure, in the formats that
 * know failures. @default 'breaking'
 */
export const formats: Record<Format, (report: Report, failOn?: Severity) => string> = {
  text,
  json,
  markdown,
  junit,
  sarif,
  github,
};
