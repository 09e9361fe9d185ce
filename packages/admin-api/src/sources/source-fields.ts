import { z } from "@hono/zod-openapi";
import { findDoor, sourceKinds } from "@leadrelay/sources/doors";

export const sourceName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // It stands in pages that strangers open, in logs and in notes.
  .regex(/^[^\p{Cc}]*$/u, "should be on one line, without control characters");

const mostSettings = 20;

/** By kind; each kind reads its own. */
export const sourceSettings = z
  .record(z.string().max(50), z.unknown())
  .refine(
    (settings) => Object.keys(settings).length <= mostSettings,
    `should hold at most ${mostSettings} settings`,
  )
  .openapi({
    maxProperties: mostSettings,
    description: `Kept sealed and never shown again. ${sourceKinds.map((kind) => findDoor(kind)?.settingsHelp ?? "").join(" ")}`,
    example: {},
  });
