/** Kling's own API alone. */
export const kling = ['klingai'] as const;

/** The two that pass on what Kling does. */
export const gateways = ['cometapi', 'deerapi'] as const;

/** Every provider. */
export const everyone = [...kling, ...gateways] as const;

/** Routes of the three creates. */
export const t2a = '/v1/audio/text-to-audio';
export const v2a = '/v1/audio/video-to-audio';
export const t2v = '/v1/videos/text2video';

/** Route of the gateways' one query for every kind of task. */
export const any = '/v1/{action}/{action2}/{task_id}';

/** Patterns for operations: the creates, the queries, either of them, the lists. */
export const post = /^POST /;
export const get = /^GET .*\{task_id\}$/;
export const postOrGet = /^POST |^GET .*\{task_id\}$/;
export const list = /^GET .*(audio|video)$/;
