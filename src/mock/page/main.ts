/** The mock's page: shows what the mock does, and makes requests to it with kling-fetch in the browser. */
import { providerNames } from '../../documents/documents.ts';
import { showContracts } from './contracts.ts';
import { byId, createButton, setAttributes, setText, showMessage } from './dom.ts';
import { ExchangeList } from './exchanges.ts';
import { mockApi } from './mock-api.ts';
import { RequestForm } from './request-form.ts';
import { ScenarioPanel } from './scenarios.ts';
import { TaskList } from './tasks.ts';
import { MockWatcher } from './watcher.ts';

const form = new RequestForm(() => watcher.refresh());
const scenarios = new ScenarioPanel(() => watcher.refresh());
const tasks = new TaskList({
  onAction: () => watcher.refresh(),
  onLoad: (draft) => form.load(draft),
});
const journal = new ExchangeList('All requests, newest first', (draft) => form.load(draft));
byId('journal').append(journal.element);
journal.element.open = true;

const watcher = new MockWatcher({
  onState(state) {
    tasks.show(state);
    form.showTasks(state.tasks);
    scenarios.show(state.rules);
    journal.show(state.entries);
  },
  onConnection(isConnected) {
    setText(byId('live'), isConnected ? 'Live' : 'Not connected');
    setAttributes(byId('live'), { 'data-live': isConnected });
  },
});

setText(byId('where'), `${providerNames.join(', ')} at ${location.origin} · any API key works`);
byId('controls').append(
  createButton('Skip 1 minute', () => mockApi.advance('1m').finally(() => watcher.refresh())),
  createButton('Reset', async () => {
    await mockApi.reset();
    watcher.clear();
    showMessage('Cleared tasks, scenarios and requests');
  }),
);
showContracts();
