import type { ProviderName } from '../contract/documents.ts';
import type { Report } from '../contract/drift/finding.ts';
import type { OperationName } from '../index.ts';

/** Tells a person what goes on, in a line. */
type Tell = (line: string) => void;

/** How what is published is compared with what is vendored. */
export interface SpecCheck {
  provider: ProviderName;
  from?: string;
  update: boolean;
  /** Milliseconds. */
  timeout: number;
  signal?: AbortSignal | undefined;
  onProgress: Tell;
}

/** How a provider's answers are compared with its document. */
export interface LiveCheck {
  provider: ProviderName;
  credentials: Record<string, string>;
  baseUrl?: string | undefined;
  spend: number;
  task?: string;
  operation: OperationName;
  /** Milliseconds. */
  timeout: number;
  /** Milliseconds. */
  pollInterval: number;
  record?: string;
  signal?: AbortSignal | undefined;
  onProgress: Tell;
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
  live(check: LiveCheck): Promise<Report>;
  proxy(check: ProxyCheck): Promise<RunningProxy>;
}
