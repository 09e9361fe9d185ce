import * as z from "zod";
import { reach } from "../../api/reach.ts";
import { bodyOf, refusal } from "../../api/refusal.ts";
import type { Outside } from "../../outside/outside.ts";
import { intakeNamedBy } from "./intake-origin.ts";

const acceptedSchema = z.object({ submission_id: z.string() });

/** Posts fields as JSON to a form's address; throws the `Failure` a refusal means. */
export async function postSubmission(
  outside: Outside,
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<z.output<typeof acceptedSchema>> {
  const request = new Request(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(fields),
  });
  const response = await reach(outside, request, intakeNamedBy);
  const body = await bodyOf(response);
  const accepted = acceptedSchema.safeParse(body);
  if (!response.ok || !accepted.success) throw refusal(response, body);
  return accepted.data;
}
