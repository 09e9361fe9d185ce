import { formSnapshotSchema, type FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";

/** KV slower than this is taken as failing: a lead does not wait for configuration. */
const snapshotTimeLimitMs = 1_000;

/** `absent`: KV is healthy and has none, so there is no such form. `unavailable`: KV cannot tell. */
export type SnapshotReading =
  | { kind: "found"; snapshot: FormSnapshot }
  | { kind: "absent" }
  | { kind: "unavailable"; reason: string };

/** One read of KV, never throwing. A snapshot we cannot read (of a later version, say) counts as unavailable: D1 knows the form. */
export async function readFormSnapshot(kv: KVNamespace, formKey: string): Promise<SnapshotReading> {
  try {
    const stored = await withTimeLimit(snapshotTimeLimitMs, kv.get(kvKeys.form(formKey), "json"));
    if (stored === null) return { kind: "absent" };
    const parsed = formSnapshotSchema.safeParse(stored);
    if (parsed.success) return { kind: "found", snapshot: parsed.data };
    return { kind: "unavailable", reason: "the snapshot is not one of ours" };
  } catch (error) {
    return { kind: "unavailable", reason: reasonOf(error) };
  }
}
