export { CouldNotCheck, type Finding, type Report } from '../contract/finding.ts';
export { type Recording, readRecordings } from '../contract/record.ts';
export {
  type CreatedTask,
  driftLive,
  type LiveOptions,
  type LiveReport,
} from './live/index.ts';
export { type DriftProxy, driftProxy, type ProxyOptions } from './traffic/proxy.ts';
export { type ReportDriftOptions, reportDrift } from './traffic/report-drift.ts';
export { triangulate } from './traffic/triangulate.ts';
