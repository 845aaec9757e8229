/**
 * Orders tasks from a fleet whose processes are killed all the time, with a Redis that is killed, too, and a provider that
 * spoils its answers; then counts. Exits 1 when one task is lost, or was sent twice.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startMock } from 'kling-fetch/mock';
import { chances, disturb, Ledger, pick } from './faults.mjs';
import { Fleet } from './fleet.mjs';
import { startRedis } from './redis.mjs';
import { faultsOf, leftBy } from './verdict.mjs';

const seed = Number(process.env.SEED ?? 1);
/** Milliseconds of trouble, and until everything has to be done. */
const trouble = 12_000;
const longest = 90_000;
const orders = [
  { provider: 'klingai', count: 160, workers: 3, findsExternalIds: true },
  { provider: 'cometapi', count: 80, workers: 2, findsExternalIds: false },
];

const redis = await startRedis().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
process.on('exit', redis.killNow);
const mock = await startMock({ speed: 100, seed });
const ledger = new Ledger();
const chance = chances(seed);
const began = performance.now();
const fleets = orders.map(({ provider }) => new Fleet(provider, settings(provider)));
process.on('exit', () => {
  for (const fleet of fleets) fleet.stop();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const noting = setInterval(() => ledger.note(mock), 20);

for (const { provider } of orders) mock.scenario('concurrency-full', { provider, running: 30 });
for (const [nth, fleet] of fleets.entries()) fleet.start(orders[nth].workers);
const ordering = fleets.map((fleet, nth) => fleet.order(fleet.provider, String(orders[nth].count)));
const disturbed = await makeTrouble();
await Promise.all(ordering);
await finished();
clearInterval(noting);
process.exitCode = await report();
for (const fleet of fleets) fleet.stop();
await Promise.all([mock.close(), redis.stop()]);

function settings(provider) {
  return {
    REDIS_URL: redis.url,
    BASE_URL: `${mock.url}/${provider}`,
    SPEED: '100',
    // Real time: a busy machine must not make a request later than any network does.
    GRACE: '6000',
    SILENCE: '2000',
    CREATING: '10',
    CREATES_PER_SECOND: '50',
    LOOKS_PER_SECOND: '500',
    // More than the provider allows, so that it is the one to say no.
    RUNNING: '35',
  };
}

/** Kills and faults at moments that chance says; in the middle Redis goes, too. Gives how often each thing happened. */
async function makeTrouble() {
  const happened = new Map();
  const note = (name) => happened.set(name, (happened.get(name) ?? 0) + 1);
  const restart = sleep(trouble / 3).then(() => redis.restart());
  while (performance.now() - began < trouble) {
    await sleep(100 + 200 * chance());
    const fleet = pick(fleets, chance);
    const fault = disturb(mock, fleet.provider, chance);
    note(fault);
    if (chance() < 0.35) await fleet.kill(Math.floor(chance() * 6));
    if (fault !== 'hang (create)') continue;
    // The worst moment: the provider has the task, and nobody here knows yet.
    await sleep(300);
    await fleet.killAll();
  }
  await restart;
  note('restart of Redis');
  return happened;
}

/** Until nothing is left to do, or time is up. */
async function finished() {
  while (performance.now() - began < longest) {
    const left = await Promise.all(fleets.map(({ provider }) => leftBy(redis.url, provider)));
    if (left.every(({ open }) => open === 0)) return;
    await sleep(500);
  }
}

/** Prints what happened; 1 when something is wrong. */
async function report() {
  ledger.note(mock);
  const wrong = [];
  for (const [nth, order] of orders.entries()) {
    const { provider, count } = order;
    const left = await leftBy(redis.url, provider);
    const tasks = mock.tasks.filter((task) => task.provider === provider);
    const ordered = Array.from({ length: count }, (_, each) => `${provider}-${each}`);
    const found = faultsOf({ ...order, ordered }, { left, tasks, twice: ledger.twice });
    wrong.push(...found);
    const outcomes = [...left.results.values()];
    console.log(`${provider}: ${count} ordered, each twice; ${tasks.length} tasks at the provider`);
    console.log(`  ${outcomes.filter(({ result }) => result).length} results`);
    console.log(
      `  ${outcomes.filter(({ error, task }) => error && task).length} failed at the provider`,
    );
    console.log(`  ${outcomes.filter(({ task }) => !task).length} refused by the provider`);
    console.log(`  ${left.uncertain.size} left to a human, never sent again`);
    console.log(`  ${fleets[nth].kills} kills of ${order.workers} processes`);
    if (found.length) console.error(fleets[nth].complaints.join(''));
  }
  const sent = [...ledger.creates.values()].flat().length;
  const names = [...disturbed].map(([name, times]) => `${name} ${times}`).join(', ');
  console.log(
    `${ledger.requests} requests, ${sent} of them creates; ${ledger.twice.length} sent although made`,
  );
  console.log(`${redis.name}, seed ${seed}: ${names}`);
  console.log(`${((performance.now() - began) / 1_000).toFixed(1)} s`);
  for (const line of wrong) console.error(`WRONG: ${line}`);
  return wrong.length ? 1 : 0;
}
