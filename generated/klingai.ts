/** The paths of one provider. Made by scripts/generate.ts; do not edit. */
export interface paths {
  '/v1/audio/text-to-audio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List text-to-audio tasks */
    get: operations['listTextToAudio'];
    put?: never;
    /** Turn a text into a sound */
    post: operations['createTextToAudio'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audio/text-to-audio/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look at one text-to-audio task */
    get: operations['getTextToAudio'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audio/video-to-audio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List video-to-audio tasks */
    get: operations['listVideoToAudio'];
    put?: never;
    /** Give a video its sound */
    post: operations['createVideoToAudio'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audio/video-to-audio/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look at one video-to-audio task */
    get: operations['getVideoToAudio'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/text2video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List text-to-video tasks */
    get: operations['listTextToVideo'];
    put?: never;
    /** Turn a text into a video */
    post: operations['createTextToVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/text2video/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look at one text-to-video task */
    get: operations['getTextToVideo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  taskStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A task changed its status
     * @description Sent to `callback_url`, flat and not wrapped in `code` and `data`. Accounts with a webhook secret get the three signature headers, all others get none. How often an unanswered callback is repeated is not documented.
     */
    post: operations['onTaskStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /** @description A name of your own for the task, unique within the account. Tasks can be looked up by it. */
    ExternalTaskId: string;
    /** @description Address that is told when the status changes. */
    CallbackUrl: string;
    /**
     * @description 0 when the request was taken.
     * @constant
     */
    SuccessCode: 0;
    /** @description What the code means. */
    Message: string;
    /** @description Names this request when you ask the provider about it. */
    RequestId: string;
    /**
     * @description Where the task stands.
     * @enum {string}
     */
    TaskStatus: 'submitted' | 'processing' | 'succeed' | 'failed';
    /**
     * @description What went wrong. The HTTP status alone does not tell.
     * @enum {integer}
     */
    ServiceCode:
      | 1000
      | 1001
      | 1002
      | 1003
      | 1004
      | 1100
      | 1101
      | 1102
      | 1103
      | 1200
      | 1201
      | 1202
      | 1203
      | 1300
      | 1301
      | 1302
      | 1303
      | 1304
      | 5000
      | 5001
      | 5002;
    Error: {
      code: components['schemas']['ServiceCode'];
      message: components['schemas']['Message'];
      request_id: components['schemas']['RequestId'];
    };
    TaskInfo: {
      external_task_id?: components['schemas']['ExternalTaskId'];
    };
    TaskAccepted: {
      code: components['schemas']['SuccessCode'];
      message: components['schemas']['Message'];
      request_id: components['schemas']['RequestId'];
      data: {
        /** @description The id that Kling gave the task. */
        task_id: string;
        task_info?: components['schemas']['TaskInfo'];
        task_status: components['schemas']['TaskStatus'];
        /** @description Unix time in milliseconds. */
        created_at: number;
        /** @description Unix time in milliseconds. */
        updated_at: number;
      };
    };
    Audio: {
      /** @description Names the sound. */
      id: string;
      /** @description The sound as MP3. Gone after 30 days. */
      url_mp3: string;
      /** @description The sound as WAV. Gone after 30 days. */
      url_wav: string;
      /** @description Seconds of the MP3. */
      duration_mp3: string;
      /** @description Seconds of the WAV. */
      duration_wav: string;
    };
    Video: {
      /** @description Names the video. */
      id: string;
      /** @description The video as MP4. Gone after 30 days. */
      url: string;
      /** @description Seconds of the video. */
      duration: string;
    };
    FinalBalanceDeduction: {
      /** @description Amount taken from the balance. */
      quota?: string;
      /** @description Amount before discounts. */
      list_price?: string;
    };
    TextToAudioTask: {
      /** @description The id that Kling gave the task. */
      task_id: string;
      task_status: components['schemas']['TaskStatus'];
      /** @description Why the task failed. */
      task_status_msg?: string;
      task_info?: components['schemas']['TaskInfo'];
      task_result?: {
        audios?: components['schemas']['Audio'][];
      };
      /** @description Units that the task cost. */
      final_unit_deduction?: string;
      /** @description Unix time in milliseconds. */
      created_at: number;
      /** @description Unix time in milliseconds. */
      updated_at: number;
      final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
    };
    VideoToAudioTask: {
      /** @description The id that Kling gave the task. */
      task_id: string;
      task_status: components['schemas']['TaskStatus'];
      /** @description Why the task failed. */
      task_status_msg?: string;
      task_info?: {
        external_task_id?: components['schemas']['ExternalTaskId'];
        parent_video?: components['schemas']['Video'];
      };
      task_result?: {
        videos?: components['schemas']['Video'][];
        audios?: components['schemas']['Audio'][];
      };
      /** @description Units that the task cost. */
      final_unit_deduction?: string;
      final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
      /** @description Unix time in milliseconds. */
      created_at: number;
      /** @description Unix time in milliseconds. */
      updated_at: number;
    };
    TextToVideoTask: {
      /** @description The id that Kling gave the task. */
      task_id: string;
      task_status: components['schemas']['TaskStatus'];
      /** @description Why the task failed. */
      task_status_msg?: string;
      task_info?: components['schemas']['TaskInfo'];
      watermark_info?: {
        /** @description Whether a watermarked file was asked for. */
        enabled?: boolean;
      };
      task_result?: {
        videos?: {
          /** @description Names the video. */
          id: string;
          /** @description The video as MP4. Gone after 30 days. */
          url: string;
          /** @description The watermarked file, where asked for. */
          watermark_url?: string;
          /** @description Seconds of the video. */
          duration: string;
        }[];
      };
      /** @description Units that the task cost. */
      final_unit_deduction?: string;
      final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
      /** @description Unix time in milliseconds. */
      created_at: number;
      /** @description Unix time in milliseconds. */
      updated_at: number;
    };
    Callback: {
      /** @description The id that Kling gave the task. */
      task_id: string;
      task_status: components['schemas']['TaskStatus'];
      /** @description Why the task failed. */
      task_status_msg?: string;
      /** @description Unix time in milliseconds. */
      created_at?: number;
      /** @description Unix time in milliseconds. */
      updated_at?: number;
      /** @description Units that the task cost. */
      final_unit_deduction?: string;
      final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
      task_info?: {
        parent_video?: components['schemas']['Video'];
        external_task_id?: components['schemas']['ExternalTaskId'];
      };
      task_result?: {
        images?: {
          /** @description Place of the picture. */
          index?: number;
          /** @description The picture. */
          url?: string;
        }[];
        videos?: components['schemas']['Video'][];
      };
    };
  };
  responses: {
    /** @description The request breaks a rule; repeating it does not help. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The credentials are missing, wrong or out of date. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The account may not use this operation or model. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description No such operation or resource. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description Two different things under one status; 1302 and 1303 pass by waiting, the account's troubles do not. */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description Something broke on the provider's side. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The provider is closed for maintenance. */
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The provider did not manage in time. */
    Timeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    /** @description The id that Kling gave the task, or the `external_task_id` that you gave it. */
    taskId: string;
    /** @description Which page, 1 to 1000. */
    pageNum: number;
    /** @description Tasks per page, 1 to 500. */
    pageSize: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listTextToAudio: {
    parameters: {
      query?: {
        /** @description Which page, 1 to 1000. */
        pageNum?: components['parameters']['pageNum'];
        /** @description Tasks per page, 1 to 500. */
        pageSize?: components['parameters']['pageSize'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of tasks. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: components['schemas']['SuccessCode'];
            message: components['schemas']['Message'];
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['TextToAudioTask'][];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  createTextToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What should be heard. At most 200 characters. */
          prompt: string;
          /**
           * Format: float
           * @description Length of the sound in seconds, 3.0 to 10.0 with one decimal.
           * @enum {number}
           */
          duration: number;
          external_task_id?: components['schemas']['ExternalTaskId'];
          callback_url?: components['schemas']['CallbackUrl'];
        };
      };
    };
    responses: {
      /** @description The task was taken. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskAccepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  getTextToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that Kling gave the task, or the `external_task_id` that you gave it. */
        task_id: components['parameters']['taskId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task as it stands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: components['schemas']['SuccessCode'];
            message: components['schemas']['Message'];
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['TextToAudioTask'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  listVideoToAudio: {
    parameters: {
      query?: {
        /** @description Which page, 1 to 1000. */
        pageNum?: components['parameters']['pageNum'];
        /** @description Tasks per page, 1 to 500. */
        pageSize?: components['parameters']['pageSize'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of tasks. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: components['schemas']['SuccessCode'];
            message: components['schemas']['Message'];
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['VideoToAudioTask'][];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  createVideoToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description A video made by Kling within the last 30 days, 3.0 to 20.0 s long. Either this or `video_url`. */
          video_id?: string;
          /** @description Address of an .mp4 or .mov file of at most 100 MB, 3.0 to 20.0 s long. Either this or `video_id`. */
          video_url?: string;
          /** @description Sound effects to add. At most 200 characters. */
          sound_effect_prompt?: string;
          /** @description Music to put underneath. At most 200 characters. */
          bgm_prompt?: string;
          /**
           * @description Bring out fine detail; meant for very close recordings.
           * @default false
           */
          asmr_mode?: boolean;
          external_task_id?: components['schemas']['ExternalTaskId'];
          callback_url?: components['schemas']['CallbackUrl'];
        } & (
          | {
              video_id: string;
              /** @constant */
              video_url?: '';
            }
          | {
              video_url: string;
              /** @constant */
              video_id?: '';
            }
        );
      };
    };
    responses: {
      /** @description The task was taken. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskAccepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  getVideoToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that Kling gave the task, or the `external_task_id` that you gave it. */
        task_id: components['parameters']['taskId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task as it stands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: components['schemas']['SuccessCode'];
            message: components['schemas']['Message'];
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['VideoToAudioTask'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  listTextToVideo: {
    parameters: {
      query?: {
        /** @description Which page, 1 to 1000. */
        pageNum?: components['parameters']['pageNum'];
        /** @description Tasks per page, 1 to 500. */
        pageSize?: components['parameters']['pageSize'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of tasks. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: components['schemas']['SuccessCode'];
            message: components['schemas']['Message'];
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['TextToVideoTask'][];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  createTextToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Which model draws the video.
           * @default kling-v1
           * @enum {string}
           */
          model_name?:
            | 'kling-v1'
            | 'kling-v1-6'
            | 'kling-v2-master'
            | 'kling-v2-1-master'
            | 'kling-v2-5-turbo'
            | 'kling-v2-6'
            | 'kling-v3';
          /** @description What should be seen. At most 2,500 characters. Ignored when every shot has its own prompt. */
          prompt?: string;
          /** @description What should not be seen. At most 2,500 characters. */
          negative_prompt?: string;
          /**
           * @description Several shots in one video.
           * @default false
           */
          multi_shot?: boolean;
          /**
           * @description With `multi_shot`, who cuts the shots, you (`customize`, by `multi_prompt`) or the model (`intelligence`).
           * @enum {string}
           */
          shot_type?: 'customize' | 'intelligence';
          /** @description With `shot_type` `customize`, one entry per shot; their durations add up to `duration`. */
          multi_prompt?: {
            /** @description Place of the shot in the video. */
            index?: number;
            /** @description What this shot shows. At most 512 characters. */
            prompt?: string;
            /** @description Seconds of this shot, at least 1. */
            duration?: string;
          }[];
          /**
           * @description Whether the video comes with sound; models from kling-v2-6 on.
           * @default off
           * @enum {string}
           */
          sound?: 'on' | 'off';
          /**
           * Format: float
           * @description How closely the prompt is followed, 0 to 1. Not for kling-v2.x models.
           * @default 0.5
           */
          cfg_scale?: number;
          /**
           * @description Standard or professional quality; 4k for kling-v3 only.
           * @default std
           * @enum {string}
           */
          mode?: 'std' | 'pro' | '4k';
          /** @description How the camera moves. Left out, the model decides. */
          camera_control?: {
            /**
             * @description A preset, or `simple` for one axis of your own.
             * @enum {string}
             */
            type?:
              | 'simple'
              | 'down_back'
              | 'forward_up'
              | 'right_turn_forward'
              | 'left_turn_forward';
            /** @description With `simple`, exactly one axis that is not 0. */
            config?: {
              /**
               * Format: float
               * @description Move left (-) or right (+).
               */
              horizontal?: number;
              /**
               * Format: float
               * @description Move down (-) or up (+).
               */
              vertical?: number;
              /**
               * Format: float
               * @description Turn left (-) or right (+); until 2025 the page meant up and down.
               */
              pan?: number;
              /**
               * Format: float
               * @description Turn down (-) or up (+); until 2025 the page meant left and right.
               */
              tilt?: number;
              /**
               * Format: float
               * @description Roll against (-) or with (+) the clock.
               */
              roll?: number;
              /**
               * Format: float
               * @description Zoom out (-) or in (+).
               */
              zoom?: number;
            } & (
              | {
                  horizontal: number;
                }
              | {
                  vertical: number;
                }
              | {
                  pan: number;
                }
              | {
                  tilt: number;
                }
              | {
                  roll: number;
                }
              | {
                  zoom: number;
                }
            );
          } & (
            | {
                /** @constant */
                type: 'simple';
                config: unknown;
              }
            | {
                /** @enum {string} */
                type: 'down_back' | 'forward_up' | 'right_turn_forward' | 'left_turn_forward';
                config?: never;
              }
          );
          /**
           * @description Width to height.
           * @default 16:9
           * @enum {string}
           */
          aspect_ratio?: '16:9' | '9:16' | '1:1';
          /**
           * @description Length in seconds. Which lengths a model offers depends on model and mode; older ones take 5 and 10 only.
           * @default 5
           * @enum {string}
           */
          duration?:
            | '3'
            | '4'
            | '5'
            | '6'
            | '7'
            | '8'
            | '9'
            | '10'
            | '11'
            | '12'
            | '13'
            | '14'
            | '15';
          /** @description Ask for a second, watermarked file. */
          watermark_info?: {
            /** @description Whether to make it. */
            enabled?: boolean;
          };
          external_task_id?: components['schemas']['ExternalTaskId'];
          callback_url?: components['schemas']['CallbackUrl'];
        } & (
          | {
              prompt: string;
              /** @constant */
              multi_shot?: false;
            }
          | {
              prompt: string;
              /** @constant */
              multi_shot: true;
              /** @constant */
              shot_type: 'intelligence';
            }
          | {
              /** @constant */
              multi_shot: true;
              /** @constant */
              shot_type: 'customize';
              multi_prompt: {
                index: number;
                prompt: string;
                duration: string;
              }[];
            }
        );
      };
    };
    responses: {
      /** @description The task was taken. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskAccepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  getTextToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that Kling gave the task, or the `external_task_id` that you gave it. */
        task_id: components['parameters']['taskId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task as it stands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: components['schemas']['SuccessCode'];
            message: components['schemas']['Message'];
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['TextToVideoTask'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  onTaskStatus: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same for every repetition of one message. */
        'webhook-id'?: string;
        /** @description Unix time in seconds; trust it for five minutes. */
        'webhook-timestamp'?: string;
        /** @description One or more `v1,<base64>`, separated by spaces. */
        'webhook-signature'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Callback'];
      };
    };
    responses: {
      /** @description Received. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
