import type { Endpoint } from "./endpoint/endpoint.ts";
import { changeClient } from "./clients/change-client.ts";
import { createClient } from "./clients/create-client.ts";
import { getClient } from "./clients/get-client.ts";
import { listClients } from "./clients/list-clients.ts";
import { whoAmI } from "./you/who-am-i.ts";

/** Every operation there is, in the reference's order. One that is not listed here is not served. */
export const endpoints: readonly Endpoint[] = [whoAmI, listClients, createClient, getClient, changeClient];
