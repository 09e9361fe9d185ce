import { getUnsent } from "./get-unsent.ts";
import { listUnsent } from "./list-unsent.ts";

export const unsentEndpoints = [listUnsent, getUnsent];
