/** Programs that create and wait, by their file in `programs/`; kling-fetch first, then its peers. */
export const names = ['kling-fetch', 'replicate', 'fal', 'runwayml', 'openai', 'openapi-fetch'];

/** What each is called in tables. */
export const titles = { 'openapi-fetch': 'openapi-fetch and a loop', fetch: 'fetch and a loop' };

/** The package that a program stands on. */
export const packages = { fal: '@fal-ai/client', runwayml: '@runwayml/sdk' };

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
