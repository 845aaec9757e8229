import { seen } from '../exchanges.ts';
import { anywhere, naming } from '../mutant.ts';
import { everyone, get } from '../places.ts';
import { type Behaviour, type Row, when } from './row.ts';

/** A task's states at each look, whatever the fake had in mind. */
const living = (...life: string[]): Behaviour =>
  when(seen, ({ task, accept }) => {
    if (!task) return accept();
    task.life = life;
    task.looks--;
    return accept();
  });

/** A task that is processing at its first look and has no result yet, which is null. */
const nullFirst: Behaviour = (exchange) => {
  if (!seen(exchange) || !exchange.task || exchange.task.looks > 1) return undefined;
  exchange.task.life = ['processing', 'succeed'];
  exchange.task.looks = 0;
  const answer = exchange.accept();
  const { data, ...envelope } = answer.body as { data: object };
  return { ...answer, body: { ...envelope, data: { ...data, task_result: null } } };
};

/** Tasks that go other ways. */
export const stateRows: Row[] = [
  [
    ['klingai', 'cometapi'],
    'answer nulled',
    get,
    naming('task_result'),
    'task_result null while processing',
    nullFirst,
  ],
  [
    everyone,
    'state backwards',
    get,
    anywhere,
    'submitted after processing',
    living('processing', 'submitted', 'processing', 'succeed'),
  ],
  [
    everyone,
    'state backwards',
    get,
    anywhere,
    'to and fro',
    living('submitted', 'processing', 'submitted', 'succeed'),
  ],
];
