import { api } from "../api.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { inputClass } from "../ui/input-class.ts";
import type { MemberDraft } from "./route-draft.ts";

/** Kinds that write to the person themselves, or hear how far leads came: no places where leads go. */
const takesNoLeads: ReadonlySet<string> = new Set(["lead_reply", "meta_conversions", "google_conversions"]);

/** Destinations of the client that are not in it yet. */
export function AddMember({
  clientId,
  members,
  onAdd,
}: {
  clientId: string | undefined;
  members: readonly MemberDraft[];
  onAdd: (member: MemberDraft) => void;
}) {
  const { data } = api.useQuery(
    "get",
    "/api/destinations",
    { params: { query: { limit: 100, ...(clientId === undefined ? {} : { client_id: clientId }) } } },
    { enabled: clientId !== undefined },
  );
  const left = (data?.items ?? []).filter(
    ({ id, kind }) => !takesNoLeads.has(kind) && !members.some((member) => member.id === id),
  );
  if (data !== undefined && left.length === 0)
    return members.length === 0 ? <p className="text-soft">{texts.noneLeft}</p> : null;
  return (
    <select
      aria-label={texts.addMember}
      className={`${inputClass} max-w-sm`}
      disabled={data === undefined}
      value=""
      onChange={({ target }) => {
        const found = left.find(({ id }) => id === target.value);
        if (found !== undefined) onAdd({ id: found.id, name: found.name, weight: "1", conditions: null });
      }}
    >
      <option value="">{texts.addMember}</option>
      {left.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
