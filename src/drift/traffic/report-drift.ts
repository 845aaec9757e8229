import { matching } from '../../contract/answers/routes.ts';
import { foreign } from '../../contract/exchange.ts';
import type { Finding } from '../../contract/finding.ts';
import { answerFindings } from '../../contract/validate.ts';
import type { ProviderName } from '../../documents/documents.ts';
import { type Fetch, parsed } from './http.ts';

/** How answers are watched. */
export interface ReportDriftOptions {
  /** Told what an answer has that its document has not. Whatever it throws is ignored. */
  onDrift: (findings: Finding[]) => void;
  /** The share of answers that are checked, from 0 to 1. @default 0.1 */
  sample?: number | undefined;
}

/**
 * Checks answers at run time, and reports instead of failing: `createKling(cometapi, credentials, { fetch: watched() })`
 * with `watched = reportDrift('cometapi', { onDrift })`. The answer is given first and looked at afterwards; no check
 * can hold it up or change it.
 * @throws {TypeError} there is no such provider
 */
export function reportDrift(
  provider: ProviderName,
  { onDrift, sample = 0.1 }: ReportDriftOptions,
): (fetch?: Fetch) => Fetch {
  return (fetch = (request) => globalThis.fetch(request)) =>
    async (request) => {
      const { method, url } = request;
      const response = await fetch(request);
      if (Math.random() < sample) void look(provider, method, url, response.clone(), onDrift);
      return response;
    };
}

async function look(
  provider: ProviderName,
  method: string,
  url: string,
  response: Response,
  onDrift: ReportDriftOptions['onDrift'],
): Promise<void> {
  try {
    const { status } = response;
    const headers = Object.fromEntries(response.headers);
    const body = parsed(await response.text());
    const found = matching(provider, method, new URL(url).pathname);
    if (!found || foreign({ status, headers, body })) return;
    const findings = answerFindings(found.documented, { status, headers, body });
    if (findings.length > 0) onDrift(findings);
  } catch {
    // The application goes on, whatever happens here.
  }
}
