import { z } from "@hono/zod-openapi";
import { updateSource } from "@leadrelay/db/sources/write-source";
import type { SourceDetails } from "@leadrelay/db/sources/source";
import { readLiveClient } from "../clients/read-client.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { readLiveForm } from "../forms/read-form.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { readLiveSource, requireDoor } from "./read-source.ts";
import { changedSource } from "./source-answer.ts";
import { sourceName, sourceSettings } from "./source-fields.ts";
import { sourceParams, sourceSchema } from "./source-schema.ts";
import { openSource, readSourceSettings, sealSource } from "./source-settings.ts";

export const changeSource = changeEndpoint({
  method: "patch",
  path: "/api/sources/{source_id}",
  operationId: "changeSource",
  tag: "Sources",
  summary: "Change a source, pause it or go on with it",
  description:
    "Only what is sent changes, in `settings` too. The edge knows it within about a minute everywhere. While it is paused, whoever posts is told to try again later (503): most systems do, for hours or a day.",
  access: { permission: "config:write" },
  params: sourceParams,
  body: z
    .strictObject({
      name: sourceName,
      form_id: z.string().min(1).max(100).openapi({ description: "Of the same client." }),
      settings: sourceSettings,
      enabled: z.boolean(),
    })
    .partial(),
  versioned: true,
  answer: sourceSchema,
  async handle({ params, body, access: { scope }, dependencies, expectedVersion }) {
    const before = await readLiveSource(params.source_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    const { settings, ...asked } = body;
    if (asked.form_id !== undefined) {
      const form = await readLiveForm(asked.form_id, scope, dependencies);
      if (form.client_id !== before.client_id)
        throw apiProblem("conflict", "That form is another client's: a source stays with its client.");
    }
    const guard = versionGuard(scope, "sources", before, expectedVersion, dependencies.now());
    const sealed =
      settings === undefined ? {} : { sealed_settings: await sealAnew(before, settings, dependencies) };
    const source = { ...before, ...asked, ...sealed, updated_at: guard.version };
    return {
      control: [guard.statement, ...updateSource(scope, source)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "source.changed",
          subject: { kind: "source", id: source.id },
          detail: {
            ...asked,
            ...(settings === undefined ? {} : { settings_changed: Object.keys(settings) }),
          },
        },
      ],
      ...(await changedSource(source, {}, dependencies)),
    };
  },
});

/** Settings that cannot be opened count as none, so that they can be given anew. */
async function sealAnew(
  before: SourceDetails,
  given: Record<string, unknown>,
  dependencies: AdminDependencies,
) {
  const opened = await openSource(before, dependencies).catch(() => ({ settings: {}, previous: null }));
  const merged = { ...opened.settings, ...given };
  const { settings } = readSourceSettings(requireDoor(before.kind), merged, dependencies);
  return sealSource(before.id, { settings, previous: opened.previous }, dependencies);
}
