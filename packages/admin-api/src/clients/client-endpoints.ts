import type { Endpoint } from "../endpoint/endpoint.ts";
import { changeClient } from "./change-client.ts";
import { createClient } from "./create-client.ts";
import { deleteClient } from "./delete-client.ts";
import { getClient } from "./get-client.ts";
import { restoreClient } from "./restore-client.ts";
import { listClients } from "./list-clients.ts";

/** The operations on clients. */
export const clientEndpoints: readonly Endpoint[] = [
  listClients,
  createClient,
  getClient,
  changeClient,
  deleteClient,
  restoreClient,
];
