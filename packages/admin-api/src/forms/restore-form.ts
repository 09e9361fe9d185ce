import { z } from "@hono/zod-openapi";
import { isRestorable } from "@leadrelay/core/forms/form-deletion";
import { requireLiveClient } from "@leadrelay/db/clients/require-live-client";
import { updateForm } from "@leadrelay/db/forms/write-form";
import { requireActor } from "../access/require-actor.ts";
import { deletedMeanwhile, readLiveClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { changedForm } from "./form-answer.ts";
import { formParams, formSchema } from "./form-schema.ts";
import { readForm } from "./read-form.ts";
import { releaseLetters } from "./release-letters.ts";

const tooLate =
  "This form was deleted more than 30 days ago and cannot be restored: add a new one, under a key of its own.";

export const restoreForm = changeEndpoint({
  method: "post",
  path: "/api/forms/{form_id}/restore",
  operationId: "restoreForm",
  tag: "Forms",
  summary: "Bring back a form that was deleted in the last 30 days",
  description:
    "It takes submissions again under its old key, within about a minute everywhere. Submissions that were accepted for it meanwhile and became dead letters go through intake again, 500 at once: `more_letters` says that there are more, and asking again releases those.",
  access: { permission: "config:write" },
  params: formParams,
  answer: z
    .object({
      form: formSchema,
      released_letters: z.int().openapi({ description: "Submissions that are back on the queue." }),
      more_letters: z.boolean(),
    })
    .openapi("RestoredForm"),
  async handle({ params, access, dependencies }) {
    const { scope } = access;
    const before = await readForm(params.form_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    const now = dependencies.now();
    if (before.deleted_at !== null && !isRestorable(before.deleted_at, now))
      throw apiProblem("conflict", tooLate);
    const guard = versionGuard(scope, "forms", before, null, now);
    const form = { ...before, deleted_at: null, updated_at: guard.version };
    const letters = await releaseLetters(before, requireActor(access).id, dependencies.replays);
    const told = { released_letters: letters.released, more_letters: letters.more };
    const { answer, publish } = changedForm(form);
    return {
      control: [
        requireLiveClient(scope, client.id),
        guard.statement,
        ...updateForm(scope, form),
        ...letters.statements,
      ],
      conflicts: deletedMeanwhile,
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "form.restored",
          subject: { kind: "form", id: form.id },
          detail: { name: form.name, form_key: form.form_key, ...told },
        },
      ],
      answer: { ...answer, body: { form: answer.body, ...told } },
      publish: {
        ...publish,
        answer: { ...publish.answer, body: { form: publish.answer.body, ...told } },
      },
    };
  },
});
