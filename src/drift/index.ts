export { CouldNotCheck, type CreatedTask, type Finding, type Report } from '../contract/finding.ts';
export type { RecordOptions } from '../contract/recorder.ts';
export { driftLive, type LiveOptions, type LiveReport } from './live/live.ts';
export { driftRecordings, type RecordingsOptions } from './recordings.ts';
export { type DriftProxy, type DriftProxyOptions, driftProxy } from './traffic/proxy.ts';
export { type ReportDriftOptions, reportDrift } from './traffic/report-drift.ts';
