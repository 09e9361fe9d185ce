interface BareEnv {
  LEADS_QUEUE: Queue;
}

/** The least that could acknowledge a post durably: what the producer is measured against. */
export default {
  async fetch(request, env) {
    await env.LEADS_QUEUE.send(await request.text());
    return new Response(null, { status: 301, headers: { location: "https://www.example.com/thank-you" } });
  },
} satisfies ExportedHandler<BareEnv>;
