import type { CallbackMessage } from "@leadrelay/contracts/callback-message";
import type { Callback } from "@leadrelay/core/callbacks/callback-plan";
import { readTwilio } from "@leadrelay/core/callbacks/read-twilio";
import { callbackClients, type CallbackClient } from "@leadrelay/db/callbacks/client-callbacks";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsByIds } from "@leadrelay/db/destinations/destinations-by-ids";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { withRepeats } from "@leadrelay/db/with-repeats";
import { openSettings } from "@leadrelay/delivery/open-settings";
import { isOneOf } from "@leadrelay/signing/callbacks/callback-secret";
import { checkCallbackToken, clientOfToken } from "@leadrelay/signing/callbacks/check-callback-token";
import { checkTwilioSignature } from "@leadrelay/signing/callbacks/check-twilio-signature";
import type { Dependencies } from "../dependencies.ts";

/** A callback of which it is known who sent it; `ignored`: it says nothing that anybody keeps. */
export type Proved =
  | { kind: "proved"; callback: Callback; client: CallbackClient }
  | { kind: "ignored" }
  | { kind: "refused"; why: "token" | "secret" | "signature" | "client" };

/** Finds out who sent callbacks, in one D1 call. Throws what D1 throws. */
export async function proveCallbacks(
  messages: readonly CallbackMessage[],
  dependencies: Dependencies,
): Promise<Proved[]> {
  const destinationIds = messages.flatMap(({ said }) =>
    said.kind === "twilio" ? [said.destination_id] : [],
  );
  const ids = messages.flatMap(({ proof }) => namedClient(proof) ?? []);
  const keys = messages.flatMap(({ proof }) => (proof.by === "secret" ? [proof.key] : []));
  const read = () =>
    runBatch(dependencies.control, [
      callbackClients(pipelineScope, { ids: [...new Set(ids)], keys, destinationIds }),
      destinationsByIds(pipelineScope, [...new Set(destinationIds)]),
    ]);
  const [clients, destinations] = await withRepeats(read, dependencies);
  const known = {
    clients: new Map(clients.map((client) => [client.id, client])),
    byKey: new Map(clients.map((client) => [client.callbacks?.callback_key, client])),
    destinations: new Map(destinations.map((destination) => [destination.id, destination])),
  };
  return Promise.all(messages.map((message) => prove(message, known, dependencies)));
}

interface Known {
  clients: ReadonlyMap<string, CallbackClient>;
  byKey: ReadonlyMap<string | undefined, CallbackClient>;
  destinations: ReadonlyMap<string, Destination>;
}

function namedClient(proof: CallbackMessage["proof"]): string | undefined {
  if (proof.by === "edge") return proof.client_id;
  return proof.by === "token" ? clientOfToken(proof.token) : undefined;
}

async function prove(
  { callback_id, received_at, proof, said }: CallbackMessage,
  known: Known,
  dependencies: Dependencies,
): Promise<Proved> {
  if (said.kind === "twilio") return proveTwilio({ callback_id, received_at, said }, known, dependencies);
  let client: CallbackClient | undefined;
  switch (proof.by) {
    case "edge":
      client = known.clients.get(proof.client_id);
      break;
    case "token": {
      const { publicKeys } = await dependencies.callbackSigner();
      const isGood =
        said.kind === "execution" && (await checkCallbackToken(proof.token, said.delivery_id, publicKeys));
      if (!isGood) return { kind: "refused", why: "token" };
      client = known.clients.get(clientOfToken(proof.token) ?? "");
      break;
    }
    case "secret":
      client = known.byKey.get(proof.key);
      if (client === undefined || !isOneOf(proof.hash, goodHashes(client, dependencies.now())))
        return { kind: "refused", why: "secret" };
      break;
    case "signature":
      return { kind: "refused", why: "signature" };
  }
  if (client === undefined) return { kind: "refused", why: "client" };
  const callback = { id: callback_id, client_id: client.id, received_at, said, destination_id: null };
  return { kind: "proved", callback, client };
}

function goodHashes({ callbacks }: CallbackClient, nowMs: number): string[] {
  if (callbacks === null) return [];
  const { secret_hash, previous_hash, previous_until } = callbacks;
  const goesOn = previous_hash !== null && previous_until !== null && previous_until > nowMs;
  return goesOn ? [secret_hash, previous_hash] : [secret_hash];
}

type TwilioMessage = Pick<CallbackMessage, "callback_id" | "received_at"> & {
  said: Extract<CallbackMessage["said"], { kind: "twilio" }>;
};

async function proveTwilio(
  { callback_id, received_at, said }: TwilioMessage,
  { clients, destinations }: Known,
  dependencies: Dependencies,
): Promise<Proved> {
  const destination = destinations.get(said.destination_id);
  const client = destination && clients.get(destination.client_id);
  if (destination === undefined || client === undefined || destination.deleted)
    return { kind: "refused", why: "client" };
  const settings = await openSettings(destination, dependencies.sealer).catch(() => null);
  const authToken = (settings as { auth_token?: unknown } | null)?.auth_token;
  if (typeof authToken !== "string") return { kind: "refused", why: "signature" };
  const signed = { urls: writtenAs(said.url), fields: said.fields };
  if (!(await checkTwilioSignature(said.signature, signed, authToken)))
    return { kind: "refused", why: "signature" };
  const read = readTwilio(said.fields, new URL(said.url).searchParams.get("delivery"));
  if (read === null) return { kind: "ignored" };
  const callback = {
    id: callback_id,
    client_id: client.id,
    received_at,
    said: read,
    destination_id: destination.id,
  };
  return { kind: "proved", callback, client };
}

/** Behind a proxy that ends TLS an address comes as http. */
const writtenAs = (url: string): string[] => [url, url.replace(/^http:/, "https:")];
