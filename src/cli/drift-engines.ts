import type { ProviderName } from '../contract/documents.ts';
import type { Report } from '../contract/drift/finding.ts';
import type { LiveOptions, LiveReport } from '../contract/drift/live/index.ts';

/** How what is published is compared with what is vendored. */
export interface SpecCheck {
  provider: ProviderName;
  from?: string;
  update: boolean;
  /** Milliseconds. */
  timeout: number;
  signal?: AbortSignal | undefined;
  onProgress: (line: string) => void;
}

/** What stands between an application and its provider. */
export interface ProxyCheck {
  provider: ProviderName;
  port: number;
  upstream?: string | undefined;
  record?: string;
}

/** A proxy that listens. */
export interface RunningProxy {
  url: string;
  /** What its traffic said so far. */
  report(): Report;
  close(): Promise<void>;
}

/** What does the checking. */
export interface Engines {
  spec(check: SpecCheck): Promise<Report>;
  live(check: LiveOptions): Promise<LiveReport>;
  proxy(check: ProxyCheck): Promise<RunningProxy>;
}
