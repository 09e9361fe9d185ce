import { group } from "../shared/group.ts";
import { showCallbacks } from "./callbacks.ts";
import { changeClient } from "./change.ts";
import { createClient } from "./create.ts";
import { deleteClient } from "./delete.ts";
import { listClients } from "./list.ts";
import { restoreClient } from "./restore.ts";
import { rotateCallbacks } from "./rotate-callbacks.ts";
import { listUnmatched } from "./unmatched.ts";
import { showClient } from "./show.ts";

export const client = group("client", "whom you work for", [
  listClients,
  showClient,
  createClient,
  changeClient,
  deleteClient,
  restoreClient,
  showCallbacks,
  rotateCallbacks,
  listUnmatched,
]);
