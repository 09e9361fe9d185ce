import { z } from "@hono/zod-openapi";
import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { describedSettings, describeSettings } from "../settings/described-settings.ts";
import { destinationKind, environments } from "./destination-fields.ts";

/** What an operator may send leads to, with all that a form needs in order to ask for it. */
export const listDestinationKinds = readEndpoint({
  path: "/api/destination-kinds",
  operationId: "listDestinationKinds",
  tag: "Destinations",
  summary: "List what leads can be sent to, with the settings of each kind",
  description:
    "Part of the software, the same for everybody. What a form needs in order to ask for the settings of a destination.",
  access: "signed-in",
  answer: z.object({
    environment: environments.openapi({
      description:
        "What this installation is: a destination gets leads from it where its `environments` name it.",
    }),
    items: z.array(
      z
        .object({
          kind: destinationKind,
          title: z.string().openapi({ example: "Make.com" }),
          guide: z
            .array(z.string())
            .openapi({ description: "Where its owner finds what the settings ask for, step by step." }),
          per_second: z.number().openapi({
            description: "Requests a second that it takes: the pace of a replay that names none.",
          }),
          mapping: z.enum(["body", "fields", "columns"]).nullable().openapi({
            description:
              "Where what a mapping makes stands: it is the body, or part of it; further fields of what the receiver files; further columns. null: people read what is sent, and there is none.",
          }),
          takes_notices: z
            .boolean()
            .openapi({ description: "Whether it can be told what is no submission: alerts, notes, stages." }),
          confirmed_by: z.array(z.enum(["callback", "id"])).openapi({
            description: "How its receiver can say that it really has a lead; empty: in no way.",
          }),
          is_signed: z.boolean().openapi({
            description: "Whether its requests may be signed, with a secret that can be rotated.",
          }),
          replies: z
            .boolean()
            .openapi({ description: "Whether it writes to the person themselves: `lead.created` alone." }),
          takes_stages: z.boolean().openapi({
            description:
              "Whether it is told how far leads came, of each stage once: `lead.status_changed` and `lead.crm_activity` alone.",
          }),
          is_of_installation: z.boolean().openapi({
            description: "It sends with what belongs to the whole installation: only its owners set it up.",
          }),
          settings: describedSettings,
        })
        .openapi("DestinationKind"),
    ),
  }),
  async handle({ dependencies: { replays } }) {
    return { body: { environment: replays.environment, items: destinationKinds.map(describeKind) } };
  },
});

function describeKind(kind: string) {
  const { title, guide, perSecond, fields, ...adapter } = getAdapter(kind);
  return {
    kind,
    title,
    guide: [...guide],
    per_second: perSecond,
    mapping: adapter.mapping ?? null,
    takes_notices: adapter.takesNotices ?? false,
    confirmed_by: [...(adapter.confirmedBy ?? [])],
    is_signed: adapter.signingSecret !== undefined,
    replies: adapter.repliesBy !== undefined,
    takes_stages: adapter.takesStages ?? false,
    is_of_installation: adapter.isOfInstallation ?? false,
    settings: describeSettings(fields),
  };
}
