import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import { readFormSnapshot } from "./read-form-snapshot.ts";
import { createSnapshotCache, type SnapshotCache } from "./snapshot-cache.ts";

/** The isolate's memory of forms. */
export type FormCache<Form> = SnapshotCache<Form>;

/** @param prepare what is kept of a snapshot, made once per read; must not throw */
export const createFormCache = <Form>({
  kv,
  now,
  prepare,
}: {
  kv: KVNamespace;
  now: () => number;
  prepare: (snapshot: FormSnapshot) => Form;
}): FormCache<Form> =>
  createSnapshotCache({
    now,
    read: async (formKey) => {
      const reading = await readFormSnapshot(kv, formKey);
      return reading.kind === "found" ? { kind: "found", kept: prepare(reading.snapshot) } : reading;
    },
  });
