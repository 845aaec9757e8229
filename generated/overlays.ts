/** The corrections to each document. Made by scripts/generate.ts; do not edit. */
export const overlays: Record<string, readonly { target: string; description: string }[]> = {
  klingai: [
    {
      target: '$',
      description: 'Prism reads schemas as draft-07 unless a document names its dialect.',
    },
    {
      target: '$.components.schemas.TaskAccepted',
      description: 'The page marks nothing as required; every sample and log has these fields.',
    },
    {
      target: '$.components.schemas.Audio',
      description: 'Every sample of a finished sound has all five.',
    },
    {
      target: '$.components.schemas.Video',
      description: 'Every sample of a finished video has all three.',
    },
    {
      target: '$.components.schemas.VideoTask',
      description: 'The pages mark nothing as required; every sample and log has these fields.',
    },
    {
      target: '$.components.schemas.VideoTask.properties.task_result.properties.videos.items',
      description:
        'Every sample of a finished video has these three; the watermarked one is there only when requested.',
    },
    {
      target: '$.components.schemas.ImageTask',
      description: 'The pages mark nothing as required; every sample and log has these fields.',
    },
    {
      target: '$.components.schemas.Image',
      description:
        'Every sample of a finished picture has both; the watermarked one is there only when requested.',
    },
    {
      target: '$.components.schemas.VideoTaskAnswer',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.VideoTaskList',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.ImageTaskAnswer',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.ImageTaskList',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.Callback',
      description: 'A callback without a task id or a status is of no use.',
    },
    {
      target: "$.paths[*].get.responses['200'].content['application/json'].schema",
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target:
        "$.paths['/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration",
      description:
        'The text allows one decimal. Written as a list, because `multipleOf 0.1` refuses 3.3 and others in floating point.',
    },
    {
      target: '$.components.schemas.TextToAudioTask',
      description: 'The page marks nothing as required; every sample and log has these fields.',
    },
    {
      target: '$.components.schemas.TextToAudioTask.properties',
      description:
        "Kling's pages of 2026 have this field; the text-to-audio page, as it was read, does not.",
    },
    {
      target:
        "$.paths['/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema",
      description:
        'The text requires exactly one of the two. The samples send unused fields as empty strings, so an empty string counts as absent. Each branch names the other field, so that the types refuse both, too.',
    },
    {
      target: '$.components.schemas.VideoToAudioTask',
      description: 'The page marks nothing as required; every sample and log has these fields.',
    },
    {
      target:
        "$.paths['/v1/videos/text2video'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, the prompt may be left out only when every shot has its own; `shot_type` is required with `multi_shot`, and `multi_prompt` with `customize`.',
    },
    {
      target:
        "$.paths['/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.model_name",
      description:
        'Kling retired old video models on 2026-09-15. The pages still list them all, and one is the documented default; since then text2video answers their names with 404 and 1203, and serves the three others.',
    },
    {
      target:
        "$.paths['/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.camera_control.properties.config",
      description: 'An object, or null beside a preset.',
    },
    {
      target:
        "$.paths['/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.camera_control",
      description:
        'The text requires `config` with `simple`, where exactly one axis differs from 0, and nothing but the type with a preset, or null for `config`.',
    },
    {
      target: '$.components.schemas.TextToVideoTask',
      description: 'The page marks nothing as required; every sample and log has these fields.',
    },
    {
      target: '$.components.schemas.TextToVideoTask.properties.task_result.properties.videos.items',
      description:
        'Every sample of a finished video has these three; the watermarked one is there only when requested.',
    },
  ],
  cometapi: [
    {
      target: '$',
      description: 'Prism reads schemas as draft-07 unless a document names its dialect.',
    },
    {
      target: '$.components.schemas.Callback',
      description:
        'A callback without a task id or a status is of no use. The page has the four states.',
    },
    {
      target: '$.components.schemas',
      description:
        "Only the text has the four states. No page shows a finished sound, so this is Kling's own schema.",
    },
    {
      target: '$.components.schemas.AudioTaskAccepted.properties.data.properties',
      description: 'Only the text has the four states, and only the example has `task_info`.',
    },
    {
      target: '$.components.schemas.VideoTaskAccepted',
      description:
        'Nothing is marked as required here, although the same response of the audio operations marks these fields.',
    },
    {
      target: '$.components.schemas.Video',
      description: 'Every sample of a finished video has all three.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration.type",
      description:
        'The schema says integer, but the text allows one decimal, and Kling itself accepts a float.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration",
      description:
        'The text allows 3.0 to 10.0 with one decimal. Written as a list, because `multipleOf 0.1` refuses 3.3 and others in floating point.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.prompt",
      description: 'Only the text has the limit.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query is for tasks of every kind; this is its response for a task of this kind.',
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema.oneOf",
      description:
        'A choice between two lists of required fields has no effect on the types; the next correction replaces it.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema",
      description:
        'The same choice, but each branch names the other field, so that the types also refuse neither and both.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query is for tasks of every kind; this is its response for a task of this kind.',
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.prompt",
      description: 'Only the text has the limit.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.negative_prompt",
      description: 'Only the text has the limit.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.cfg_scale",
      description: 'Only the text has the limits.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.duration",
      description: 'Only the text has the two lengths.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.aspect_ratio",
      description: "Only the page's table has the default.",
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.model_name",
      description:
        'Kling retired these models on 2026-09-15. A gateway can only pass them on, although its page still lists them, and one is the documented default.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.camera_control.properties.config.properties[*]",
      description: 'Only the text has the limits.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query is for tasks of every kind; this is its response for a task of this kind.',
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target: '$.components.schemas.Task.properties.data.properties',
      description: 'The page speaks of this field; its OpenAPI does not have it.',
    },
  ],
  deerapi: [
    {
      target: '$',
      description: 'Prism reads schemas as draft-07 unless a document names its dialect.',
    },
    {
      target: '$.components.schemas',
      description:
        "Only the text has the four states. No page shows a finished sound, so this is Kling's own schema.",
    },
    {
      target: '$.components.schemas.AudioTaskAccepted.properties.data.properties',
      description: 'Only the text has the four states, and only the example has `task_info`.',
    },
    {
      target: '$.components.schemas.VideoTaskAccepted',
      description:
        'Nothing is marked as required here, although the same response of the audio operations marks these fields.',
    },
    {
      target: '$.components.schemas.Video',
      description: 'Every sample of a finished video has all three.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration.type",
      description:
        'The schema says integer, but the text allows one decimal, and Kling itself accepts a float.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration",
      description:
        'The text allows 3.0 to 10.0 with one decimal. Written as a list, because `multipleOf 0.1` refuses 3.3 and others in floating point.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.prompt",
      description: 'Only the text has the limit.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.prompt.default",
      description:
        "A sample that fills the page's form, not a default; when left out, the field is not set.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration.default",
      description:
        "A sample that fills the page's form, like those beside it; the field is required, so nothing can be left to a default.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.external_task_id.default",
      description:
        "A sample that fills the page's form, not a default; when left out, the field is not set.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.callback_url.default",
      description:
        "A sample that fills the page's form, not a default; when left out, the field is not set.",
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query is for tasks of every kind; this is its response for a task of this kind.',
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema.oneOf",
      description:
        'A choice between two lists of required fields has no effect on the types; the next correction replaces it.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema",
      description:
        'The same choice, but each branch names the other field, so that the types also refuse neither and both.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query is for tasks of every kind; this is its response for a task of this kind.',
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.model_name",
      description:
        'The page lists no models. A gateway cannot serve what Kling retired on 2026-09-15.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query is for tasks of every kind; this is its response for a task of this kind.',
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
  ],
};
