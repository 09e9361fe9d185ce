import * as z from "zod/mini";

/** What a source's sealed settings hold: those of now, and after a rotation for a while those of before. `until`: ms UTC. */
const openedSchema = z.object({
  settings: z.record(z.string(), z.unknown()),
  previous: z.nullable(z.object({ settings: z.record(z.string(), z.unknown()), until: z.number() })),
});
export type OpenedSettings = z.infer<typeof openedSchema>;

/** Throws what JSON and zod throw, for what is no settings. @param opened what the seal held */
export const readOpened = (opened: string): OpenedSettings => openedSchema.parse(JSON.parse(opened));
