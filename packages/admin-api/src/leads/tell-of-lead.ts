import type { NoticeOf } from "@leadrelay/contracts/notice";
import { leadNoticeWords } from "@leadrelay/core/notices/lead-notice-words";
import type { Lead } from "@leadrelay/db/leads/lead";
import type { NewActivity } from "@leadrelay/db/leads/write-activity";
import { insertNotices } from "@leadrelay/db/notices/insert-notices";
import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import { planLeadNotice } from "@leadrelay/delivery/notices/plan-lead-notice";
import type { AdminDependencies } from "../dependencies.ts";
import type { Change } from "../endpoint/change.ts";

/** What tells of something that was done on a lead: statements for the change itself, and what hastens them after it. */
interface Told extends Required<Pick<Change<unknown>, "afterwards">> {
  statements: NonNullable<Change<unknown>["lead"]>["statements"];
}

/** Who did it, as notices say it. */
export const actorOf = ({ author_kind, author_name }: NewActivity) => ({
  kind: author_kind,
  name: author_name.slice(0, longestName).toWellFormed(),
});

const longestName = 200;

/** Tells the destinations of its client that take such events what was done on a lead. */
export async function tellOfLead(
  done:
    | Pick<NoticeOf<"lead.status_changed">, "type" | "change">
    | Pick<NoticeOf<"lead.note_added">, "type" | "note">,
  { lead, activity }: { lead: Lead; activity: NewActivity },
  { scope, client }: { scope: OperatorScope; client: ScopedClient },
  { replays }: Pick<AdminDependencies, "replays">,
): Promise<Told> {
  const notice = {
    v: 1 as const,
    ...done,
    happened_at: activity.created_at,
    client_id: lead.client_id,
    lead_id: lead.public_id,
    destination: null,
    ...leadNoticeWords(lead.public_id, done),
  };
  const { database } = client;
  const { rows, due } = await planLeadNotice(
    scope,
    { notice, lead, database, subject: activity.id },
    replays,
  );
  return {
    statements: insertNotices(scope, rows),
    afterwards: async () => {
      if (due.length > 0) await replays.wakeWhenDue(database, due, null);
    },
  };
}
