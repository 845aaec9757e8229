import { readBody } from '../../client/body.ts';
import type { Fetch } from '../../client/connection.ts';
import { findByRequest } from '../../contract/documented.ts';
import { maxAnswer, notFromProvider, parseBody } from '../../contract/exchange.ts';
import type { Finding } from '../../contract/finding.ts';
import { checkAnswer } from '../../contract/validate.ts';
import type { ProviderName } from '../../documents/documents.ts';

/** Options of {@link reportDrift}. */
export interface ReportDriftOptions {
  /** Called with the differences between an answer and its document, when there are any. What it throws is ignored. */
  onDrift: (findings: Finding[]) => void;
  /** The share of answers that are checked, from 0 to 1. @default 0.1 */
  sample?: number | undefined;
}

/**
 * Checks answers in a running application, and reports differences instead of failing. For the client's `fetch` option:
 * `createKling(cometapi, credentials, { fetch: watch() })` with `watch = reportDrift('cometapi', { onDrift })`. The
 * application gets each answer first; the check comes afterwards, and can neither delay nor change it.
 */
export function reportDrift(
  provider: ProviderName,
  { onDrift, sample = 0.1 }: ReportDriftOptions,
): (fetch?: Fetch) => Fetch {
  return (fetch = (url, init) => globalThis.fetch(url, init)) =>
    async (url, init) => {
      const { method = 'GET' } = init;
      const response = await fetch(url, init);
      if (Math.random() < sample) void report(provider, method, url, response.clone(), onDrift);
      return response;
    };
}

async function report(
  provider: ProviderName,
  method: string,
  url: string,
  response: Response,
  onDrift: ReportDriftOptions['onDrift'],
): Promise<void> {
  try {
    const { status } = response;
    const headers = Object.fromEntries(response.headers);
    // The application need not read on, and nothing else would stop a body without an end.
    const bytes = await readBody(response.body, maxAnswer);
    const body = parseBody(new TextDecoder().decode(bytes));
    const found = findByRequest(provider, method, new URL(url).pathname);
    if (!found || notFromProvider({ status, headers, body })) return;
    const findings = checkAnswer(found.documented, { status, headers, body });
    if (findings.length > 0) onDrift(findings);
  } catch {
    // Nothing that happens here may disturb the application.
  }
}
