import { reasonOf } from "@leadrelay/contracts/reason-of";
import { noMapping } from "@leadrelay/core/fields/field-mapping";
import { postedBy, type Posted } from "@leadrelay/core/shape/posted";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import type { ClaimedGroup } from "./group-claimed.ts";
import { needsForm } from "./needs-form.ts";
import { openSettings } from "./open-settings.ts";
import { originOf } from "./origin-of.ts";
import { refusedByOptOut } from "./opt-outs/refused-by-opt-out.ts";
import { performTogether, type WatchedAttempt } from "./perform-attempt.ts";
import { shapeDelivery } from "./shape-delivery.ts";
import { tokensOf } from "./tokens-of.ts";
import { withMessage } from "./with-message.ts";
import { failure, type Verdict } from "./verdict-of.ts";

/** What the one try came to for each of a group. */
export async function attemptGroup(
  group: ClaimedGroup,
  dependencies: DeliveryDependencies,
): Promise<WatchedAttempt[]> {
  const shaped = await Promise.all(group.map((claimed) => shapedOf(claimed, dependencies)));
  const [first, ...rest] = shaped.flatMap((each) => ("result" in each ? [] : [each]));
  const made = first === undefined ? [] : await attemptTogether([first, ...rest], dependencies);
  return shaped.flatMap((each) => ("result" in each ? [each] : (made.shift() ?? [])));
}

interface Shaped {
  claimed: ClaimedDelivery;
  outgoing: ReturnType<typeof outgoing>;
}

/** As its destination's mapping has it; where that breaks it is refused, and nothing of it is sent. */
async function shapedOf(
  claimed: ClaimedDelivery,
  dependencies: Pick<DeliveryDependencies, "now" | "mappingOf">,
): Promise<Shaped | WatchedAttempt> {
  const { now } = dependencies;
  const { destination } = claimed;
  let posted: Posted | null;
  try {
    posted = await postedOf(claimed, dependencies);
  } catch (error) {
    // What it says would not be what the person wrote.
    const result = {
      ...failure("retry", `its form cannot be read: ${reasonOf(error)}`),
      started_at: now(),
      duration_ms: 0,
    };
    return { result, exchanges: [] };
  }
  try {
    const plain = withMessage(outgoing(claimed), destination.kind, posted);
    return { claimed, outgoing: shapeDelivery(plain, destination.shape_json, posted) };
  } catch (error) {
    const broken = reasonOf(error);
    const result = { ...failure("refused", broken), started_at: now(), duration_ms: 0 };
    return { result, exchanges: [], broken };
  }
}

/** All that was posted, and the message in it as its form names that. */
async function postedOf(
  { delivery: { form_json, form_id }, destination }: ClaimedDelivery,
  { mappingOf }: Pick<DeliveryDependencies, "mappingOf">,
): Promise<Posted | null> {
  if (form_json == null || !needsForm(destination)) return null;
  return postedBy(form_json, form_id === null ? noMapping : await mappingOf(form_id));
}

async function attemptTogether(
  [first, ...rest]: [Shaped, ...Shaped[]],
  dependencies: DeliveryDependencies,
): Promise<WatchedAttempt[]> {
  const { destination, delivery } = first.claimed;
  try {
    const settings = await openSettings(destination, dependencies.sealer);
    const unsent = (verdict: Verdict): WatchedAttempt[] => [
      { result: { ...verdict, started_at: dependencies.now(), duration_ms: 0 }, exchanges: [] },
    ];
    const stopped = await refusedByOptOut(destination, settings, first.outgoing, dependencies);
    if (stopped !== null) return unsent(stopped);
    const origin = await originOf(destination.kind, delivery, dependencies);
    if ("outcome" in origin) return unsent(origin);
    const timeoutMs = destination.timeout_ms ?? dependencies.timeoutMs;
    const addressed = (each: Shaped) => withCallback(each, dependencies);
    return await performTogether(
      {
        kind: destination.kind,
        settings,
        delivery: { ...(await addressed(first)), ...origin },
        ...(rest.length === 0 ? {} : { beside: await Promise.all(rest.map(addressed)) }),
        timeoutMs,
        kept: delivery.kept,
        tokens: tokensOf(destination, dependencies),
      },
      dependencies,
    );
  } catch (error) {
    // A seal that does not open: a person can mend the key, and a retry then succeeds.
    const text = reasonOf(error);
    const failed = {
      status_code: null,
      retry_after_ms: null,
      started_at: dependencies.now(),
      duration_ms: 0,
    };
    return [first, ...rest].map(() => ({
      result: { outcome: "retry", error: `settings cannot be opened: ${text}`, ...failed },
      exchanges: [],
    }));
  }
}

/** With the address where its receiver tells what came of it. */
async function withCallback({ claimed, outgoing: delivery }: Shaped, { callbackUrl }: DeliveryDependencies) {
  const callback_url = await callbackUrl(claimed.destination, delivery.delivery_public_id);
  return callback_url === null ? delivery : { ...delivery, callback_url };
}

const outgoing = ({ delivery }: ClaimedDelivery) => ({
  event: delivery.event,
  delivery_public_id: delivery.public_id,
  attempt: delivery.attempts,
});
