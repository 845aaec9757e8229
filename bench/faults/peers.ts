/**
 * The same for other clients of asynchronous media generation, measured on 20 November 2026, see CONTRIBUTING.md. Figures
 * that are cited here, not measured again: these packages are no dependencies of this one.
 */
export const peers = [
  '@runwayml/sdk 4.20.1',
  'openai 7.55.0',
  'replicate 1.4.0',
  '@fal-ai/client 1.10.1',
  'ai 7.0 with @ai-sdk/klingai 4.0',
] as const;

const none = ['', '', '', '', ''];

/** Creates that were sent, each of which the provider had accepted, by the ending of each answer. */
const bad = ['3', '3', '1', '4', '3'];
export const createsOfPeers: Record<string, string[]> = {
  reset: ['3', '3', '6', '4', '3'],
  'time-out': ['3', '3', 'waits on', 'waits on', 'waits on'],
  '409': ['3', '3', '1', '1', '3'],
  '500': ['3', '3', '1', '1', '3'],
  '502': bad,
  '504': bad,
};

const atOnce = ['rejects', 'rejects', 'rejects', 'rejects', 'rejects'];

/** What peers do elsewhere, by the name of the measurement. */
export const peersDo: Record<string, string[]> = {
  pauseAsked: ['3.0 s', '3.0 s', 'none at all', '0.9 s', '3.0 s'],
  withoutCredit: ['3', '3', '6', '4', '3'],
  refused: ['the process ends, uncatchable', 'caught', 'caught', 'caught', 'caught'],
  down: ['3 looks, 1.4 s', '3 looks, 1.2 s', '6 looks, 0.0 s', '6 looks, 31 s', '3 looks, 6.0 s'],
  reset: ['3 looks, 1.5 s', '3 looks, 1.2 s', '6 looks, 0.0 s', '6 looks, 32 s', '3 looks, 6.0 s'],
  tooFast: [
    '3 looks, 6.0 s',
    '3 looks, 6.0 s',
    '6 looks, 0.0 s',
    '6 looks, 27 s',
    '3 looks, 6.0 s',
  ],
  missing: atOnce,
  malformed: atOnce,
  named: ['no', 'no', 'in the text of a URL', 'no', 'in `lastError.url`'],
  asleep: ['6.9 s', '0.00 s', '0.26 s, resolves `undefined`, 1 look', '0.25 s', '0.00 s'],
  asking: none,
  unknown: [
    '“timed out” after one look',
    '250,000 looks a minute',
    'keeps looking',
    'keeps looking',
    'keeps looking',
  ],
  failed: [
    '`TaskFailedError` with the task',
    'resolves',
    'bare `Error`, without the task',
    '`ApiError` of the result',
    'bare `Error`, without the task',
  ],
};
