export default {
  workers: 1,
  outputDir: process.env.OUTPUT,
  preserveOutput: 'never',
  // A limit against hanging, not a measure.
  timeout: 120_000,
  use: { launchOptions: JSON.parse(process.env.LAUNCH_OPTIONS ?? '{}') },
};
