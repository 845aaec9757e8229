/** A `fetch` that answers at once, with what a program's provider says of a task that is at work. */
export const stubFor =
  (answer, text = JSON.stringify(answer)) =>
  async () =>
    new Response(text, { headers: { 'content-type': 'application/json' } });
