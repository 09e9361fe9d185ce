import { z } from "@hono/zod-openapi";
import { insertNote } from "@leadrelay/db/leads/write-activity";
import { readClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { leadParams } from "./lead-schema.ts";
import { newActivity } from "./new-activity.ts";
import { noteSchema } from "./note-schema.ts";
import { readLead } from "./read-lead.ts";
import { actorOf, tellOfLead } from "./tell-of-lead.ts";

export const addNote = changeEndpoint({
  method: "post",
  path: "/api/leads/{lead_id}/notes",
  operationId: "addNote",
  tag: "Leads",
  summary: "Write a note on a lead",
  access: { permission: "leads:write" },
  params: leadParams,
  body: z.strictObject({ text: z.string().trim().min(1).max(5000) }),
  status: 201,
  answer: noteSchema,
  async handle({ params, body, access, dependencies }) {
    const { lead, client } = await readLead(params.lead_id, access.scope, dependencies);
    const { agency_id } = await readClient(client.id, access.scope, dependencies);
    const note = newActivity(lead, body.text, access.actor, dependencies);
    const told = await tellOfLead(
      { type: "lead.note_added", note: { id: note.id, text: note.text, by: actorOf(note) } },
      { lead, activity: note },
      { scope: access.scope, client },
      dependencies,
    );
    return {
      lead: {
        database: client.database,
        statements: [insertNote(access.scope, note), ...told.statements],
      },
      afterwards: told.afterwards,
      audit: [
        {
          agencyId: agency_id,
          clientId: client.id,
          action: "lead.noted",
          subject: { kind: "lead", id: lead.public_id },
          detail: { note_id: note.id },
        },
      ],
      answer: { body: { ...note, lead_id: lead.public_id } },
    };
  },
});
