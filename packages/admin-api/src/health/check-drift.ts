import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { publishedForms, type StaleForm } from "@leadrelay/db/publishing/stale-forms";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import type { HealthContext } from "./health-context.ts";

const sampleSize = 10;
/** KV takes about a minute to show a change everywhere. */
const settlesWithinMs = 90_000;

/** A few forms as the edge has them, beside what they are: another few each time. */
export async function checkDrift({ scope, dependencies, nowMs }: HealthContext): Promise<HealthCheck[]> {
  const sample = await sampleForms(dependencies);
  const settled = sample.filter(({ updated_at }) => nowMs - updated_at > settlesWithinMs);
  const keys = settled.map(({ form_key }) => kvKeys.form(form_key));
  const texts =
    keys.length === 0 ? new Map<string, string | null>() : await dependencies.kv.get(keys, "text");
  const drifted = settled.filter(
    (form) => !isAsPublished(form, texts.get(kvKeys.form(form.form_key)) ?? null),
  );
  if (settled.length === 0)
    return [
      fine("snapshot_drift", "No form was published long enough ago to be looked at: KV takes a minute."),
    ];
  if (drifted.length === 0)
    return [
      fine("snapshot_drift", `The edge has what it should of ${sayCount(settled.length, "form")} looked at.`),
    ];
  const mine = drifted.filter((form) => isInScope(scope, snapshotOf(form)?.client_id ?? ""));
  const named = mine.length === 0 ? "" : `: ${mine.map(({ id }) => id).join(", ")}`;
  return [
    amiss("warning", "snapshot_drift", {
      message: `Of ${sayCount(settled.length, "form")} looked at, the edge has ${drifted.length} otherwise than the database${named}.`,
      todo: `${mine.map(anew).join(", ")}${mine.length === 0 ? "Save each of them as it is" : " saves it as it is"}: it is published anew within a minute. All at once, as after the database was set back: docs/reliability.md, \`Back up and restore\`.`,
    }),
  ];
}

/** What changes nothing of a form, and has it published. */
const anew = (form: StaleForm): string =>
  `\`leadrelay form change ${form.id} --redirect-status ${snapshotOf(form)?.redirect_status ?? 301}\``;

/** undefined: the row holds what no snapshot can, and is published as it was before. */
function snapshotOf(form: StaleForm): FormSnapshot | undefined {
  try {
    return form.snapshot();
  } catch {
    return undefined;
  }
}

/** Made-up form keys end in chance, so a made-up one begins another sample; those at the end are filled up from the start. */
async function sampleForms({ control, newId }: HealthContext["dependencies"]): Promise<StaleForm[]> {
  const from = `frm_${newId().slice(-8)}`;
  const [later, first] = await runBatch(control, [
    publishedForms(pipelineScope, from, sampleSize),
    publishedForms(pipelineScope, "", sampleSize),
  ]);
  const forms = new Map([...later, ...first].map((form) => [form.id, form]));
  return [...forms.values()].slice(0, sampleSize);
}

function isAsPublished(form: StaleForm, text: string | null): boolean {
  try {
    return text !== null && sorted(JSON.parse(text)) === sorted(form.snapshot());
  } catch {
    return false;
  }
}

/** JSON with every object's names in order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
