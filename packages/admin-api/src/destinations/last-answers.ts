import type { KeptAnswer } from "@leadrelay/adapters/webhook/rules/judge-kept-answer";
import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { lastExchanges } from "@leadrelay/db/exchanges/last-exchanges";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { unpackExchanges } from "@leadrelay/delivery/exchanges/unpack-exchanges";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";

export const mostAnswers = 20;
/** Tries that were answered nothing are kept, too. */
const mostTries = 2 * mostAnswers;

interface LastAnswer {
  delivery_id: string;
  attempt: number;
  attempted_at: number;
  counted_as: AttemptOutcome;
  answer: KeptAnswer;
}

/** The last answers to a destination's leads, newest delivery first, of each its last try's. For those who see its client's contacts only. */
export async function lastAnswers(
  { id, client_id }: Pick<DestinationDetails, "id" | "client_id">,
  scope: OperatorScope,
  { leadDatabase, exchangesKeptMs, now }: Pick<AdminDependencies, "leadDatabase" | "exchangesKeptMs" | "now">,
): Promise<LastAnswer[]> {
  if (exchangesKeptMs === 0) return [];
  const lead = leadDatabase(clientInScope(scope, client_id).database);
  const found = await runOne(
    lead,
    lastExchanges(scope, { id, client_id }, { since: now() - exchangesKeptMs, limit: mostTries }),
  );
  return found
    .flatMap(({ delivery_public_id, number, started_at, outcome, packed }): LastAnswer[] => {
      const answer = unpackExchanges(packed)?.at(-1)?.answer ?? null;
      if (answer === null) return [];
      const told = { delivery_id: delivery_public_id, attempt: number, attempted_at: started_at };
      return [{ ...told, counted_as: outcome, answer: { ...answer, is_cut: answer.is_cut === true } }];
    })
    .slice(0, mostAnswers);
}
