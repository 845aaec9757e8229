import { tryRun } from '../../../programs/cases.mjs';

/** A Server Component that waits for a task while it is rendered, and shows how that ended. */
export default async function Page({ searchParams }) {
  const { settings } = await searchParams;
  const found = await tryRun(JSON.parse(settings));
  return <pre data-found={encodeURIComponent(JSON.stringify(found))}>{found.end}</pre>;
}
