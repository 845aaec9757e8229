import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  cometapi,
  createKling,
  deerapi,
  KlingError,
  klingai,
  Task,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from '../../src/index.ts';
import { type Reply, reply } from './answers.ts';

/** How many answers are tried. `FUZZ_RUNS=100000 npx vitest run test/fuzz` tries more. */
const runs = Number(process.env.FUZZ_RUNS ?? 3_000);
const batch = 50;
