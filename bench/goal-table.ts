import { toTable } from '../scripts/markers.ts';

/** What we want of a figure, and why it is not so where it is not. */
export interface Goal {
  what: string;
  is: number;
  atMost?: number;
  atLeast?: number;
  unit?: string;
  digits?: number;
  /** The reason for missing it. */
  why?: string;
  /** More than this fails the run; only what does not depend on the machine has it. */
  fails?: number;
}

const figure = (value: number, { unit = '', digits = 0 }: Goal) =>
  `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit && ` ${unit}`}`;

function verdict(goal: Goal): string {
  const { is, atMost, atLeast, why } = goal;
  const wanted = atMost ?? atLeast ?? 0;
  const off = atMost === undefined ? wanted - is : is - wanted;
  if (off <= 0) return 'met';
  const percent = Math.round((off / wanted) * 100);
  return `missed by ${percent} %${why ? `: ${why}` : ''}`;
}

/** A table in Markdown: each goal, what was measured, and by how much and why it is missed. */
export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => {
    const { what, is, atMost, atLeast } = goal;
    const wanted = `${atMost === undefined ? '≥' : '≤'} ${figure(atMost ?? atLeast ?? 0, goal)}`;
    return [what, figure(is, goal), wanted, verdict(goal)];
  });
  return toTable(['', 'here', 'goal', ''], rows);
}

/** What has become worse than it may, a line each. */
export const regressions = (goals: readonly Goal[]): string[] =>
  goals
    .filter(({ is, fails = Number.POSITIVE_INFINITY }) => is > fails)
    .map(
      (goal) =>
        `${goal.what}: ${figure(goal.is, goal)}, more than ${figure(goal.fails ?? 0, goal)}`,
    );
