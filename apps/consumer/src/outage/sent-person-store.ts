import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { sentPersonSchema, sentPersonSeconds, type SentPerson } from "@leadrelay/contracts/sent-person";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { identityKey, identityKinds, type Identity } from "@leadrelay/core/identity/identity";
import { identityOf } from "@leadrelay/core/decide/settle-identities";
import { memoryWrites } from "@leadrelay/core/outage/memory-writes";
import type { Remembered } from "@leadrelay/core/outage/sent-persons";
import type { Sealer } from "@leadrelay/signing/seal";
import type { Dependencies } from "../dependencies.ts";
import { takeWrite } from "./memory-calls.ts";
import type { DirectSend } from "./planned-sends.ts";

/** No lead waits longer for this memory, to be read and to be written: a KV that hangs or fails costs only what it would have told. */
const timeLimitMs = 1_000;
/** A bulk read takes this many keys, as one call. */
const mostKeys = 100;
/** Writes under way at a time: a Worker has six connections, and sends need them too. */
const writers = 3;

const sealedAt = (key: string) => ({ table: "direct", row: key, column: "person" });

type Store = Pick<Dependencies, "kv" | "sealer" | "pseudonym">;

/** In a key stands no personal data: of an identity only a name that the master key makes. */
const keyOf = async (identity: Identity, { pseudonym }: Store) =>
  kvKeys.sentPerson(identity.client_id, await pseudonym(identityKey(identity)));

/** Who was sent lately under any identity of these, by identity key; nobody where KV fails. */
export async function findSentPersons(
  sends: readonly Pick<DirectSend, "submission" | "isTest">[],
  store: Store,
): Promise<ReadonlyMap<string, SentPerson>> {
  const identities = new Map(
    sends.flatMap(identitiesOf).map((identity) => [identityKey(identity), identity] as const),
  );
  const found = new Map<string, SentPerson>();
  try {
    await withTimeLimit(timeLimitMs, readInto(found, [...identities], store));
  } catch (error) {
    logEvent("outage.memory_failed", { error: reasonOf(error) });
  }
  // What comes in later is not to change what was read.
  return new Map(found);
}

const identitiesOf = ({ submission, isTest }: Pick<DirectSend, "submission" | "isTest">): Identity[] =>
  identityKinds.flatMap((kind) => {
    const value = submission.contact.identities[kind];
    return value === undefined ? [] : [identityOf(submission, kind, value, isTest)];
  });

async function readInto(
  found: Map<string, SentPerson>,
  identities: readonly (readonly [string, Identity])[],
  store: Store,
): Promise<void> {
  const sealer = await store.sealer();
  const named = await Promise.all(
    identities.map(async ([known, identity]) => ({ known, key: await keyOf(identity, store) })),
  );
  for (let from = 0; from < named.length; from += mostKeys) {
    const asked = named.slice(from, from + mostKeys);
    const texts = await store.kv.get(
      asked.map(({ key }) => key),
      "text",
    );
    for (const { known, key } of asked) {
      const sealed = texts.get(key) ?? null;
      const person = sealed === null ? undefined : await openOne({ key, sealed }, sealer);
      if (person !== undefined) found.set(known, person);
    }
  }
}

/** One that cannot be read says nothing of its person, and keeps nobody else from being known. */
async function openOne(
  { key, sealed }: { key: string; sealed: string },
  sealer: Sealer,
): Promise<SentPerson | undefined> {
  try {
    return sentPersonSchema.safeParse(JSON.parse(await sealer.open(sealed, sealedAt(key)))).data;
  } catch (error) {
    logEvent("outage.memory_failed", { error: reasonOf(error) });
    return undefined;
  }
}

/**
 * Remembers who is sent, for an hour. Once its time is over, or its invocation's calls, it begins no further write: whoever is not
 * remembered may be sent twice. A write that KV refuses, as the second of two invocations to one key within a second, costs only itself.
 */
export async function rememberSent(
  remembered: readonly Remembered[],
  store: Store & Pick<Dependencies, "memoryCalls" | "now">,
): Promise<void> {
  const waiting = memoryWrites(remembered);
  if (waiting.length === 0) return;
  const writer = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await writeOne(next, store).catch((error: unknown) => (failed ??= reasonOf(error)));
  };
  let failed: string | undefined;
  try {
    await withTimeLimit(timeLimitMs, Promise.all(Array.from({ length: writers }, writer)));
  } catch (error) {
    failed ??= reasonOf(error);
  } finally {
    waiting.length = 0;
  }
  if (failed !== undefined) logEvent("outage.memory_failed", { error: failed });
}

async function writeOne(
  { person, identity }: { person: SentPerson; identity: Identity },
  store: Store & Pick<Dependencies, "memoryCalls" | "now">,
): Promise<void> {
  const key = await keyOf(identity, store);
  if (!takeWrite(store.memoryCalls, key, store.now())) throw new Error("no call is left for it");
  const sealed = await (await store.sealer()).seal(JSON.stringify(person), sealedAt(key));
  await store.kv.put(key, sealed, { expirationTtl: sentPersonSeconds });
}
