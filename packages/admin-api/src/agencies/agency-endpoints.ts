import type { Endpoint } from "../endpoint/endpoint.ts";
import { changeAgency } from "./change-agency.ts";
import { createAgency } from "./create-agency.ts";
import { getAgency } from "./get-agency.ts";
import { listAgenciesOperation } from "./list-agencies.ts";

/** The operations on agencies. */
export const agencyEndpoints: readonly Endpoint[] = [
  listAgenciesOperation,
  createAgency,
  getAgency,
  changeAgency,
];
