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
      target: '$.components.schemas',
      description:
        'According to the text, the prompt may be left out only when every shot has its own; `shot_type` is required with `multi_shot`, and `multi_prompt` with `customize`.',
    },
    {
      target: '$.components.schemas.Shot',
      description: 'A shot needs all three, as the text says of each.',
    },
    {
      target: '$.components.schemas.CameraControl.properties.config',
      description: 'An object, or null beside a preset.',
    },
    {
      target: '$.components.schemas.CameraControl',
      description:
        'The text requires `config` with `simple`, where exactly one axis differs from 0, and nothing but the type with a preset, or null for `config`.',
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
        'How the video is cut is a choice of three; each of them names the fields that it needs.',
    },
    {
      target:
        "$.paths['/v1/videos/text2video'].post.requestBody.content['application/json'].schema.properties.model_name",
      description:
        'Kling retired old video models on 2026-09-15. The pages still list them all, and one is the documented default; since then text2video answers their names with 404 and 1203, and serves the three others.',
    },
    {
      target:
        "$.paths['/v1/videos/image2video'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, at least one frame is required, of `image_tail`, the masks and `camera_control` at most one may be given, voices need sound, and shots follow the same rules as for text2video. The samples send unused fields as empty strings, so an empty string counts as absent. The text also excludes `element_list` beside `voice_list`, but a sample on the same page sends both, so this refuses neither.',
    },
    {
      target:
        "$.paths['/v1/videos/image2video'].post.requestBody.content['application/json'].schema.properties.model_name",
      description:
        'Kling retired old video models on 2026-09-15. The pages still list them all, and one is the documented default; since then image2video answers their names with 404 and 1203, and serves the three others.',
    },
    {
      target:
        "$.paths['/v1/videos/image2video'].post.requestBody.content['application/json'].schema.properties.image_tail",
      description:
        "A last frame alone belonged to models that are retired, by Kling's table of what each model can do.",
    },
    {
      target:
        "$.paths['/v1/videos/image2video'].post.requestBody.content['application/json'].schema.properties.voice_list",
      description:
        'An entry without its id names nothing. What the text excludes and a sample does is a warning here.',
    },
    {
      target:
        "$.paths['/v1/videos/image2video'].post.requestBody.content['application/json'].schema.properties.dynamic_masks.items.properties.trajectories.items",
      description: 'A point has two coordinates.',
    },
    {
      target:
        "$.paths['/v1/videos/image2video'].post.requestBody.content['application/json'].schema.properties.dynamic_masks",
      description:
        "Masks and camera belonged to kling-v1 and kling-v1-5, by Kling's table of what each model can do.",
    },
    {
      target:
        "$.paths['/v1/videos/omni-video'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, `aspect_ratio` is required unless there is a first frame or a video to change, a last frame needs a first one, frames and a video to change exclude each other, beside any video `sound` is off, and shots follow the same rules as for text2video. Shots beside a video that is referred to came on 2026-06-17, only as the model cuts them.',
    },
    {
      target:
        "$.paths['/v1/videos/omni-video'].post.requestBody.content['application/json'].schema.properties.image_list",
      description:
        'A last frame needs a first one. The sums of pictures and elements that the text allows are seven, or four beside a video.',
    },
    {
      target:
        "$.paths['/v1/videos/omni-video'].post.requestBody.content['application/json'].schema.properties.element_list",
      description:
        'The text allows seven pictures and elements together, so no list may be longer.',
    },
    {
      target: "$.paths['/v1/videos/multi-image2video'].post",
      description:
        "The only model of this operation was retired on 2026-09-15, and the page is no longer in Kling's index. That it is served no more is concluded from that; nobody is known to have tried it on every account.",
    },
    {
      target: "$.paths['/v1/videos/video-extend'].post",
      description:
        "Only videos of models that were retired on 2026-09-15 can be extended, and results are kept for 30 days, so there is none left. The page is no longer in Kling's index.",
    },
    {
      target: '$.components.schemas.VideoExtendAnswer',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.VideoExtendList',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.VideoExtendTask',
      description: 'The page marks nothing as required; every sample and log has these fields.',
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
      target: '$.components.schemas',
      description:
        'The generic query is for tasks of every kind; this is its response for a task that makes videos and nothing else.',
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
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/image2video'].post.requestBody.content['application/json'].schema.properties",
      description: 'Only the text has the limits.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/image2video'].post.requestBody.content['application/json'].schema.properties.dynamic_masks.items",
      description: "The page names a mask and a way; the fields are Kling's.",
    },
    {
      target:
        "$.paths['/kling/v1/videos/image2video'].post.requestBody.content['application/json'].schema.properties.model_name",
      description:
        'The page lists no models. A gateway cannot serve what Kling retired on 2026-09-15, although the page still starts with one of them.',
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/omni-video'].post.requestBody.content['application/json'].schema.properties",
      description:
        'Only the text has the limits. No list can be longer than pictures and elements together.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/omni-video'].post.requestBody.content['application/json'].schema.properties.image_list.items",
      description: 'A picture needs its address; the two frames are in the text only.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/omni-video'].post.requestBody.content['application/json'].schema.properties.element_list.items",
      description: 'An entry without its id names nothing.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/omni-video'].post.requestBody.content['application/json'].schema.properties.video_list",
      description:
        "The page tells little of this field; one video and the two ways to use it are Kling's.",
    },
    {
      target:
        "$.paths['/kling/v1/videos/omni-video'].post.requestBody.content['application/json'].schema.properties",
      description:
        'The page does not have this field, but the client names each task by it. Kling has it everywhere.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/omni-video'].post.requestBody.content['application/json'].schema",
      description:
        'The text requires `aspect_ratio` unless there is a first frame or a video to change.',
    },
    {
      target: '$.components.schemas.OmniVideoQuery.properties.data',
      description:
        'The page shows these fields in a sample, the four states and the reason in the text only.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/multi-image2video'].post.requestBody.content['application/json'].schema",
      description:
        'What was read of the page does not show what is required. Kling requires both, and an entry without its picture shows nothing.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/multi-image2video'].post.requestBody.content['application/json'].schema.properties.duration",
      description: 'Only the text has the two lengths.',
    },
    {
      target: "$.paths['/kling/v1/videos/multi-image2video'].post",
      description:
        'Kling retired the only model on 2026-09-15. A gateway can only pass it on, although its page is still there.',
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/video-extend'].post.requestBody.content['application/json'].schema.properties",
      description: 'Only the text has the limits.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/video-extend'].post.requestBody.content['application/json'].schema.properties",
      description:
        'The page does not have this field, but the client names each task by it. Kling has it everywhere.',
    },
    {
      target: "$.paths['/kling/v1/videos/video-extend'].post",
      description:
        'Only videos of models that Kling retired on 2026-09-15 can be extended, and results are kept for 30 days.',
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
      target: '$.components.schemas',
      description:
        'The generic query is for tasks of every kind; this is its response for a task that makes videos and nothing else.',
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
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/omni-video'].post.requestBody.content['application/json'].schema",
      description:
        "The page marks nothing as required. Kling requires a prompt, and CometAPI's page of the same operation, too.",
    },
    {
      target:
        "$.paths['/kling/v1/videos/omni-video'].post.requestBody.content['application/json'].schema.properties.image_list.items",
      description:
        "A picture needs its address. Which frame it is stands on Kling's page and CometAPI's.",
    },
    {
      target:
        "$.paths['/kling/v1/videos/omni-video'].post.requestBody.content['application/json'].schema.properties",
      description:
        "The page's request does not show this field, but its response does, and the client names each task by it.",
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/multi-image2video'].post.requestBody.content['application/json'].schema",
      description:
        'The page marks nothing as required; Kling and CometAPI require both, and one to four pictures.',
    },
    {
      target: "$.paths['/kling/v1/videos/multi-image2video'].post",
      description:
        'Kling retired the only model on 2026-09-15. A gateway can only pass it on, although its page is still there.',
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
  ],
};
