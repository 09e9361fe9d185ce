import { group } from "../shared/group.ts";
import { changeSource } from "./change.ts";
import { createSource } from "./create.ts";
import { deleteSource } from "./delete.ts";
import { listSourceKinds } from "./kinds.ts";
import { listSources } from "./list.ts";
import { rotateSource } from "./rotate.ts";
import { showSource } from "./show.ts";
import { pauseSource, resumeSource } from "./switch.ts";

export const source = group("source", "other systems that leads come from", [
  listSourceKinds,
  listSources,
  showSource,
  createSource,
  changeSource,
  pauseSource,
  resumeSource,
  rotateSource,
  deleteSource,
]);
