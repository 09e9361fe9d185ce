import { z } from "@hono/zod-openapi";
import { mergeBeats } from "@leadrelay/core/story/merge-beats";
import { tellActivity } from "@leadrelay/core/story/tell-activity";
import { tellLead } from "@leadrelay/core/story/tell-lead";
import { stageOf } from "@leadrelay/core/pipeline/stage-of";
import { activityOfLead } from "@leadrelay/db/leads/activity-of-lead";
import { runBatch } from "@leadrelay/db/run-batch";
import { submissionsOfLead } from "@leadrelay/db/submissions/submissions-of-lead";
import { auditReads } from "../access/audit-reads.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { readChapters } from "../story/read-chapters.ts";
import { stepSchema, toStep } from "../story/step-schema.ts";
import { leadParams } from "./lead-schema.ts";
import { readLead } from "./read-lead.ts";
import { readCallbacks } from "../story/read-callbacks.ts";
import { readNotices } from "../story/read-notices.ts";
import { readClientsOf } from "./read-clients-of.ts";

export const getTimeline = readEndpoint({
  path: "/api/leads/{lead_id}/timeline",
  operationId: "getLeadTimeline",
  tag: "Leads",
  summary: "Tell the story of a lead: submissions and all that came of them, notes, steps along the pipeline",
  description:
    "Newest first. `limit` counts submissions, notes and steps; with a submission comes all that followed it, late attempts included, with a note or step who was told of it (`notice`). The first page has what those who got the lead said came of it (`callback`), the newest hundred.",
  access: { permission: "leads:read" },
  params: leadParams,
  query: pageQuery.extend({
    limit: z.coerce.number().int().min(1).max(50).default(20).openapi({ description: "How many at most." }),
  }),
  answer: pageOf(stepSchema),
  async handle({ params, query: { cursor, limit }, access, dependencies }) {
    const { scope } = access;
    const { lead, client } = await readLead(params.lead_id, scope, dependencies);
    const [number, id] = readCursor(cursor, [0, ""] as const) ?? [Number.MAX_SAFE_INTEGER, "~"];
    const [submissions, activities] = await runBatch(dependencies.leadDatabase(client.database), [
      submissionsOfLead(scope, lead, { before: number, limit: limit + 1 }),
      activityOfLead(scope, lead, { before: id, limit: limit + 1 }),
    ]);
    const beats = mergeBeats(submissions, activities, {
      limit,
      timeOf: { left: (one) => one.submitted_at, right: (one) => one.created_at },
    });
    const { chapters, letters, lookup } = await readChapters(beats.left, client, scope, dependencies);
    const stages = (await readClientsOf([lead], scope, dependencies)).stagesOf(lead.client_id);
    const done = beats.right
      .toReversed()
      .map(({ previous, ...activity }) =>
        tellActivity({ ...activity, previous: previous === null ? null : stageOf(previous, stages) }),
      );
    const notices = await readNotices(beats.right, { lead, client }, scope, dependencies);
    const callbacks = cursor === undefined ? await readCallbacks(lead, client, scope, dependencies) : [];
    const told = [
      ...tellLead(chapters, letters, { lookup, nowMs: dependencies.now() }).steps,
      ...done,
      ...notices,
      ...callbacks,
    ];
    const items = told
      .toSorted((a, b) => a.at - b.at)
      .toReversed()
      .map((step) => toStep(step, client.masked));
    const last = [beats.left.at(-1)?.submission_number ?? number, beats.right.at(-1)?.id ?? id];
    const rows = [{ client_id: client.id, masked: client.masked }];
    const subject = { kind: "lead", id: lead.public_id };
    return {
      body: { items, next_cursor: writeCursor(beats.goesOn ? last : null) },
      audit: auditReads(access, { action: "lead.read", rows, subject }),
    };
  },
});
