import type { z } from "@hono/zod-openapi";
import { getAdapter } from "@leadrelay/adapters/registry";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { openSettings } from "@leadrelay/delivery/open-settings";
import type { AdminDependencies } from "../dependencies.ts";
import type { destinationSchema } from "./destination-schema.ts";

/** A destination as the API shows it: of its settings only what its kind lets be seen. */
export async function destinationAnswer(
  destination: DestinationDetails,
  { sealer }: Pick<AdminDependencies, "sealer">,
): Promise<z.output<typeof destinationSchema>> {
  const { sealed_settings: _sealed, shape_json: _shape, reply: _reply, after, ...shown } = destination;
  const { confirmation = null, returns = null } = after;
  return { ...shown, confirmation, returns, settings: await showSettings(destination, sealer) };
}

async function showSettings(destination: DestinationDetails, sealer: AdminDependencies["sealer"]) {
  try {
    const adapter = getAdapter(destination.kind);
    return adapter.showSettings(adapter.parseSettings(await openSettings(destination, sealer)));
  } catch {
    return null;
  }
}
