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
      target: '$.components.schemas.ElementReference.properties.element_id',
      description:
        'The tables call it a long, and samples send it as a number and as text. A number of JavaScript would lose its last digits, so it may be text.',
    },
    {
      target: '$.components.schemas.VideoTask',
      description: 'The pages mark nothing as required; every sample and log has these fields.',
    },
    {
      target: '$.components.schemas.VideoTaskResult.properties.videos.items',
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
      target: '$.components.schemas.CameraControl',
      description:
        "The camera belonged to kling-v1 and kling-v1-5, by Kling's table of what each model can do.",
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
        'The page shows this field in its export of 2026-09-20, not in the rendered state that the document was written from.',
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
        "$.paths['/v1/videos/image2video'].post.requestBody.content['application/json'].schema.properties.static_mask",
      description:
        "Masks and camera belonged to kling-v1 and kling-v1-5, by Kling's table of what each model can do.",
    },
    {
      target:
        "$.paths['/v1/videos/omni-video'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, `aspect_ratio` is required unless there is a first frame or a video to change, a last frame needs a first one, frames and a video to change exclude each other, beside any video `sound` is off, and shots follow the same rules as for text2video. Shots beside a video that is referred to came on 2026-06-17, only as the model cuts them. Pictures and elements beside a video are four together, so neither list may be longer. A sample sends unused lists empty, so an empty list counts as absent.',
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
      target:
        "$.paths['/v1/videos/avatar/image2video'].post.requestBody.content['application/json'].schema",
      description:
        'The text requires exactly one of the two. The samples send unused fields as empty strings, so an empty string counts as absent. Each branch names the other field, so that the types refuse both, too.',
    },
    {
      target:
        "$.paths['/v1/videos/advanced-lip-sync'].post.requestBody.content['application/json'].schema.properties.face_choose.items",
      description:
        'The text requires exactly one of the two. The samples send unused fields as empty strings, so an empty string counts as absent. Each branch names the other field, so that the types refuse both, too.',
    },
    {
      target:
        "$.paths['/v1/videos/advanced-lip-sync'].post.requestBody.content['application/json'].schema.properties.face_choose.items.properties",
      description:
        'By the text, sound and video begin at 0, and a cut of less than two seconds is refused, so it cannot end before 2000. That the end has to be 2000 after the start is beyond a schema.',
    },
    {
      target: '$.components.schemas.LipSyncTask',
      description: 'The page marks nothing as required; every sample and log has these fields.',
    },
    {
      target: '$.components.schemas.LipSyncTask.properties.task_info.properties',
      description:
        'The page shows no name of your own in a task. It takes one all the same, and other operations show it.',
    },
    {
      target: '$.components.schemas.LipSyncTask.properties.task_result.properties.videos.items',
      description:
        'Every sample of a finished video has these three; the watermarked one is there only when requested.',
    },
    {
      target:
        "$.paths['/v1/videos/identify-face'].post.requestBody.content['application/json'].schema",
      description:
        'The text requires exactly one of the two. The samples send unused fields as empty strings, so an empty string counts as absent. Each branch names the other field, so that the types refuse both, too.',
    },
    {
      target: '$.components.schemas.FacesAnswer',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.Faces',
      description:
        'The page marks nothing as required; without these two, there is nothing to give to lip-sync.',
    },
    {
      target: '$.components.schemas.Face',
      description: 'The page marks nothing as required; its sample has all four.',
    },
    {
      target:
        "$.paths['/v1/videos/effects'].post.requestBody.content['application/json'].schema.properties.input",
      description:
        'By the text, a scene takes one picture or two, never both. An empty string counts as absent, as in other samples of Kling. Each branch names the other field, so that the types refuse both, too. Which scene takes which is left to Kling, as scenes change.',
    },
    {
      target: '$.components.schemas.VideoEffectsTask',
      description: 'The page marks nothing as required; every sample and log has these fields.',
    },
    {
      target:
        '$.components.schemas.VideoEffectsTask.properties.task_result.properties.videos.items',
      description:
        'Every sample of a finished video has these two; the watermarked one is there only when requested.',
    },
    {
      target: '$.components.schemas.VideoEffectsListed',
      description: 'The page marks nothing as required; every sample and log has these fields.',
    },
    {
      target:
        '$.components.schemas.VideoEffectsListed.properties.task_result.properties.videos.items',
      description:
        'Every sample of a finished video has these two; the watermarked one is there only when requested.',
    },
    {
      target:
        "$.paths['/v1/videos/effects'].post.requestBody.content['application/json'].schema.properties.effect_scene.enum",
      description:
        'The page lists the scenes of its day. Kling adds and withdraws some every month, so the list is kept only for drift to compare, and any name may be sent.',
    },
    {
      target:
        "$.paths['/v1/videos/effects'].post.requestBody.content['application/json'].schema.properties.effect_scene",
      description:
        "Scenes that Kling's change log withdraws. The page still lists the last of them.",
    },
    {
      target:
        "$.paths['/v1/images/generations'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, `image_reference` needs an `image`, and an `image` excludes `negative_prompt` and counts among the ten references. The sample sends unused fields as empty strings, so an empty string counts as absent.',
    },
    {
      target:
        "$.paths['/v1/images/omni-image'].post.requestBody.content['application/json'].schema",
      description:
        'The field notes send the reader to the capability map, and by that only kling-v3-omni draws in 4k and makes series. Without `model_name` it is kling-image-o1.',
    },
    {
      target: '$.components.schemas.OmniImageTask',
      description:
        'The page marks nothing as required; every sample and log of other tasks has these fields.',
    },
    {
      target: '$.components.schemas.OmniImageAnswer',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.OmniImageList',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.MultiShotTask',
      description:
        'Nothing is known to be required; every sample and log of other tasks has these fields.',
    },
    {
      target: '$.components.schemas.PictureSet',
      description:
        'Nothing is known to be required; these are all the fields of an entry, and none of them is said to be left out.',
    },
    {
      target: "$.paths['/v1/images/kolors-virtual-try-on'].post",
      description:
        "Contested: a public client lists the model as retired on 2026-09-15, while Kling's change log of that day has it that calls of both old models go to the 3.0 model. The page is no longer in the index, and nobody was seen to try.",
    },
    {
      target: '$.components.schemas.VirtualTryOnTask',
      description:
        'The page marks nothing as required; every sample and log of other tasks has these fields.',
    },
    {
      target:
        '$.components.schemas.VirtualTryOnTask.properties.task_result.properties.images.items',
      description: 'Every sample of a finished picture has both.',
    },
    {
      target: '$.components.schemas.VirtualTryOnTask.properties',
      description:
        "Kling's pages of 2026 have this field; the page of virtual try-on, as it was retold, does not.",
    },
    {
      target: '$.components.schemas.VirtualTryOnAnswer',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.VirtualTryOnList',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target:
        "$.paths['/v1/audio/tts'].post.requestBody.content['application/json'].schema.properties.voice_language.default",
      description:
        'The page has a default for a field that it requires; what is required cannot be left to a default.',
    },
    {
      target: '$.components.schemas.SpeechAnswer',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.Speech',
      description:
        'The page marks nothing as required; its sample has these fields, as all tasks do.',
    },
    {
      target: '$.components.schemas.Speech.properties.task_result.properties.audios.items',
      description: 'The page marks nothing as required; its sample of a sound has all three.',
    },
    {
      target:
        "$.paths['/v1/general/custom-voices'].post.requestBody.content['application/json'].schema",
      description:
        'A voice needs a recording. The page marks both fields as optional and does not say that they exclude each other; its sample sends the unused one as an empty string, so an empty string counts as absent.',
    },
    {
      target: '$.components.schemas.VoiceTask',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.VoicePreset',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.VoicePreset.properties.task_result',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.Voice',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target:
        "$.paths['/v1/general/delete-voices'].post.responses['200'].content['application/json'].schema",
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target:
        "$.paths['/v1/general/advanced-custom-elements'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, `image_refer` needs pictures, one from the front and one to three others, and `video_refer` a video, which means nothing beside pictures.',
    },
    {
      target:
        "$.paths['/v1/general/advanced-custom-elements'].post.requestBody.content['application/json'].schema.properties.tag_list.items",
      description: 'A tag is nothing but its id.',
    },
    {
      target: "$.paths['/v1/general/delete-advanced-elements'].post",
      description:
        'The pages about video name this path, those about pictures and an older copy the other one, each for the same thing. Which of them is served is unknown; the client takes this one.',
    },
    {
      target: "$.paths['/v1/general/delete-elements'].post",
      description: 'The other side of the contradiction above.',
    },
    {
      target: '$.components.schemas.ElementTask',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.ElementPreset',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.ElementPreset.properties.task_result',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.Element.properties.element_id',
      description:
        'Samples show it as a number, and as text where it is sent. A number of JavaScript would lose its last digits, so the client reads it as text, and so do the types.',
    },
    {
      target: '$.components.schemas.Element',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target:
        "$.paths['/v1/general/delete-advanced-elements'].post.responses['200'].content['application/json'].schema",
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: "$.paths['/account/costs'].get",
      description:
        'The page says in a sentence that this costs nothing, and how often it may be asked.',
    },
    {
      target: '$.components.schemas.AccountUsage',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.AccountUsage.properties.resource_pack_subscribe_infos.items',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target:
        "$.paths['/account/billing/balance'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, both times are needed for the first page, and nothing else counts once there is a cursor; the sample sends it empty with the first page, so an empty string counts as absent.',
    },
    {
      target:
        "$.paths['/account/billing/balance'].post.responses['200'].content['application/json'].schema",
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.BalanceDeductions',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.BalanceDeductions.properties.result',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.BalanceDeduction',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target:
        "$.paths['/account/billing/package'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, both times are needed for the first page, and nothing else counts once there is a cursor; the sample sends it empty with the first page, so an empty string counts as absent.',
    },
    {
      target:
        "$.paths['/account/billing/package'].post.responses['200'].content['application/json'].schema",
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.PackageDeductions',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.PackageDeductions.properties.result',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: '$.components.schemas.PackageDeduction',
      description: 'The page marks nothing as required; its samples have these fields.',
    },
    {
      target: "$.paths['/v1/videos/multi-image2video'].post",
      description:
        "The only model of this operation was retired on 2026-09-15, and the page is no longer in Kling's index. That it is served no more is concluded from that; nobody is known to have tried it on every account.",
    },
    {
      target: "$.paths['/v1/videos/video-extend'].post",
      description:
        "Only videos of models that were retired on 2026-09-15 can be extended, and results are kept for 30 days, so there has been none since 2026-10-15. The page is no longer in Kling's index.",
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
        "$.paths['/kling/v1/videos/avatar/image2video'].post.requestBody.content['application/json'].schema.oneOf",
      description:
        'A choice between two lists of required fields has no effect on the types; the next correction replaces it.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/avatar/image2video'].post.requestBody.content['application/json'].schema",
      description:
        'The same choice, but each branch names the other field, so that the types also refuse neither and both.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/avatar/image2video'].post.requestBody.content['application/json'].schema.properties.prompt",
      description: 'Only the text has the limit.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/avatar/image2video'].post.requestBody.content['application/json'].schema.properties.mode",
      description:
        'The page recommends std to begin with; Kling itself takes it when the field is left out.',
    },
    {
      target: '$.components.schemas',
      description:
        'The generic query is for tasks of every kind; this is its response for a task of this kind.',
    },
    {
      target: '$.paths',
      description:
        'No page says how such a task is queried: the route of the generic query has two parts before the id, and the create has three. This is where Kling itself has it, and every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/advanced-lip-sync'].post.requestBody.content['application/json'].schema.properties.face_choose.items",
      description:
        'Nothing is marked as required here; Kling requires these, and the sample has them.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/advanced-lip-sync'].post.requestBody.content['application/json'].schema.properties.face_choose.items",
      description:
        'The page names both fields as two ways to give the sound; Kling refuses neither and both. Each branch names the other field, so that the types do, too.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/advanced-lip-sync'].post.requestBody.content['application/json'].schema.properties.face_choose.items.properties",
      description: 'The text has milliseconds, and the sample writes them as digits.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/advanced-lip-sync'].post.requestBody.content['application/json'].schema.properties.face_choose.items.properties.sound_file",
      description:
        "The page has no limits for the sound; a gateway can only pass on Kling's, but for Base64, of which the page does not speak.",
    },
    {
      target:
        "$.paths['/kling/v1/videos/advanced-lip-sync'].post.requestBody.content['application/json'].schema.properties.face_choose.items.properties.sound_volume",
      description: "The page has no limits; a gateway can only pass on Kling's.",
    },
    {
      target:
        "$.paths['/kling/v1/videos/advanced-lip-sync'].post.requestBody.content['application/json'].schema.properties.face_choose.items.properties.original_sound_volume",
      description: "The page has no limits; a gateway can only pass on Kling's.",
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
        "$.paths['/kling/v1/videos/identify-face'].post.requestBody.content['application/json'].schema.oneOf",
      description:
        'A choice between two lists of required fields has no effect on the types; the next correction replaces it.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/identify-face'].post.requestBody.content['application/json'].schema",
      description:
        'The same choice, but each branch names the other field, so that the types also refuse neither and both.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/identify-face'].post.requestBody.content['application/json'].schema.properties.video_url",
      description:
        "The page has the two formats; the other limits are Kling's, which a gateway can only pass on.",
    },
    {
      target: '$.components.schemas.Faces',
      description:
        'Not marked as required; without these two, there is nothing to give to lip-sync.',
    },
    {
      target: '$.components.schemas.Face',
      description: 'Not marked as required; the sample has all four.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/effects'].post.requestBody.content['application/json'].schema.properties.input.oneOf",
      description:
        'A choice between two lists of required fields has no effect on the types; the next correction replaces it.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/effects'].post.requestBody.content['application/json'].schema.properties.input",
      description:
        'The same choice, but each branch names the other field, so that the types also refuse neither and both.',
    },
    {
      target:
        "$.paths['/kling/v1/videos/effects'].post.requestBody.content['application/json'].schema.properties.input.properties.image",
      description: "The page speaks of Kling's limits without a number; these are Kling's.",
    },
    {
      target:
        "$.paths['/kling/v1/videos/effects'].post.requestBody.content['application/json'].schema.properties.input.properties.images.items",
      description: "The page speaks of Kling's limits without a number; these are Kling's.",
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
      target: '$.components.schemas.ImageTaskAccepted.properties.data.properties',
      description: 'Only the text has the four states.',
    },
    {
      target: '$.components.schemas.ImageTaskAccepted.properties',
      description: 'The page for several pictures has this field, the other does not.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema.properties.image_fidelity",
      description: 'Only the text has the limits.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema.properties.n",
      description: 'Only the text has the limits.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema.properties.model_name",
      description:
        'The page lists no models; its OpenAPI says that what is used without one is there for old programs, and to send kling-v3. Kling retired its old image models on 2026-09-15, and a gateway can only pass them on; the page for several pictures still names kling-v2.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema.required",
      description:
        'Replaced by the next correction, as the prompt may be left out of one of two shapes.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema",
      description:
        'Another page, https://apidoc.cometapi.com/api/video/kling/multi-image-to-image, posts another body to this route, for several pictures; what it says of the fields that both have stands here, and in the shapes where they differ.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].examples",
      description: "The same page's shape, with a model that Kling still has.",
    },
    {
      target: '$.components.schemas',
      description:
        "The generic query is for tasks of every kind; this is its response for a task of this kind. The create shows null for what is not known yet, and so may this. No page shows a finished picture, so that is Kling's own schema.",
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target: "$.paths['/kling/v1/images/kolors-virtual-try-on'].post",
      description:
        "No page of this create was seen: a list of routes and the generic query name it, and its body is Kling's. Whether Kling still serves it is contested, too: a public client lists the model as retired on 2026-09-15, Kling's change log of that day has it that such calls go to the 3.0 model.",
    },
    {
      target: '$.components.schemas',
      description:
        "The generic query is for tasks of every kind; this is its response for a task of this kind. The create shows null for what is not known yet, and so may this. No page shows a finished picture, so that is Kling's own schema.",
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.requestBody.content['application/json'].schema.properties.text",
      description: 'Only the text has the limit.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.requestBody.content['application/json'].schema.properties.voice_speed",
      description: 'Only the text has the limits.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.requestBody.content['application/json'].schema.properties.voice_language",
      description: 'Only the text has the two languages.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.responses['200'].content['application/json'].schema",
      description:
        "The page shows the answer as an empty object; a gateway can only pass on Kling's own, with what every envelope has required.",
    },
    {
      target: '$.components.schemas',
      description: "No page shows the speech, so this is Kling's own schema.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.responses['200'].content['application/json'].examples.succeed.value",
      description: 'The page shows an empty object; this is what Kling itself answers.',
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
        'Only videos of models that Kling retired on 2026-09-15 can be extended, and results are kept for 30 days, until 2026-10-15.',
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
      target: '$.components.schemas.ImageTaskAccepted.properties.data.properties',
      description: 'Only the text has the four states.',
    },
    {
      target: '$.components.schemas.ImageTaskAccepted.properties',
      description: 'The page for several pictures has this field, the other does not.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema.properties.image_fidelity",
      description: 'Only the text has the limits.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema.properties.n",
      description: 'Only the text has the limits.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema.properties.model_name",
      description:
        'The page lists no models. Kling retired its old image models on 2026-09-15, and a gateway can only pass them on; the page for several pictures still names kling-v2.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema.required",
      description:
        'Replaced by the next correction, as the prompt may be left out of one of two shapes.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].schema",
      description:
        'Another page, https://apidoc.deerapi.com/api/image/kling/generate-with-references, posts another body to this route, for several pictures; what it says of the fields that both have stands here, and in the shapes where they differ.',
    },
    {
      target:
        "$.paths['/kling/v1/images/generations'].post.requestBody.content['application/json'].examples",
      description: "The same page's shape, with a model that Kling still has.",
    },
    {
      target: '$.components.schemas',
      description:
        "The generic query is for tasks of every kind; this is its response for a task of this kind. The create shows null for what is not known yet, and so may this. No page shows a finished picture, so that is Kling's own schema.",
    },
    {
      target: '$.paths',
      description:
        'The route of the generic query, repeated for this operation, so that every operation of every provider is `POST route` and `GET route/{task_id}`.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.requestBody.content['application/json'].schema.properties.text",
      description: 'Only the text has the limit.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.requestBody.content['application/json'].schema.properties.voice_speed",
      description: 'Only the text has the limits.',
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.requestBody.content['application/json'].schema.properties.text.default",
      description:
        "A sample that fills the page's form, like those beside it; the field is required, so nothing can be left to a default.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.requestBody.content['application/json'].schema.properties.voice_id.default",
      description:
        "A sample that fills the page's form, like those beside it; the field is required, so nothing can be left to a default.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.requestBody.content['application/json'].schema.properties.voice_language.default",
      description:
        "A sample that fills the page's form, like those beside it; the field is required, so nothing can be left to a default.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.responses['200'].content['application/json'].schema",
      description:
        "The page shows the answer as an empty object; a gateway can only pass on Kling's own, with what every envelope has required.",
    },
    {
      target: '$.components.schemas',
      description: "No page shows the speech, so this is Kling's own schema.",
    },
    {
      target:
        "$.paths['/kling/v1/audio/tts'].post.responses['200'].content['application/json'].examples.succeed.value",
      description: 'The page shows an empty object; this is what Kling itself answers.',
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
  klingai2: [
    {
      target: '$',
      description: 'Prism reads schemas as draft-07 unless a document names its dialect.',
    },
    {
      target: '$.components.schemas.TaskAccepted',
      description: 'The pages mark nothing as required; every sample and log has these fields.',
    },
    {
      target: '$.components.schemas.Task',
      description: 'The pages mark nothing as required; every sample and log has these fields.',
    },
    {
      target: '$.components.schemas.CallbackTask',
      description:
        'The pages mark nothing as required; the sample has these fields, as those of the queries have.',
    },
    {
      target: '$.components.schemas.CallbackElement',
      description: 'An element without its id is of no use.',
    },
    {
      target: '$.components.schemas.TasksAnswer',
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: '$.components.schemas.TaskPage',
      description:
        'The envelope is the same on every page, except for errors. An account without tasks was answered with the number and the end alone.',
    },
    {
      target: '$.components.schemas.VideoOutput',
      description:
        'Every sample of a finished video has these four; the watermarked one is there only when requested.',
    },
    {
      target: '$.components.schemas.ImageOutput',
      description: 'Every sample of a finished picture has these two.',
    },
    {
      target: '$.components.schemas.AudioOutput',
      description: 'Every sample of a finished sound has all of them.',
    },
    {
      target: '$.components.schemas.VoiceOutput',
      description: 'A voice without its id is of no use.',
    },
    {
      target: '$.components.schemas.ElementOutput',
      description: 'An element without its id is of no use.',
    },
    {
      target: '$.components.schemas.ElementOutput.properties',
      description:
        'The page on callbacks has this name for what the pages of the operations call `references`, so either may come.',
    },
    {
      target: '$.components.schemas.Charge',
      description:
        'What a task cost that failed before it began was seen as an amount alone, and cash without its currency.',
    },
    {
      target: '$.components.schemas.TaskFilter.properties',
      description:
        'The pages of the turbo model have whole numbers here, the others text; both were accepted.',
    },
    {
      target: '$.components.schemas.TaskFilter.properties.limit',
      description: 'The text has the most that a page may have.',
    },
    {
      target: '$.components.schemas.TaskFilter.properties.filters.items',
      description: 'A filter needs both.',
    },
    {
      target: '$.components.schemas.TaskFilter.properties.filters.items',
      description: 'The text lists the values of each of the two.',
    },
    {
      target: '$.components.parameters.taskIds',
      description:
        'The 21st id was refused. It is in print for `GET /solutions` only. Ids that nobody has are left out of the response, which is an empty list when there are no others.',
    },
    { target: '$.components.parameters.externalTaskIds', description: 'As with `task_ids`.' },
    {
      target: "$.paths['/tasks'].get.responses['200'].content['application/json'].examples",
      description:
        'Where nobody has any of the ids, the list is empty; legacy refuses that with 400 and 1201.',
    },
    {
      target: "$.paths['/tasks'].post.responses['200'].content['application/json'].examples",
      description: 'The answer to an account without tasks has neither a list nor a cursor.',
    },
    {
      target: "$.components.responses.BadRequest.content['application/json'].examples",
      description:
        'An external id that the account has used before, here or in the legacy generation, was refused at once and 13 minutes later, and nothing was charged. The response does not tell the id of the task. The text of a query without ids is another.',
    },
    {
      target:
        "$.paths['/text-to-video/kling-2.6'].post.requestBody.content['application/json'].schema.properties.settings",
      description: 'According to the text, only 1080p has sound.',
    },
    {
      target: '$.components.schemas.ImageToVideoKling30TurboContent',
      description: 'The table lists the types; the notes give each of them fields of its own.',
    },
    {
      target: '$.components.schemas.ImageToVideoKling30Content',
      description: 'The table lists the types; the notes give each of them fields of its own.',
    },
    {
      target: '$.components.schemas.ImageToVideoKling26Content',
      description: 'The table lists the types; the notes give each of them fields of its own.',
    },
    {
      target: '$.components.schemas.ImageToVideoKling25TurboContent',
      description: 'The table lists the types; the notes give each of them fields of its own.',
    },
    {
      target: '$.components.schemas',
      description: 'The notes of kling-2.6 have the fields of a voice, which no other model takes.',
    },
    {
      target:
        "$.paths['/image-to-video/kling-3.0-turbo'].post.requestBody.content['application/json'].schema.properties.contents",
      description:
        'According to the notes, a first frame is required, beside which there may be one prompt.',
    },
    {
      target:
        "$.paths['/image-to-video/kling-3.0'].post.requestBody.content['application/json'].schema.properties.contents",
      description:
        'According to the notes, a first frame is required, beside which there may be one prompt, one last frame and three elements.',
    },
    {
      target:
        "$.paths['/image-to-video/kling-2.6'].post.requestBody.content['application/json'].schema.properties.contents",
      description:
        'According to the notes, a first frame is required, beside which there may be one prompt, one last frame and two voices.',
    },
    {
      target:
        "$.paths['/image-to-video/kling-2.5-turbo'].post.requestBody.content['application/json'].schema.properties.contents",
      description:
        'According to the notes, a first frame is required, beside which there may be one prompt and one last frame.',
    },
    {
      target:
        "$.paths['/image-to-video/kling-2.6'].post.requestBody.content['application/json'].schema.properties.settings",
      description: 'According to the text, only 1080p has sound.',
    },
    {
      target:
        "$.paths['/image-to-video/kling-2.6'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, a last frame needs 1080p, and voices need sound; settings that are left out are 720p and off.',
    },
    {
      target:
        "$.paths['/image-to-video/kling-2.5-turbo'].post.requestBody.content['application/json'].schema",
      description:
        'According to the text, a last frame needs 1080p; a resolution that is left out is 720p.',
    },
    {
      target: '$.components.schemas',
      description:
        'The notes give the content of each type its fields. What has an `id` can be named in the prompt.',
    },
    {
      target: '$.components.schemas.OmniVideoKling30OmniContent',
      description: 'The table lists the types; the notes give each of them fields of its own.',
    },
    {
      target: '$.components.schemas.OmniVideoKlingO1Content',
      description: 'The table lists the types; the notes give each of them fields of its own.',
    },
    {
      target:
        "$.paths['/omni-video/kling-3.0-omni'].post.requestBody.content['application/json'].schema.properties.contents",
      description:
        'According to the notes, a last frame needs a first one, there is one video at most, one to change allows no frames, and the numbers of pictures and elements have limits. Of what an element was made from, which changes them, a request says nothing.',
    },
    {
      target:
        "$.paths['/omni-video/kling-o1'].post.requestBody.content['application/json'].schema.properties.contents",
      description:
        'According to the notes, a last frame needs a first one, there is one video at most, both frames allow neither elements nor further pictures, and the numbers of pictures and elements have limits.',
    },
    {
      target:
        "$.paths['/omni-video/kling-3.0-omni'].post.requestBody.content['application/json'].schema.properties.contents",
      description: 'A create with an empty list was refused, and named it.',
    },
    {
      target:
        "$.paths['/omni-video/kling-o1'].post.requestBody.content['application/json'].schema.properties.contents",
      description: 'A create with an empty list was refused, and named it.',
    },
    {
      target:
        "$.paths['/omni-video/kling-3.0-omni'].post.requestBody.content['application/json'].schema",
      description:
        'The table has a default for `aspect_ratio`, while the notes require it unless there is a first frame or a video. They also say that beside a video to refer to `audio` is off and `multi_shot` true, and beside one to change `audio` is not native and there is one shot.',
    },
    {
      target: "$.paths['/omni-video/kling-o1'].post.requestBody.content['application/json'].schema",
      description:
        'The table has a default for `aspect_ratio`, while the notes require it unless there is a first frame or a video. They also say that a first frame alone makes videos of 5 or 10 seconds.',
    },
    {
      target: '$.components.schemas',
      description: 'The notes give the picture and the video their fields.',
    },
    {
      target: '$.components.schemas.MotionControlKling30Content',
      description: 'The table lists the types; the notes give each of them fields of its own.',
    },
    {
      target: '$.components.schemas.MotionControlKling26Content',
      description: 'The table lists the types; the notes give each of them fields of its own.',
    },
    {
      target:
        "$.paths['/motion-control/kling-3.0'].post.requestBody.content['application/json'].schema.properties.contents",
      description:
        'There is nothing to move without a picture, and no movement without a video. Beside them there may be a prompt and an element.',
    },
    {
      target:
        "$.paths['/motion-control/kling-2.6'].post.requestBody.content['application/json'].schema.properties.contents",
      description:
        'There is nothing to move without a picture, and no movement without a video. Beside them there may be a prompt.',
    },
    {
      target:
        "$.paths['/motion-control/kling-3.0'].post.requestBody.content['application/json'].schema",
      description:
        'A field of `settings` is required, so they are, although their own row says that they are not. With an element, the figure faces as in the video.',
    },
    {
      target:
        "$.paths['/motion-control/kling-2.6'].post.requestBody.content['application/json'].schema",
      description:
        'A field of `settings` is required, so they are, although their own row says that they are not.',
    },
    {
      target:
        "$.paths['/solutions/virtual_try_on'].post.requestBody.content['application/json'].schema.properties.contents",
      description: 'According to the notes, there is exactly one picture of each.',
    },
    {
      target: '$.components.schemas.TryOnAccepted',
      description: 'The page marks nothing as required; the samples have these fields.',
    },
    {
      target: '$.components.schemas.TryOnTask',
      description: 'The page marks nothing as required; the samples have these fields.',
    },
    {
      target: "$.paths['/solutions'].get.responses['200'].content['application/json'].schema",
      description: 'The envelope is the same on every page, except for errors.',
    },
    {
      target: "$.paths['/solutions'].post.responses['200'].content['application/json'].schema",
      description:
        'The envelope is the same on every page, except for errors, and the page the same as of other tasks.',
    },
    {
      target: "$.paths['/solutions'].get.responses['200'].content['application/json'].examples",
      description: 'As `GET /tasks` was seen to answer where nobody has any of the ids.',
    },
    {
      target: "$.paths['/solutions'].post.responses['200'].content['application/json'].examples",
      description: 'As `POST /tasks` was seen to answer an account without tasks.',
    },
    {
      target: '$.components.schemas.SolutionFilter.properties.limit',
      description: 'The text has the most that a page may have.',
    },
    {
      target: '$.components.schemas.SolutionFilter.properties.filters.items',
      description: 'A filter needs both.',
    },
  ],
};
