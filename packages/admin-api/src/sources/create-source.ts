import { z } from "@hono/zod-openapi";
import { requireLiveClient } from "@leadrelay/db/clients/require-live-client";
import type { SourceDetails } from "@leadrelay/db/sources/source";
import { insertSource } from "@leadrelay/db/sources/write-source";
import { getGuide } from "@leadrelay/sources/guides";
import { deletedMeanwhile, readLiveClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { readLiveForm } from "../forms/read-form.ts";
import { requireDoor } from "./read-source.ts";
import { shownSecrets } from "./shown-secrets.ts";
import { changedSource } from "./source-answer.ts";
import { sourceName, sourceSettings } from "./source-fields.ts";
import { newSourceKey } from "./source-keys.ts";
import { sourceKind, sourceWithSecretsSchema } from "./source-schema.ts";
import { readSourceSettings, requireIntakeSealer, sealSource } from "./source-settings.ts";

export const createSource = changeEndpoint({
  method: "post",
  path: "/api/sources",
  operationId: "createSource",
  tag: "Sources",
  summary: "Add a source to a form",
  description:
    "Another system that leads come from, by a door of its own. They count as posted to the form: its mapping, policies and destinations apply. `secrets` in the answer is what the other system is given, shown this once.",
  access: { permission: "config:write" },
  body: z.strictObject({
    form_id: z.string().min(1).max(100),
    name: sourceName,
    kind: sourceKind,
    settings: sourceSettings.default({}),
    enabled: z.boolean().default(true),
  }),
  status: 201,
  answer: sourceWithSecretsSchema,
  async handle({ body, access: { scope }, dependencies }) {
    const form = await readLiveForm(body.form_id, scope, dependencies);
    const client = await readLiveClient(form.client_id, scope, dependencies);
    const door = requireDoor(body.kind);
    await requireIntakeSealer(dependencies);
    const { settings, made } = readSourceSettings(door, body.settings, dependencies);
    const { key, ...found } = await newSourceKey(door, dependencies);
    const at = dependencies.now();
    const id = `src_${dependencies.newId()}`;
    const source: SourceDetails = {
      ...found,
      id,
      client_id: client.id,
      form_id: form.id,
      kind: body.kind,
      name: body.name,
      previous_keys: [],
      sealed_settings: await sealSource(id, { settings, previous: null }, dependencies),
      enabled: body.enabled,
      snapshot_stale: true,
      created_at: at,
      updated_at: at,
      deleted_at: null,
    };
    const secrets = shownSecrets({ kind: body.kind, key, made }, dependencies);
    return {
      control: [requireLiveClient(scope, client.id), ...insertSource(scope, source)],
      conflicts: deletedMeanwhile,
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "source.created",
          subject: { kind: "source", id },
          detail: { form_id: form.id, name: body.name, kind: body.kind, enabled: body.enabled },
        },
      ],
      ...(await changedSource(source, { secrets, guide: [...getGuide(body.kind).guide] }, dependencies, {
        location: `/api/sources/${id}`,
      })),
    };
  },
});
