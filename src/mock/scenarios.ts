/** How a task goes. */
export interface Scenario {
  /** The state it ends in; without one it never ends. */
  ends?: 'succeed' | 'failed';
  /** Why it failed. */
  reason?: string;
}

/** Every scenario by its name. */
export const scenarios = {
  normal: { ends: 'succeed' },
  fails: { ends: 'failed', reason: 'Refused by the risk control of the platform' },
  stuck: {},
} as const satisfies Record<string, Scenario>;

/** `normal`, `fails` or `stuck`. */
export type ScenarioName = keyof typeof scenarios;
