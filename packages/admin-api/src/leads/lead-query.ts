import { z } from "@hono/zod-openapi";
import { projectKey } from "@leadrelay/core/identity/project-key";
import { stageOf } from "@leadrelay/core/pipeline/stage-of";
import type { Lead } from "@leadrelay/db/leads/lead";
import { pageQuery } from "../pages/page.ts";
import { idQuery, timeQuery } from "../pages/time-query.ts";

const searched = z.string().trim().min(1).max(256).optional();

/** What a list of leads may be asked for. */
export const leadQuery = pageQuery.extend({
  client_id: idQuery,
  form_id: idQuery,
  project: z.string().max(500).optional(),
  status: z.string().max(50).optional().openapi({ description: "A stage of the client's own pipeline." }),
  is_test: z.enum(["true", "false"]).optional(),
  since: timeQuery("First submitted then or later."),
  until: timeQuery("First submitted before."),
  q: searched.openapi({
    description:
      "An e-mail address (with its @), a phone number, or a name: whole, or how it begins. What is exactly so comes first.",
  }),
  name: searched,
  email: searched,
  phone: searched,
});
export type LeadQuery = z.output<typeof leadQuery>;

/** Whether a lead is one the filters ask for; none of them is served by an index. */
export function leadFilter(query: LeadQuery, stagesOf: (clientId: string) => readonly string[]) {
  const { form_id, status, is_test, since, until } = query;
  const project = query.project === undefined ? undefined : projectKey(query.project);
  return (lead: Lead): boolean =>
    (form_id === undefined || lead.form_id === form_id) &&
    (project === undefined || lead.project_key === project) &&
    (status === undefined || stageOf(lead.status, stagesOf(lead.client_id)) === status) &&
    (is_test === undefined || lead.is_test === (is_test === "true")) &&
    (since === undefined || lead.first_submitted_at >= since) &&
    (until === undefined || lead.first_submitted_at < until);
}

/** Whether rows may be read that the page then leaves out. */
export const isFiltered = ({ project, status, is_test, form_id }: LeadQuery): boolean =>
  [project, status, is_test, form_id].some((filter) => filter !== undefined);
