import type { Environment } from "@leadrelay/contracts/environment";
import { addAgency } from "@leadrelay/db/seed/add-agency";
import { upsertClient } from "@leadrelay/db/seed/upsert-client";
import { upsertDestination } from "@leadrelay/db/seed/upsert-destination";
import { upsertForm } from "@leadrelay/db/seed/upsert-form";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import type { Sealer } from "@leadrelay/signing/seal";

/** One agency, one client of it, one form and one Make destination: the least that can deliver a lead. */
export interface Tenant {
  agency: { id: string; name: string };
  client: { id: string; name: string };
  form: {
    id: string;
    formKey: string;
    name: string;
    allowedHosts: string[];
    thankYouUrl: string | null;
    defaultRegion: string | null;
  };
  destination: {
    id: string;
    name: string;
    url: string;
    apiKey: string | null;
    environments: Environment[];
    takesTests: boolean;
  };
}

/** The writes that make a tenant, or bring it to what is given; run them in one batch. `now` in ms UTC. */
export async function tenantStatements(
  tenant: Tenant,
  sealer: Sealer,
  now: number,
): Promise<Statement<number>[]> {
  const { agency, client, form, destination } = tenant;
  const settings = JSON.stringify({ url: destination.url, api_key: destination.apiKey });
  const place = { table: "destinations", row: destination.id, column: "sealed_settings" };
  const sealedSettings = await sealer.seal(settings, place);
  return [
    addAgency(pipelineScope, { ...agency, isInstallation: true, now }),
    upsertClient(pipelineScope, { ...client, agencyId: agency.id, now }),
    upsertForm(pipelineScope, { ...form, clientId: client.id, now }),
    upsertDestination(pipelineScope, {
      id: destination.id,
      clientId: client.id,
      name: destination.name,
      kind: "make",
      sealedSettings,
      environments: destination.environments,
      takesTests: destination.takesTests,
      now,
    }),
  ];
}
