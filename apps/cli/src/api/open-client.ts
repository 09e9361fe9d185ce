import { createClient, type LeadRelayClient } from "@leadrelay/client/create-client";
import type { StoredCredential } from "../credentials/credentials-file.ts";
import type { Outside } from "../outside/outside.ts";
import { authenticateWith } from "./authenticate.ts";
import { reach } from "./reach.ts";

/** The installation's API, asked with this credential and at its origin only. */
export const openClient = (outside: Outside, credential: StoredCredential): LeadRelayClient =>
  createClient({
    baseUrl: credential.url,
    authenticate: authenticateWith(credential, outside),
    fetch: (request) => reach(outside, request),
  });
