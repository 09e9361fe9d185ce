import { z } from "@hono/zod-openapi";
import { sourceKinds } from "@leadrelay/sources/doors";
import { getGuide } from "@leadrelay/sources/guides";
import { describeSettings, describedSettings } from "../settings/described-settings.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { requireDoor } from "./read-source.ts";
import { sourceKind } from "./source-schema.ts";

/** Where leads can come from, with all that a form needs in order to ask for it. */
export const listSourceKinds = readEndpoint({
  path: "/api/source-kinds",
  operationId: "listSourceKinds",
  tag: "Sources",
  summary: "List where leads can come from, with the settings of each kind",
  description: "Part of the software, the same for everybody.",
  access: "signed-in",
  answer: z.object({
    is_ready: z.boolean().openapi({
      description: "Whether this installation has the INTAKE_MASTER_KEY that sources are sealed with.",
    }),
    items: z.array(
      z
        .object({
          kind: sourceKind,
          title: z.string().openapi({ example: "Google Ads lead forms" }),
          guide: z
            .array(z.string())
            .openapi({ description: "How it is set up in the other system, step by step." }),
          rotates: z.enum(["secret", "address"]).openapi({ description: "What a rotation makes anew." }),
          settings: describedSettings,
        })
        .openapi("SourceKind"),
    ),
  }),
  async handle({ dependencies: { intakeSealer } }) {
    const items = sourceKinds.map((kind) => {
      const { fields, makes } = requireDoor(kind);
      const { title, guide } = getGuide(kind);
      const settings = describeSettings(fields).map((setting) =>
        setting.name in makes ? { ...setting, is_optional: true } : setting,
      );
      const rotates = Object.keys(makes).length > 0 ? ("secret" as const) : ("address" as const);
      return { kind, title, guide: [...guide], rotates, settings };
    });
    return { body: { is_ready: intakeSealer !== null, items } };
  },
});
