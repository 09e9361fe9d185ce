import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { toldToNobody } from "@leadrelay/db/unsent/told-to-nobody";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import type { HealthContext } from "./health-context.ts";

/** Over a weekend. */
const lookedBackMs = 3 * 86_400_000;
/** Rows of what was not sent, all clients together; of each at least a few. */
const mostLooked = 2_000;
const leastOfEach = 10;
const mostNamed = 3;

/** New leads that are stored and go nowhere, because the client has no destination that takes them. */
export async function checkUnsent({ scope, dependencies, nowMs }: HealthContext): Promise<HealthCheck[]> {
  const name = "told_to_nobody";
  const perClient = Math.max(leastOfEach, Math.floor(mostLooked / Math.max(1, scope.clients.length)));
  const since = nowMs - lookedBackMs;
  const read = await askLeadDatabases(scope, dependencies, (clientIds) =>
    toldToNobody(scope, clientIds, { since, perClient }),
  );
  const found = read.flat().toSorted((a, b) => b.leads - a.leads);
  const [worst] = found;
  if (worst === undefined)
    return [fine(name, "Every new lead of the last three days had a destination that took it.")];
  const named = found.slice(0, mostNamed).map(({ client_id, leads, oldest }) => {
    const count = sayCount(leads, "new lead", { isMore: leads >= perClient });
    return `${count} of client ${client_id} ${leads === 1 ? "was" : "were"} sent to nobody since ${spokenTime(oldest)}, because no destination takes ${leads === 1 ? "it" : "them"}.`;
  });
  const more = found.length - mostNamed;
  const rest = more > 0 ? [`${sayCount(more, "more client")} likewise.`] : [];
  const { client_id } = worst;
  return [
    amiss("warning", name, {
      message: [...named, ...rest].join(" "),
      todo: `\`leadrelay unsent list --client ${client_id} --rule no_destination\` tells why of each. Give the client a destination that takes them (\`leadrelay destination list --client ${client_id}\`), then send them: \`leadrelay unsent release --client ${client_id} --rule no_destination\`.`,
      since: Math.min(...found.map(({ oldest }) => oldest)),
    }),
  ];
}
