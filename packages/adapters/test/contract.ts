import type { Adapter } from "../src/adapter.ts";
import type { AdapterExample } from "./adapter-example.ts";

/** Promises by name; each throws, or rejects, for an adapter that does not keep it. */
export type Contract = Readonly<
  Record<string, (adapter: Adapter<unknown>, example: AdapterExample) => void | Promise<void>>
>;
