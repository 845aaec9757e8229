/** What Kling's API says, in its documents' words. */

export const taskId = '861254119619698760';

const envelope = {
  code: 0,
  message: 'SUCCEED',
  request_id: 'd6b1c6c5-2d6f-4f7e-9a35-0a3f4a1f8a11',
};
const times = { created_at: 1773367502225, updated_at: 1773367502225 };

/** The answer to a create. */
export const accepted = (task_id: unknown = taskId) => ({
  ...envelope,
  data: { task_id, task_info: {}, task_status: 'submitted', ...times },
});

/** The answer to a look at a task. */
export const looksLike = (task_status: string, more: object = {}) => ({
  ...envelope,
  data: { task_id: taskId, task_status, task_result: {}, ...times, ...more },
});

export const audio = {
  id: '1',
  url_mp3: 'https://files.example/1.mp3',
  url_wav: 'https://files.example/1.wav',
  duration_mp3: '5.0',
  duration_wav: '5.0',
};

export const succeeded = looksLike('succeed', { task_result: { audios: [audio] } });

/** Kling's way to say no. */
export const refused =
  (code: number, status: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ code, message: `because of ${code}`, request_id: 'r-1' }, { status, headers });

/** A gateway's own way to say no. */
export const gatewayRefused =
  (status: number, code = '') =>
  () =>
    Response.json(
      {
        error: {
          message: 'not like this (request id: 20260313abc)',
          type: 'comet_api_error',
          param: '',
          code,
        },
      },
      { status },
    );
