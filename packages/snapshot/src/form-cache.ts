import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import { readFormSnapshot, type SnapshotReading } from "./read-form-snapshot.ts";

/** How long a snapshot is used before KV is asked again. */
export const freshForMs = 30_000;
/** A form just published should not be missing for long. */
export const absentForMs = 5_000;
/** While KV fails a known form is not asked for again at every request. */
export const staleRetryAfterMs = 5_000;
/** The network chooses the keys, so what is remembered is bounded. */
const mostForms = 2_000;

/** A form as the edge knows it, prepared once per read. */
type FormLookup<Form> =
  | { kind: "found"; form: Form }
  | { kind: "absent" }
  | { kind: "unavailable"; reason: string };

export interface FormCache<Form> {
  /** Never throws; takes at most the time limit of one KV read. */
  lookUp(formKey: string): Promise<FormLookup<Form>>;
}

interface Entry<Form> {
  answer: FormLookup<Form>;
  /** Milliseconds UTC. */
  askAgainAt: number;
}

/** The isolate's memory of forms: fresh for 30 s, served stale when KV fails. */
export function createFormCache<Form>({
  kv,
  now,
  prepare,
}: {
  kv: KVNamespace;
  now: () => number;
  /** Must not throw. */
  prepare: (snapshot: FormSnapshot) => Form;
}): FormCache<Form> {
  const entries = new Map<string, Entry<Form>>();

  const keep = (formKey: string, answer: FormLookup<Form>, forMs: number) => {
    if (entries.size >= mostForms && !entries.has(formKey)) forgetOldest(entries);
    entries.set(formKey, { answer, askAgainAt: now() + forMs });
    return answer;
  };

  const settle = (formKey: string, reading: SnapshotReading): FormLookup<Form> => {
    if (reading.kind === "found")
      return keep(formKey, { kind: "found", form: prepare(reading.snapshot) }, freshForMs);
    if (reading.kind === "absent") return keep(formKey, reading, absentForMs);
    const known = entries.get(formKey)?.answer;
    return known?.kind === "found" ? keep(formKey, known, staleRetryAfterMs) : reading;
  };

  return {
    async lookUp(formKey) {
      const entry = entries.get(formKey);
      if (entry !== undefined && now() < entry.askAgainAt) return entry.answer;
      return settle(formKey, await readFormSnapshot(kv, formKey));
    },
  };
}

/** A Map lists its keys in the order they came. An absent form goes first: it is what a stranger can make us remember. */
function forgetOldest<Form>(entries: Map<string, Entry<Form>>): void {
  for (const [formKey, { answer }] of entries) {
    if (answer.kind === "absent") {
      entries.delete(formKey);
      return;
    }
  }
  const [oldest] = entries.keys();
  if (oldest !== undefined) entries.delete(oldest);
}
