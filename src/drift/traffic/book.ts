import { matching } from '../../contract/answers/routes.ts';
import { type Exchange, foreign } from '../../contract/exchange.ts';
import type { Finding, Report, Skipped } from '../../contract/finding.ts';
import type { ProviderName } from '../../documents/documents.ts';
import { decodeUri, generic } from '../../documents/json.ts';
import { parsed } from './http.ts';
import type { Passed } from './pass.ts';
import { Traffic } from './traffic.ts';

/** Makes a report of what goes through a proxy: each finding and each thing left out once, however often it comes. */
export function openBook(
  provider: ProviderName,
  keep: ((exchange: Exchange) => Promise<void>) | undefined,
) {
  const traffic = new Traffic();
  const findings = new Map<string, Finding>();
  const skipped = new Map<string, Skipped>();
  let checked = 0;

  const skip = (entry: Skipped) => skipped.set(`${entry.what} ${entry.why}`, entry);
  function find(found: Finding): void {
    const cause = `${found.kind} ${found.operation} ${generic(found.location)}`;
    if (!findings.has(cause)) findings.set(cause, found);
  }

  return {
    async add(passed: Passed): Promise<void> {
      const { method, url, answer } = passed;
      const found = matching(provider, method, url.pathname);
      if (!found) {
        skip({
          what: `${method} ${routeIn(url.pathname)}`,
          why: `not in the document of ${provider}`,
        });
        return;
      }
      const what = found.documented.key;
      const exchange = answer && exchangeOf(passed, answer, found);
      const why = passed.why ?? (exchange && foreign(exchange));
      if (why || !exchange) {
        skip({ what, why: why ?? 'no answer came', failed: true });
        return;
      }
      checked++;
      for (const each of traffic.see(exchange)) find(each);
      await keep?.(exchange);
    },
    report(): Report {
      for (const each of traffic.missing()) find(each);
      return { checked, skipped: [...skipped.values()], findings: [...findings.values()] };
    },
  };
}

function exchangeOf(
  { url, isSigned, sent }: Passed,
  { status, headers, text }: NonNullable<Passed['answer']>,
  { documented, params }: NonNullable<ReturnType<typeof matching>>,
): Exchange {
  const id = params.task_id === undefined ? {} : { id: decodeUri(params.task_id) };
  const body = parsed(sent);
  return {
    documented,
    query: Object.fromEntries(url.searchParams),
    isSigned,
    status,
    headers,
    body: parsed(text),
    text,
    ...id,
    ...(body !== undefined && { sent: body }),
  };
}

/** A path as it may be shown: what may be an id or a name of somebody's is covered. */
function routeIn(path: string): string {
  const steps = path.split('/').slice(1);
  return steps.map((step) => `/${/^(?!.*\d{5})[a-z\d-]{0,24}$/.test(step) ? step : '…'}`).join('');
}
