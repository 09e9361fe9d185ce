import { formMappings, type FormMappings } from "@leadrelay/db/forms/form-mappings";
import type { LeadToPass } from "@leadrelay/db/routes/leads-to-pass";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";

/** What the forms of these leads call our fields; one call, of no leads none. */
export const mappingsOf = async (
  leads: readonly Pick<LeadToPass, "form_id">[],
  control: D1Database,
): Promise<FormMappings> =>
  leads.length === 0
    ? new Map()
    : runOne(
        control,
        formMappings(
          pipelineScope,
          leads.flatMap(({ form_id }) => form_id ?? []),
        ),
      );
