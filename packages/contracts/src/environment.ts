import * as z from "zod/mini";

/** Where an installation runs; outside production only destinations marked for it receive. */
export const environmentSchema = z.enum(["development", "production"]);
export type Environment = z.infer<typeof environmentSchema>;
