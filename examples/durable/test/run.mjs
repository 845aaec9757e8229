/**
 * Orders tasks from a fleet whose processes are killed all the time, with a Redis that is killed, too, and a provider whose
 * responses are often faulty; then counts. Exits with 1 when a task is lost, or a create was sent for a task that exists.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { cometapi, klingai } from 'kling-fetch';
import { startMock } from 'kling-fetch-cli/mock';
import { createRandom, injectFault, Ledger, pick } from './faults.mjs';
import { Fleet } from './fleet.mjs';
import { startRedis } from './redis.mjs';
import { findErrors, readState } from './verdict.mjs';

const seed = Number(process.env.SEED ?? 1);
/** Milliseconds during which processes are killed and faults applied. */
const chaosTime = 12_000;
/** Milliseconds from the start until everything has to be done. */
const deadline = 90_000;
const orders = [
  { provider: 'klingai', count: 160, workers: 3, lookupProves: klingai.lookupProves },
  { provider: 'cometapi', count: 80, workers: 2, lookupProves: cometapi.lookupProves },
];

const redis = await startRedis().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
process.on('exit', redis.killNow);
const mock = await startMock({ speed: 100, seed });
const ledger = new Ledger();
const random = createRandom(seed);
const began = performance.now();
const fleets = orders.map(({ provider }) => new Fleet(provider, settings(provider)));
process.on('exit', () => {
  for (const fleet of fleets) fleet.stop();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const recording = setInterval(() => ledger.record(mock), 20);

for (const { provider } of orders) mock.scenario('concurrency-full', { provider, running: 30 });
for (const [nth, fleet] of fleets.entries()) fleet.start(orders[nth].workers);
const ordering = fleets.map((fleet, nth) => fleet.order(fleet.provider, String(orders[nth].count)));
const happened = await causeChaos();
await Promise.all(ordering);
await waitUntilDone();
clearInterval(recording);
process.exitCode = await report();
for (const fleet of fleets) fleet.stop();
await Promise.all([mock.close(), redis.stop()]);

/** The workers' environment. */
function settings(provider) {
  return {
    REDIS_URL: redis.url,
    BASE_URL: `${mock.url}/${provider}`,
    SPEED: '100',
    // Not scaled by SPEED, so that requests do not time out merely because the machine is busy.
    GRACE: '6000',
    SILENCE: '2000',
    CREATING: '10',
    CREATES_PER_SECOND: '50',
    POLLS_PER_SECOND: '500',
    // More than the provider allows, so that the provider refuses some.
    RUNNING: '35',
  };
}

/** Kills processes and applies faults at random, and restarts Redis in between. Returns how often each thing happened. */
async function causeChaos() {
  const counts = new Map();
  const count = (name) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const restart = sleep(chaosTime / 3).then(() => redis.restart());
  while (performance.now() - began < chaosTime) {
    await sleep(100 + 200 * random());
    const fleet = pick(fleets, random);
    const fault = injectFault(mock, fleet.provider, random);
    count(fault);
    if (random() < 0.35) await fleet.kill(Math.floor(random() * 6));
    if (fault !== 'hang (create)') continue;
    // The worst moment: the provider has the task, and no process here knows its id yet.
    await sleep(300);
    await fleet.killAll();
  }
  await restart;
  count('restart of Redis');
  return counts;
}

/** Waits until nothing is left to do, or until the deadline. */
async function waitUntilDone() {
  while (performance.now() - began < deadline) {
    const states = await Promise.all(fleets.map(({ provider }) => readState(redis.url, provider)));
    if (states.every(({ open }) => open === 0)) return;
    await sleep(500);
  }
}

/** Prints what happened; returns the exit code, 1 when something is wrong. */
async function report() {
  ledger.record(mock);
  const errors = [];
  for (const [nth, order] of orders.entries()) {
    const { provider, count } = order;
    const state = await readState(redis.url, provider);
    const tasks = mock.tasks.filter((task) => task.provider === provider);
    const ordered = Array.from({ length: count }, (_, each) => `${provider}-${each}`);
    const found = findErrors({ ...order, ordered }, { state, tasks, twice: ledger.twice });
    errors.push(...found);
    const outcomes = [...state.results.values()];
    console.log(`${provider}: ${count} ordered, each twice; ${tasks.length} tasks at the provider`);
    console.log(`  ${outcomes.filter(({ result }) => result).length} results`);
    console.log(
      `  ${outcomes.filter(({ error, task }) => error && task).length} failed at the provider`,
    );
    console.log(`  ${outcomes.filter(({ task }) => !task).length} refused by the provider`);
    console.log(`  ${state.uncertain.size} left to a human, never sent again`);
    console.log(`  ${fleets[nth].kills} kills of ${order.workers} processes`);
    if (found.length) console.error(fleets[nth].stderr.join(''));
  }
  const sent = [...ledger.creates.values()].flat().length;
  const names = [...happened].map(([name, times]) => `${name} ${times}`).join(', ');
  console.log(
    `${ledger.requests} requests, ${sent} of them creates; ${ledger.twice.length} tasks sent again although they existed`,
  );
  console.log(`${redis.name}, seed ${seed}: ${names}`);
  console.log(`${((performance.now() - began) / 1_000).toFixed(1)} s`);
  for (const line of errors) console.error(`WRONG: ${line}`);
  return errors.length ? 1 : 0;
}
