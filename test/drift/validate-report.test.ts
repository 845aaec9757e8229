import { describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../src/contract/finding.ts';
import { reportDrift } from '../../src/drift/traffic/report-drift.ts';
import { createKling, klingai } from '../../src/index.ts';
import { html, scripted } from '../support/fetch.ts';
import { accepted, looksLike, refused, succeeded, taskId } from '../support/kling.ts';

const wrong = looksLike('processing', { queue_position: 3, created_at: 'today' });

/** A client whose answers are watched, and what was reported. */
function watched(
  answers: Parameters<typeof scripted>,
  options: { sample?: number } = { sample: 1 },
) {
  const reports: Finding[][] = [];
  const watch = reportDrift('klingai', { onDrift: (found) => reports.push(found), ...options });
  const { fetch, requests } = scripted(...answers);
  const kling = createKling(klingai, { apiKey: 'k' }, { fetch: watch(fetch), interval: 1 });
  return { kling, reports, requests };
}

describe('reportDrift', () => {
  it('reports what differs, and the client goes on undisturbed', async () => {
    const { kling, reports } = watched([accepted(), wrong, succeeded]);
    const { audios } = await kling.textToAudio.run({ prompt: 'rain', duration: 5 });
    expect(audios).toHaveLength(1);
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    expect(reports[0]).toMatchObject([
      {
        kind: 'answer-type',
        location: '/data/created_at',
        operation: 'GET /v1/audio/text-to-audio/{task_id}',
      },
      { kind: 'answer-field-undocumented', location: '/data/queue_position' },
    ]);
  });

  it('does not report answers that are as documented, refusals among them, nor those of other servers', async () => {
    const { kling, reports, requests } = watched([succeeded, refused(1203, 404), html(502)]);
    const task = kling.textToAudio.task('861254119619698760');
    await task.snapshot();
    await expect(task.snapshot()).rejects.toThrow();
    await expect(task.snapshot()).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests).toHaveLength(3);
    expect(reports).toEqual([]);
  });

  it('checks only a share of the answers', async () => {
    const random = vi.spyOn(Math, 'random');
    const { kling, reports } = watched([wrong], { sample: 0.5 });
    const task = kling.textToAudio.task(taskId);
    for (const value of [0.6, 0.4, 0.9]) {
      random.mockReturnValueOnce(value);
      await task.snapshot();
    }
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    random.mockRestore();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reports).toHaveLength(1);
  });

  it('never fails the application, even when the callback throws', async () => {
    const onDrift = vi.fn(() => {
      throw new Error('the log is full');
    });
    const { fetch } = scripted(wrong);
    const watch = reportDrift('klingai', { onDrift, sample: 1 });
    const kling = createKling(klingai, { apiKey: 'k' }, { fetch: watch(fetch) });
    await expect(kling.textToAudio.task(taskId).snapshot()).resolves.toBeDefined();
    await vi.waitFor(() => expect(onDrift).toHaveBeenCalledOnce());
  });

  it('uses the global fetch where none is given', async () => {
    const { fetch } = scripted(wrong);
    vi.stubGlobal('fetch', fetch);
    const reports: Finding[][] = [];
    const watch = reportDrift('klingai', { onDrift: (found) => reports.push(found), sample: 1 });
    await watch()('https://api.example/v1/audio/text-to-audio/1', {});
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    vi.unstubAllGlobals();
  });
});
