import type { z } from "@hono/zod-openapi";
import type { FormDetails } from "@leadrelay/db/forms/form";
import { publishedOf } from "../publishing/published.ts";
import type { formSchema } from "./form-schema.ts";

/** A form as the API shows it. */
export function formAnswer(form: FormDetails): z.output<typeof formSchema> {
  const { snapshot_stale, ...shown } = form;
  const bot_detection = form.honeypot_mode === null ? null : form.honeypot_mode !== "off";
  return {
    ...shown,
    bot_detection,
    endpoint_path: `/f/${form.form_key}`,
    snapshot: publishedOf(form, snapshot_stale),
  };
}

/** The answer to a change of a form, and the one given when its snapshot was published at once. */
export function changedForm(form: FormDetails, headers: Record<string, string> = {}) {
  const answer = (snapshot_stale: boolean) => ({
    body: formAnswer({ ...form, snapshot_stale }),
    version: form.updated_at,
    headers,
  });
  return {
    answer: answer(true),
    publish: { changed: { formIds: [form.id], clientId: null }, answer: answer(false) },
  };
}
