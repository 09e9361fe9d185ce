import { z } from "@hono/zod-openapi";
import type { FormDetails } from "@leadrelay/db/forms/form";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { postsOfForm } from "@leadrelay/db/submissions/posts-of-form";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";

const mostPosts = 50;
const usualPosts = 20;

/** How many of a form's last posts are looked at. */
export const lastQuery = z.strictObject({
  last: z.coerce.number().int().min(1).max(mostPosts).default(usualPosts),
});

/** A post of a form, its body as it was parsed. */
export interface ReadPost {
  id: string;
  submitted_at: number;
  payload: Record<string, unknown>;
}

/** The last posts of a form that became submissions, newest first. */
export async function readPosts(
  { id, client_id }: Pick<FormDetails, "id" | "client_id">,
  last: number,
  scope: OperatorScope,
  { leadDatabase, now }: Pick<AdminDependencies, "leadDatabase" | "now">,
): Promise<ReadPost[]> {
  const database = leadDatabase(clientInScope(scope, client_id).database);
  const rows = await runOne(database, postsOfForm(scope, { client_id, form_id: id }, { last, nowMs: now() }));
  return rows.map(({ public_id, submitted_at, payload_json }) => ({
    id: public_id,
    submitted_at,
    payload: payloadOf(payload_json),
  }));
}

/** Of what is no list of fields nothing is told. */
function payloadOf(json: string | null): Record<string, unknown> {
  const payload: unknown = json === null ? null : JSON.parse(json);
  return typeof payload === "object" && payload !== null && !Array.isArray(payload) ? { ...payload } : {};
}
