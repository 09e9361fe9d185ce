import * as z from "zod/mini";

/** What is decided by of a destination that writes to the person themselves: how it reaches them, and beyond which suspicion (0 to 100) it does not. */
export const replyPolicySchema = z.object({
  channel: z.enum(["email", "phone"]),
  most_suspicion: z.int().check(z.minimum(0), z.maximum(100)),
});
export type ReplyPolicy = z.infer<typeof replyPolicySchema>;
