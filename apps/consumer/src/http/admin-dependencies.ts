import type { AdminDependencies } from "@leadrelay/admin-api/dependencies";
import type { Dependencies } from "../dependencies.ts";

/** What the admin API reaches, out of what the consumer reaches. */
export const adminDependencies = (dependencies: Dependencies): AdminDependencies => ({
  control: dependencies.control,
  leadDatabase: dependencies.leadDatabase,
  kv: dependencies.kv,
  sealer: dependencies.sealer,
  now: dependencies.now,
  newId: dependencies.newId,
  publicUrl: dependencies.config.publicUrl,
  findSession: async () => undefined,
  handleAuth: async () => new Response(null, { status: 404 }),
});
