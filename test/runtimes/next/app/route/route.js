import { tryProviders } from '../../../programs/cases.mjs';

/** A route handler that gets a result of each provider. */
export async function GET(request) {
  const mock = new URL(request.url).searchParams.get('mock');
  return Response.json(await tryProviders({ mock }));
}
