/**
 * Milliseconds of processor time that this takes, in this process. Unlike the time on the clock, it hardly grows when the
 * machine has other things to do.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
