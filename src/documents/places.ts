import type { ProviderName } from './documents.ts';

/**
 * Where a generation's bodies have what the checks, the mock and the command line ask for, as JSON pointers. What they mean, and how
 * words differ, the client's dialect knows.
 */
export interface Places {
  /** In a response: the task that was created, the one that was read (the first, where several are), and the tasks of a page. */
  readonly created: string;
  readonly read: string;
  readonly page: string;
  /** In a task. */
  readonly id: string;
  readonly status: string;
  readonly reason: string;
  readonly externalId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly result: string;
  /** What it cost: the units, or a list of charges. */
  readonly billing: string;
  /** In the body of a create. */
  readonly sentExternalId: string;
  readonly callbackUrl: string;
  readonly watermark: string;
  /** What the result is like: duration, aspect ratio. Empty where these stand beside the rest. */
  readonly settings: string;
  /** Names in the query that reads tasks: of their ids, with commas between them, and of their external ids. Empty where the path has one id. */
  readonly taskIds: string;
  readonly externalTaskIds: string;
  /** Of a list: the name of the tasks on a page; where pages have no numbers, where a response has the cursor of the next one and says that there is one, and the name it is sent by. */
  readonly limit: string;
  readonly nextCursor: string;
  readonly hasMore: string;
  readonly cursor: string;
}

// Not by the dialects themselves: the build of the command line has two copies of those.
const byProviders = new Map<readonly ProviderName[], Places>([
  [
    ['klingai', 'cometapi', 'deerapi'],
    {
      created: '/data',
      read: '/data',
      page: '/data',
      id: '/task_id',
      status: '/task_status',
      reason: '/task_status_msg',
      externalId: '/task_info/external_task_id',
      createdAt: '/created_at',
      updatedAt: '/updated_at',
      result: '/task_result',
      billing: '/final_unit_deduction',
      sentExternalId: '/external_task_id',
      callbackUrl: '/callback_url',
      watermark: '/watermark_info',
      settings: '',
      taskIds: '',
      externalTaskIds: '',
      limit: 'pageSize',
      nextCursor: '',
      hasMore: '',
      cursor: '',
    },
  ],
  [
    ['klingai2'],
    {
      created: '/data',
      read: '/data/0',
      page: '/data/result',
      id: '/id',
      status: '/status',
      reason: '/message',
      externalId: '/external_id',
      createdAt: '/create_time',
      updatedAt: '/update_time',
      result: '/outputs',
      billing: '/billing',
      sentExternalId: '/options/external_task_id',
      callbackUrl: '/options/callback_url',
      watermark: '/options/watermark_info',
      settings: '/settings',
      taskIds: 'task_ids',
      externalTaskIds: 'external_task_ids',
      limit: 'limit',
      nextCursor: '/data/next_cursor',
      hasMore: '/data/has_more',
      cursor: 'cursor',
    },
  ],
]);

/** Where the bodies of a provider have what everybody asks for. */
export function placesOf(provider: ProviderName): Places {
  const found = [...byProviders].find(([names]) => names.includes(provider));
  if (!found) throw new TypeError(`nobody has written down the places of ${provider}`);
  return found[1];
}
