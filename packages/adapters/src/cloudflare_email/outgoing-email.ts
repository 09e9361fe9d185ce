import * as z from "zod/mini";

const schema = z.object({
  from: z.union([z.string(), z.object({ email: z.string(), name: z.string() })]),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
});

/** An e-mail as Cloudflare's `send_email` binding takes it (developers.cloudflare.com/email-service, Workers API). */
export type OutgoingEmail = z.output<typeof schema>;

/** The e-mail that a request's body is. Throws for any other body. */
export const readOutgoingEmail = (body: string): OutgoingEmail => schema.parse(JSON.parse(body));
