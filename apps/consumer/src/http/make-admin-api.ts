import { createAdminApi } from "@leadrelay/admin-api/app";
import type { Dependencies } from "../dependencies.ts";
import { adminDependencies } from "./admin-dependencies.ts";

/** The API with what this Worker has for it. */
export const makeAdminApi = (dependencies: Dependencies): ReturnType<typeof createAdminApi> =>
  createAdminApi(adminDependencies(dependencies));
