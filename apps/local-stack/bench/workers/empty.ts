/** The least that a Worker can be: what starting one costs by itself. */
export default {
  fetch: () => new Response(null, { status: 404 }),
  queue: () => {},
  scheduled: () => {},
} satisfies ExportedHandler;
