import * as z from "zod/mini";

/** `browser`: a person's form post, where a shared IP may hint at the same person; `server`: a machine. */
export const channelSchema = z.enum(["browser", "server"]);
export type Channel = z.infer<typeof channelSchema>;
