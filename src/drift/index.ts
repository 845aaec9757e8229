export { CouldNotCheck, type CreatedTask, type Finding, type Report } from '../contract/finding.ts';
export { type Recording, readRecordings } from '../contract/recordings.ts';
export { driftLive, type LiveOptions, type LiveReport } from './live/live.ts';
export { type DriftProxy, type DriftProxyOptions, driftProxy } from './traffic/proxy.ts';
export { type ReportDriftOptions, reportDrift } from './traffic/report-drift.ts';
export { triangulate } from './traffic/triangulate.ts';
