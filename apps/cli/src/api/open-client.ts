import { createClient, type LeadRelayClient } from "@leadrelay/client/create-client";
import type { Outside } from "../outside/outside.ts";
import { authenticateWith, type Asker } from "./authenticate.ts";
import { reach } from "./reach.ts";

/** The installation's API, asked by this one and at its origin only. */
export const openClient = (outside: Outside, asker: Asker): LeadRelayClient =>
  createClient({
    baseUrl: asker.url,
    authenticate: authenticateWith(asker, outside),
    fetch: (request) => reach(outside, request),
  });
