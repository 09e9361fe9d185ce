import { logEvent } from "@leadrelay/contracts/log-event";
import type { Dependencies } from "../dependencies.ts";
import { unknownForm, type EdgeForm } from "../forms/edge-form.ts";
import type { EdgeSource } from "./edge-source.ts";

/** The form that a source's leads count as posted to; undefined: it was deleted. While KV cannot tell, the consumer finds it by its key. */
export async function formOf(
  { formKey }: Pick<EdgeSource, "formKey">,
  { forms }: Pick<Dependencies, "forms">,
): Promise<EdgeForm | undefined> {
  const lookup = await forms.lookUp(formKey);
  if (lookup.kind === "unavailable")
    logEvent("intake.snapshot_unavailable", { form_key: formKey, reason: lookup.reason });
  return lookup.kind === "found" ? lookup.kept : lookup.kind === "absent" ? undefined : unknownForm;
}
