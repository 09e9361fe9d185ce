import { group } from "../shared/group.ts";
import { changeClient } from "./change.ts";
import { createClient } from "./create.ts";
import { listClients } from "./list.ts";
import { showClient } from "./show.ts";

export const client = group("client", "whom you work for: list, show, create, change", [
  listClients,
  showClient,
  createClient,
  changeClient,
]);
