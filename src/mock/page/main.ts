/** The mock's page: it shows what the mock does and has it do things, as a client of kling-fetch in the browser. */
import { providerNames } from '../../documents/documents.ts';
import { showContracts } from './contracts.ts';
import { button, byId, say, setAttributes, setText } from './dom.ts';
import { Exchanges } from './exchanges.ts';
import { Live } from './live.ts';
import { mockApi } from './mock-api.ts';
import { RequestForm } from './request-form.ts';
import { Scenarios } from './scenarios.ts';
import { TaskList } from './task-list.ts';

const form = new RequestForm(() => live.refresh());
const scenarios = new Scenarios(() => live.refresh());
const tasks = new TaskList({ onAct: () => live.refresh(), onUse: (draft) => form.load(draft) });
const journal = new Exchanges('All of them, the latest first', (draft) => form.load(draft));
byId('journal').append(journal.element);
journal.element.open = true;

const live = new Live({
  onState(state) {
    tasks.show(state);
    form.showTasks(state.tasks);
    scenarios.show(state.rules);
    journal.show(state.entries);
  },
  onConnection(isConnected) {
    setText(byId('live'), isConnected ? 'live' : 'not connected');
    setAttributes(byId('live'), { 'data-live': isConnected });
  },
});

setText(byId('where'), `at ${location.origin} for ${providerNames.join(', ')}; any key is good`);
byId('time').append(
  button('Skip 1 minute', () => mockApi.advance('1m').finally(() => live.refresh())),
  button('Reset', async () => {
    await mockApi.reset();
    live.clear();
    say('Tasks, rules and journal are forgotten');
  }),
);
showContracts();
