import { group } from "../shared/group.ts";
import { changeAgency } from "./change.ts";
import { createAgency } from "./create.ts";
import { listAgencies } from "./list.ts";
import { showLook } from "./look.ts";
import { showAgency } from "./show.ts";

export const agency = group("agency", "who works for clients", [
  listAgencies,
  showAgency,
  createAgency,
  changeAgency,
  showLook,
]);
