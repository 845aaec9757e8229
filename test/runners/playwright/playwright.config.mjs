import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default {
  workers: 1,
  outputDir: join(tmpdir(), `kling-playwright-${process.ppid}`),
  preserveOutput: 'never',
  // A limit against hanging, not a measure.
  timeout: 120_000,
  use: { launchOptions: JSON.parse(process.env.LAUNCH_OPTIONS ?? '{}') },
};
