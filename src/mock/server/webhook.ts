import { documents, type ProviderName } from '../../documents/documents.ts';
import { dereference } from '../../documents/openapi.ts';

/** What a provider's document says of the callbacks that it sends. */
export interface Webhook {
  /** The names of the body's fields; undefined where the document says nothing of them. */
  fields?: ReadonlySet<string>;
  /** Whether callbacks can be signed. */
  isSigned: boolean;
}

const known = new Map<ProviderName, Webhook>();

/** The callbacks of a provider. */
export function webhookOf(provider: ProviderName): Webhook {
  const webhook = known.get(provider) ?? read(provider);
  known.set(provider, webhook);
  return webhook;
}

function read(provider: ProviderName): Webhook {
  const [item] = Object.values(documents[provider].webhooks ?? {});
  const { post } = dereference(documents[provider], item) ?? {};
  const schema = post?.requestBody?.content['application/json']?.schema;
  const isSignature = (parameter: object) =>
    'name' in parameter && parameter.name === 'webhook-signature';
  return {
    ...(schema?.properties && { fields: new Set(Object.keys(schema.properties)) }),
    isSigned: post?.parameters?.some(isSignature) ?? false,
  };
}

/** A task as a callback shows it: flat, and nothing but what the document has. */
export function callbackBody({ fields }: Webhook, task: object): object {
  const shown = Object.entries(task).filter(([name]) => fields?.has(name) ?? true);
  return Object.fromEntries(shown);
}
