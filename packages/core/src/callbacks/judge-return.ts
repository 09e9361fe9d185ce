import type { ReturnRules } from "@leadrelay/contracts/after-delivery";

const dayMs = 24 * 3_600_000;

/** Why a lead cannot be given back, in words for its buyer; null: it can. */
export function whyNotReturned(
  {
    reason,
    deliveredAt,
    receivedAt,
    returned,
  }: { reason: string | null; deliveredAt: number; receivedAt: number; returned: number },
  rules: ReturnRules | undefined,
): string | null {
  if (rules === undefined) return "its destination takes none back: nothing was agreed with it";
  const { reasons, within_days, most_per_month } = rules;
  if (reasons !== undefined && !reasons.some((one) => plain(one) === plain(reason ?? "")))
    return `its reason is none of those agreed: ${reasons.join(", ")}`;
  if (within_days !== undefined && receivedAt - deliveredAt > within_days * dayMs)
    return `it came ${Math.floor((receivedAt - deliveredAt) / dayMs)} days after the lead, and ${within_days} are agreed`;
  if (most_per_month !== undefined && returned >= most_per_month)
    return `${most_per_month} were given back this month already, as many as are agreed`;
  return null;
}

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");
