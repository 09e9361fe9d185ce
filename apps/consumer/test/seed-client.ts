import { upsertAgency } from "@leadrelay/db/control/upsert-agency";
import { upsertClient } from "@leadrelay/db/control/upsert-client";
import { upsertDestination } from "@leadrelay/db/control/upsert-destination";
import { upsertForm } from "@leadrelay/db/control/upsert-form";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { env } from "cloudflare:test";
import { dependenciesOf } from "../src/dependencies.ts";

/** A client of its own with one form and one Make destination, as a test needs it. */
export async function seedClient() {
  const unique = crypto.randomUUID();
  const ids = {
    agencyId: `agc_${unique}`,
    clientId: `cli_${unique}`,
    formId: `form_${unique}`,
    formKey: `frm_${unique}`,
    destinationId: `dst_${unique}`,
  };
  const settings = { url: `https://hook.example/${unique}`, api_key: null };
  const sealer = await dependenciesOf(env).sealer();
  const now = 1_700_000_000_000;
  await runBatch(env.DB, [
    upsertAgency(pipelineScope, { id: ids.agencyId, name: "Agency", isInstallation: false, now }),
    upsertClient(pipelineScope, { id: ids.clientId, agencyId: ids.agencyId, name: "Client", now }),
    upsertForm(pipelineScope, {
      id: ids.formId,
      clientId: ids.clientId,
      formKey: ids.formKey,
      name: "Form",
      allowedHosts: ["example.com"],
      thankYouUrl: "https://example.com/thanks",
      defaultRegion: "IN",
      now,
    }),
    upsertDestination(pipelineScope, {
      id: ids.destinationId,
      clientId: ids.clientId,
      name: "Make",
      kind: "make",
      sealedSettings: await sealer.seal(JSON.stringify(settings), sealedSettingsAt(ids.destinationId)),
      environments: ["development"],
      now,
    }),
  ]);
  return { ...ids, settings };
}
