import { z } from "@hono/zod-openapi";
import { getAdapter } from "@leadrelay/adapters/registry";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { toldOutcomes } from "@leadrelay/contracts/delivery-status";
import { testWords } from "@leadrelay/core/explain/test-words";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { countAttempt, forgetAttempts } from "@leadrelay/db/sign-in/count-attempt";
import { judgeUrl } from "@leadrelay/delivery/guarded-fetch/judge-url";
import { openSettings } from "@leadrelay/delivery/open-settings";
import { shapeDelivery } from "@leadrelay/delivery/shape-delivery";
import { watchAttempt } from "@leadrelay/delivery/perform-attempt";
import { isMasked } from "../access/is-masked.ts";
import { readLiveClient } from "../clients/read-client.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { commitChange } from "../endpoint/commit-change.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { exchangeSchema } from "../deliveries/exchange-schema.ts";
import { toExchange } from "../deliveries/to-exchange.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { destinationParams } from "./destination-schema.ts";
import { readLiveDestination } from "./read-destination.ts";
import { refusedUrlWords } from "./refused-url-words.ts";
import { testLead } from "./test-lead.ts";

const limit = { max: 6, windowMs: 60_000 };

export const testDestination = changeEndpoint({
  method: "post",
  path: "/api/destinations/{destination_id}/test",
  operationId: "testDestination",
  tag: "Destinations",
  summary: "Send a marked test to a destination, and see what it is sent and answers",
  description:
    "On the way of every lead: its settings, its key, what its answers mean. It is nobody's lead: nothing is stored, counted or switched off by it, and it goes to a destination that is disabled or takes no test leads, too, always with `test_lead` `yes`. Six a minute at most for each destination.",
  access: { permission: "config:write" },
  params: destinationParams,
  answer: z
    .object({
      destination_id: z.string(),
      destination_name: z.string(),
      outcome: z.enum(toldOutcomes),
      what_happened: z.string(),
      what_next: z.string(),
      exchanges: z.array(exchangeSchema).openapi({
        description:
          "Each request and its answer, without secrets; none where no request could be built. To those who see contacts masked without the answers: a receiver may quote anybody.",
      }),
      status_code: z.int().nullable(),
      error: z.string().nullable(),
      duration_ms: z.int(),
    })
    .openapi("DestinationTest"),
  async handle({ params, access, dependencies, request: { id: requestId } }) {
    const destination = await readLiveDestination(params.destination_id, access.scope, dependencies);
    const client = await readLiveClient(destination.client_id, access.scope, dependencies);
    const { id, name, kind, timeout_ms, enabled, takes_test } = destination;
    requireEnvironment(destination, dependencies);
    // Before anything is asked of anybody, DNS too.
    await requireFew(id, dependencies);
    const settings = await settingsOf(destination, dependencies);
    const audit = [
      {
        agencyId: client.agency_id,
        clientId: client.id,
        action: "destination.tested" as const,
        subject: { kind: "destination", id },
      },
    ];
    // Before it is sent: what cannot be written down is not done.
    const nothing = { answer: { body: {} }, audit };
    await commitChange(nothing, { access, requestId, dependencies, remember: [] });
    const { now, newId, sending, urlRules, replays } = dependencies;
    const event = {
      id: newId(),
      type: "lead.created" as const,
      payload: testLead(replays.environment, newId()),
      attribution: { first: null, latest: null },
      created_at: now(),
    };
    const { result, exchanges } = await watchAttempt(
      {
        kind,
        settings,
        delivery: shaped(destination, { event, delivery_public_id: newId(), attempt: 1 }),
        timeoutMs: timeout_ms ?? sending.timeoutMs,
      },
      { ...urlRules, fetch: sending.fetch, sendEmail: sending.sendEmail ?? null, now },
    );
    const { outcome, status_code, error, duration_ms } = result;
    const masked = isMasked(access.scope, client.id);
    const words = testWords({ id, kind, enabled, takes_test, outcome, status_code });
    return {
      audit: [],
      answer: {
        body: {
          destination_id: id,
          destination_name: name,
          outcome,
          what_happened: words.happened,
          what_next: words.next,
          exchanges: exchanges
            .map(toExchange)
            .map(({ request, answer }) => ({ request, answer: masked ? null : answer })),
          status_code,
          error: masked ? null : error,
          duration_ms,
        },
      },
    };
  },
});

/** As its mapping has it. Throws the 409 of one that breaks. */
function shaped<Delivery extends Parameters<typeof shapeDelivery>[0]>(
  { id, shape_json }: DestinationDetails,
  delivery: Delivery,
): Delivery {
  try {
    return shapeDelivery(delivery, shape_json, { payload_json: "{}", message: null });
  } catch (error) {
    throw apiProblem("conflict", `Nothing was sent: ${reasonOf(error)}. \`leadrelay shape show ${id}\``);
  }
}

/** A copy of production's settings must not reach what is production's. */
function requireEnvironment({ id, environments }: DestinationDetails, { replays }: AdminDependencies): void {
  const { environment } = replays;
  if (environments.includes(environment)) return;
  const all = [...environments, environment].join(",");
  throw apiProblem(
    "conflict",
    `This installation runs in ${environment}, from where nothing is sent there: it takes from ${environments.join(", ")}. \`leadrelay destination change ${id} --environments ${all}\` changes that.`,
  );
}

/**
 * Its settings in the plain, each address of them looked at as when it was saved: a name may lead elsewhere by now. Settings that no master
 * key opens are none; what its kind cannot read any more has no address, and the attempt says so.
 */
async function settingsOf(
  destination: DestinationDetails,
  dependencies: AdminDependencies,
): Promise<unknown> {
  const { id, kind } = destination;
  const opened = await openSettings(destination, dependencies.sealer).catch(() => null);
  for (const { setting, url } of addressesIn(kind, opened)) {
    const judged = await judgeUrl(url, dependencies.urlRules);
    if ("refused" in judged)
      throw apiProblem(
        "conflict",
        `Its ${setting} ${refusedUrlWords[judged.refused]}: \`leadrelay destination change ${id} --address\`.`,
      );
  }
  return opened;
}

function addressesIn(kind: string, settings: unknown) {
  try {
    const adapter = getAdapter(kind);
    return adapter.addresses(adapter.parseSettings(settings));
  } catch {
    return [];
  }
}

async function requireFew(id: string, { control, newId, now }: AdminDependencies): Promise<void> {
  const at = now();
  const [verdict] = await runBatch(control, [
    countAttempt(pipelineScope, { key: `destination-test ${id}`, ...limit }, { id: newId(), now: at }),
    forgetAttempts(pipelineScope, limit.windowMs, at),
  ]);
  if (verdict.kind === "allowed") return;
  const seconds = Math.max(1, Math.ceil(verdict.retryAfterMs / 1000));
  throw apiProblem(
    "too-many-requests",
    `A destination is tested ${limit.max} times a minute at most: try again in ${seconds} s.`,
    { headers: { "retry-after": String(seconds) } },
  );
}
