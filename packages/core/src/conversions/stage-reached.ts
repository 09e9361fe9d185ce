import { leadOutcomes } from "@leadrelay/contracts/callback-limits";
import type { Notice } from "@leadrelay/contracts/notice";

/**
 * The stage that a lead came to, as a notice tells it, in small letters; null: it tells of none. A CRM that tells an outcome (won, say) names no stage
 * of the client's pipeline: the outcome is one.
 */
export function stageReached(notice: Notice): string | null {
  if (notice.type === "lead.status_changed") return plain(notice.change.to);
  if (notice.type !== "lead.crm_activity") return null;
  const { stage, kind } = notice.activity;
  return plain(stage ?? (reachedOutcomes.has(plain(kind) ?? "") ? kind : ""));
}

/** Given back is no step that a lead makes. */
const reachedOutcomes: ReadonlySet<string> = new Set(leadOutcomes.filter((one) => one !== "returned"));

const plain = (stage: string): string | null => stage.trim().toLowerCase() || null;
