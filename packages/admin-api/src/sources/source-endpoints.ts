import type { Endpoint } from "../endpoint/endpoint.ts";
import { changeSource } from "./change-source.ts";
import { createSource } from "./create-source.ts";
import { deleteSource } from "./delete-source.ts";
import { getSource } from "./get-source.ts";
import { listSourceKinds } from "./list-source-kinds.ts";
import { listSources } from "./list-sources.ts";
import { rotateSource } from "./rotate-source.ts";

/** Sources: other systems that leads come from. */
export const sourceEndpoints: readonly Endpoint[] = [
  listSourceKinds,
  listSources,
  createSource,
  getSource,
  changeSource,
  rotateSource,
  deleteSource,
];
