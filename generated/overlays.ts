/** The corrections to each document. Made by scripts/generate.ts; do not edit. */
export const overlays: Record<string, readonly { target: string; description: string }[]> = {
  klingai: [
    {
      target: '$',
      description: 'Prism reads schemas as draft-07 unless a document names its dialect.',
    },
    {
      target:
        "$.paths['/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration",
      description:
        'One decimal, says the text. Written as a list, because `multipleOf 0.1` refuses 3.3 and others in floating point.',
    },
    {
      target:
        "$.paths['/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema",
      description:
        'Neither and both are errors, says the text. The samples send fields that they do not use as an empty string, so that counts as absent. Each branch names the other field, so that the types refuse both, too.',
    },
    {
      target:
        "$.paths['/v1/videos/text2video'].post.requestBody.content['application/json'].schema",
      description:
        'The prompt may be left out only when every shot has its own, says the text; `shot_type` is needed with `multi_shot`, and `multi_prompt` with `customize`.',
    },
    {
      target:
        "$.paths['/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.camera_control",
      description:
        'The text asks for `config` with `simple`, and for nothing but the name with a preset.',
    },
    {
      target:
        "$.paths['/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.camera_control.properties.config",
      description: 'Exactly one axis may differ from 0, says the text.',
    },
    {
      target: '$.components.schemas.TaskAccepted',
      description: 'The page marks nothing as required; every sample and log shows these.',
    },
    {
      target: '$.components.schemas.TextToAudioTask',
      description: 'The page marks nothing as required; every sample and log shows these.',
    },
    {
      target: '$.components.schemas.VideoToAudioTask',
      description: 'The page marks nothing as required; every sample and log shows these.',
    },
    {
      target: '$.components.schemas.TextToVideoTask',
      description: 'The page marks nothing as required; every sample and log shows these.',
    },
    {
      target: '$.components.schemas.TextToAudioTask.properties',
      description:
        "Kling's pages of 2026 show this field, the text-to-audio page as it was read does not.",
    },
    {
      target: '$.components.schemas.Audio',
      description: 'Every sample of a finished sound shows all five.',
    },
    {
      target: '$.components.schemas.Video',
      description: 'Every sample of a finished video shows all three.',
    },
    {
      target: '$.components.schemas.TextToVideoTask.properties.task_result.properties.videos.items',
      description:
        'Every sample of a finished video shows these three; the watermarked one is there where asked for.',
    },
    {
      target: '$.components.schemas.Callback',
      description: 'A callback that names no task and no status tells nothing.',
    },
    {
      target: "$.paths[*].get.responses['200'].content['application/json'].schema",
      description: 'The envelope is the same on every page, errors aside.',
    },
  ],
  cometapi: [
    {
      target: '$',
      description: 'Prism reads schemas as draft-07 unless a document names its dialect.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration.type",
      description:
        'The schema says integer, the text beside it one decimal; Kling itself takes a float.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration",
      description:
        '3.0 to 10.0 with one decimal, says the text. Written as a list, because `multipleOf 0.1` refuses 3.3 and others in floating point.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.prompt",
      description: 'The limit stands in the text only.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema.oneOf",
      description:
        'A choice between two lists of required fields means nothing to the types; made anew below.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema",
      description:
        'The same choice, each branch naming the other field, so that the types refuse neither and both, too.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.prompt",
      description: 'The limit stands in the text only.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.negative_prompt",
      description: 'The limit stands in the text only.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.cfg_scale",
      description: 'The limits stand in the text only.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.duration",
      description: 'The two lengths stand in the text only.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.camera_control.properties.config.properties[*]",
      description: 'The limits stand in the text only.',
    },
    {
      target: '$.components.schemas',
      description:
        "The four states stand in the text only. The finished sound is shown nowhere; it is Kling's own.",
    },
    {
      target: '$.components.schemas.AudioTaskAccepted.properties.data.properties',
      description:
        'The four states stand in the text only; `task_info` stands in the example only.',
    },
    {
      target: '$.components.schemas.VideoTaskAccepted',
      description:
        "Nothing is marked as required here, though the sounds' twin of this answer marks the same fields.",
    },
    {
      target: '$.components.schemas.Video',
      description: 'Every sample of a finished video shows all three.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query answers for every kind of task; this is what it answers for this one.',
    },
    {
      target: '$.paths',
      description:
        'The generic query route, once for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query answers for every kind of task; this is what it answers for this one.',
    },
    {
      target: '$.paths',
      description:
        'The generic query route, once for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query answers for every kind of task; this is what it answers for this one.',
    },
    {
      target: '$.paths',
      description:
        'The generic query route, once for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
  ],
  deerapi: [
    {
      target: '$',
      description: 'Prism reads schemas as draft-07 unless a document names its dialect.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration.type",
      description:
        'The schema says integer, the text beside it one decimal; Kling itself takes a float.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.duration",
      description:
        '3.0 to 10.0 with one decimal, says the text. Written as a list, because `multipleOf 0.1` refuses 3.3 and others in floating point.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.prompt",
      description: 'The limit stands in the text only.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.prompt.default",
      description: "A sample that fills the page's form; left out, the field is not set.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.external_task_id.default",
      description: "A sample that fills the page's form; left out, the field is not set.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json'].schema.properties.callback_url.default",
      description: "A sample that fills the page's form; left out, the field is not set.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema.oneOf",
      description:
        'A choice between two lists of required fields means nothing to the types; made anew below.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/video-to-audio'].post.requestBody.content['application/json'].schema",
      description:
        'The same choice, each branch naming the other field, so that the types refuse neither and both, too.',
    },
    {
      target: '$.components.schemas',
      description:
        "The four states stand in the text only. The finished sound is shown nowhere; it is Kling's own.",
    },
    {
      target: '$.components.schemas.AudioTaskAccepted.properties.data.properties',
      description:
        'The four states stand in the text only; `task_info` stands in the example only.',
    },
    {
      target: '$.components.schemas.VideoTaskAccepted',
      description:
        "Nothing is marked as required here, though the sounds' twin of this answer marks the same fields.",
    },
    {
      target: '$.components.schemas.Video',
      description: 'Every sample of a finished video shows all three.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query answers for every kind of task; this is what it answers for this one.',
    },
    {
      target: '$.paths',
      description:
        'The generic query route, once for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query answers for every kind of task; this is what it answers for this one.',
    },
    {
      target: '$.paths',
      description:
        'The generic query route, once for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query answers for every kind of task; this is what it answers for this one.',
    },
    {
      target: '$.paths',
      description:
        'The generic query route, once for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
  ],
};
