/** The address a request comes from, as Cloudflare saw it: anything else a client could write itself. null where nothing says. */
export const addressOf = (headers: Headers | undefined): string | null =>
  headers?.get("cf-connecting-ip") ?? null;
