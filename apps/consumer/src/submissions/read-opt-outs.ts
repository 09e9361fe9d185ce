import type { Submission } from "@leadrelay/core/identity/submission";
import { phoneSpelling } from "@leadrelay/core/phone/phone-identity";
import { optedOut } from "@leadrelay/db/callbacks/opt-outs";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { withRepeats } from "@leadrelay/db/with-repeats";
import type { Intake } from "./intake.ts";

/** Client → its numbers of this batch that want no messages. Read only where a destination would write to them. */
export async function readOptOuts(
  submissions: readonly Submission[],
  destinations: readonly Destination[],
  { d1, dependencies }: Intake,
): Promise<Map<string, Set<string>>> {
  const writing = new Set(
    destinations.filter(({ reply }) => reply?.channel === "phone").map(({ client_id }) => client_id),
  );
  const wanted = submissions.flatMap(({ client_id, contact }) =>
    contact.phone === null || !writing.has(client_id)
      ? []
      : [{ client_id, phone: phoneSpelling(contact.phone) }],
  );
  if (wanted.length === 0) return new Map();
  const found = await withRepeats(() => runOne(d1, optedOut(pipelineScope, wanted)), dependencies);
  const ofClients = Map.groupBy(found, ({ client_id }) => client_id);
  return new Map([...ofClients].map(([id, rows]) => [id, new Set(rows.map(({ phone }) => phone))]));
}
