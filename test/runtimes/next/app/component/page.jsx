import { tryProviders } from '../../../programs/cases.mjs';

/** A Server Component that gets a result of each provider while it is rendered. */
export default async function Page({ searchParams }) {
  const { mock } = await searchParams;
  const found = await tryProviders({ mock });
  return <pre data-found={encodeURIComponent(JSON.stringify(found))} />;
}
