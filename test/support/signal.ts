/** A signal that counts who listens to it. */
export function countedSignal() {
  const { signal } = new AbortController();
  let added = 0;
  let removed = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...rest: Parameters<AbortSignal['addEventListener']>) => {
    added++;
    addEventListener.apply(signal, rest);
  };
  signal.removeEventListener = (...rest: Parameters<AbortSignal['removeEventListener']>) => {
    removed++;
    removeEventListener.apply(signal, rest);
  };
  return { signal, added: () => added, listeners: () => added - removed };
}
