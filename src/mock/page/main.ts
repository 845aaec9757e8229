/** The mock's page: shows what the mock does, and makes requests to it with kling-fetch in the browser. */
import { providerNames } from '../../documents/documents.ts';
import { showContracts } from './contracts.ts';
import {
  byId,
  createButton,
  createSelect,
  el,
  setAttributes,
  setText,
  showMessage,
} from './dom.ts';
import { ExchangeList } from './exchanges.ts';
import { mockApi } from './mock-api.ts';
import { RequestForm } from './request-form.ts';
import { ScenarioPanel } from './scenarios.ts';
import { TaskList } from './tasks.ts';
import { type MockState, MockWatcher } from './watcher.ts';

const form = new RequestForm(() => watcher.refresh());
const scenarios = new ScenarioPanel(() => watcher.refresh());
const tasks = new TaskList({
  onAction: () => watcher.refresh(),
  onDelete: (id) => form.showTasks(latest.tasks.filter((task) => task.id !== id)),
  onLoad: (draft) => form.load(draft),
});
const journal = new ExchangeList('All requests, newest first', (draft) => form.load(draft));
byId('journal').append(journal.element);
journal.element.open = true;

let latest: MockState = { tasks: [], rules: [], entries: [] };
const account = createSelect({ 'aria-label': 'Account', id: 'account' }, [['', 'All accounts']]);
account.addEventListener('input', showAccounts);
byId('task-count').parentElement?.append(account);

/** Shows the tasks and requests of the chosen account, with a choice of the others where there are several. */
function showAccounts(): void {
  const { tasks: allTasks, entries: allEntries } = latest;
  const seen = [...allTasks, ...allEntries].map((each) => each.account);
  const names = [...new Set(seen)].filter((name) => name !== '').sort();
  const isShared = names.length > 1;
  account.hidden = !isShared;
  document.body.toggleAttribute('data-accounts', isShared);
  const chosen = isShared && names.includes(account.value) ? account.value : '';
  const options = names.map((name) => el('option', { value: name }, `Account ${name.slice(0, 6)}`));
  const offered = Array.from(account.options, ({ value }) => value).slice(1);
  if (names.join() !== offered.join())
    account.replaceChildren(el('option', { value: '' }, 'All accounts'), ...options);
  account.value = chosen;
  const isShown = (each: { account: string }) => chosen === '' || each.account === chosen;
  const entries = allEntries.filter(isShown);
  tasks.show({ ...latest, tasks: allTasks.filter(isShown), entries });
  journal.show(entries);
}

const watcher = new MockWatcher({
  onState(state) {
    latest = state;
    form.showTasks(state.tasks);
    void scenarios.show(state.rules);
    showAccounts();
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
    form.showTasks([]);
    await mockApi.reset();
    watcher.clear();
    showMessage('Cleared tasks, scenarios and requests');
  }),
);
showContracts();
