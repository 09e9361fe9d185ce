import type { CallbackProof } from "@leadrelay/contracts/callback-message";
import { callbackKeysSchema, callbackSnapshotSchema } from "@leadrelay/contracts/callback-snapshots";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { logEvent } from "@leadrelay/contracts/log-event";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import {
  hashOfSecret,
  isCallbackKey,
  isOneOf,
  keyOfSecret,
} from "@leadrelay/signing/callbacks/callback-secret";
import { checkCallbackToken, clientOfToken } from "@leadrelay/signing/callbacks/check-callback-token";
import type { Dependencies } from "../dependencies.ts";
import { shortReasonOf } from "../intake/short-reason-of.ts";
import type { CallbackRoute } from "./callback-route.ts";
import type { Unsaid } from "./unsaid.ts";

const kvTimeLimitMs = 1_000;
/** KV keeps what it read at the edge for as long, seconds. */
const cacheTtl = 60;

type Proved = CallbackProof | Unsaid;
type Asked = Pick<Dependencies, "kv" | "now">;

/** Who lets a callback in. What KV cannot tell now, the consumer looks at: a callback is not lost for it. */
export async function checkProof(
  { door, id }: CallbackRoute,
  shown: string | undefined,
  dependencies: Asked,
): Promise<Proved> {
  if (shown === undefined)
    return {
      unsaid: `it shows no ${door === "make" ? "token: post to the callback_url as it was sent, or show the client's secret" : "secret: send `Authorization: Bearer` and the client's"}`,
    };
  const key = keyOfSecret(shown);
  if (door === "make" && clientOfToken(shown) !== undefined && key === undefined)
    return byToken(shown, id, dependencies);
  if (door !== "make" && !isCallbackKey(id)) return { unsaid: unknownKey };
  if (key === undefined || (door !== "make" && key !== id)) return { unsaid: wrongSecret };
  return bySecret(key, shown, dependencies);
}

const unknownKey = "there is no such callback key: see `leadrelay client callbacks`";
const wrongSecret = "the secret is not this client's: `leadrelay client rotate-callbacks` makes one";

async function byToken(token: string, deliveryId: string, { kv }: Asked): Promise<Proved> {
  const keys = callbackKeysSchema.safeParse(await read(kv, kvKeys.callbackKeys)).data;
  if (keys === undefined) return { by: "token", token };
  const isGood = await checkCallbackToken(token, deliveryId.toLowerCase(), keys.public_keys);
  return isGood
    ? { by: "edge", client_id: clientOfToken(token) ?? "" }
    : { unsaid: "the token is not of this delivery" };
}

/** Whether an address is one that we gave along with a message: its token is of the delivery that it names. What KV cannot tell counts as that. */
export async function hasOurToken(url: string, dependencies: Asked): Promise<boolean> {
  const { searchParams } = new URL(url);
  const [token, delivery] = [searchParams.get("token"), searchParams.get("delivery")];
  if (token === null || delivery === null) return false;
  return !("unsaid" in (await byToken(token, delivery, dependencies)));
}

async function bySecret(key: string, secret: string, { kv, now }: Asked): Promise<Proved> {
  const [stored, hash] = await Promise.all([read(kv, kvKeys.callbacks(key)), hashOfSecret(secret)]);
  if (stored === null) return { unsaid: unknownKey };
  const snapshot = callbackSnapshotSchema.safeParse(stored).data;
  if (snapshot === undefined) return { by: "secret", key, hash };
  const good = snapshot.secrets.filter(({ until }) => until === null || until > now());
  return isOneOf(
    hash,
    good.map((one) => one.hash),
  )
    ? { by: "edge", client_id: snapshot.client_id }
    : { unsaid: wrongSecret };
}

/** null: KV has none; undefined: it cannot tell. */
async function read(kv: KVNamespace, key: string): Promise<unknown> {
  try {
    return await withTimeLimit(kvTimeLimitMs, kv.get(key, { type: "json", cacheTtl }));
  } catch (error) {
    logEvent("callback.unproved", { reason: shortReasonOf(error) });
    return undefined;
  }
}
