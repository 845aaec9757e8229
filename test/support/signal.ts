/** A signal that counts who listens to it. */
export function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  let added = 0;
  const listening = new Set<unknown>();
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...rest: Parameters<typeof addEventListener>) => {
    added++;
    listening.add(rest[1]);
    addEventListener.apply(signal, rest);
  };
  signal.removeEventListener = (...rest: Parameters<typeof removeEventListener>) => {
    listening.delete(rest[1]);
    removeEventListener.apply(signal, rest);
  };
  return {
    signal,
    abort: () => controller.abort(),
    added: () => added,
    listeners: () => listening.size,
  };
}
