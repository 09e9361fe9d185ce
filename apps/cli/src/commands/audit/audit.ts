import { group } from "../shared/group.ts";
import { listAudit } from "./list.ts";

export const audit = group("audit", "who did what, and who read whose contact details", [listAudit]);
