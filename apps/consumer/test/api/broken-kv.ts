import { env } from "cloudflare:test";
import { dependenciesOf } from "../../src/dependencies.ts";
import { publishChanged } from "../../src/sweeps/publish/publish-changed.ts";
import { failing, hanging } from "../failing.ts";
import { testApi } from "./admin-api.ts";

/** The API while KV takes nothing, or never answers. */
export const apiWithout = (kv: "failing" | "hanging") => {
  const broken = (kv === "failing" ? failing : hanging)(env.KV, ["put", "delete"]);
  const dependencies = { ...dependenciesOf(env), kv: broken };
  return testApi({ publish: (changed) => publishChanged(dependencies, changed) });
};
