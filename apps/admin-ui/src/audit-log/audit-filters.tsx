import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { useMayAnywhere } from "../shell/use-may.ts";
import { auditTexts } from "../texts/audit-log.ts";
import { Choice } from "../ui/choice.tsx";

const route = getRouteApi("/frame/audit-log");
const nouns = Object.entries(auditTexts.nouns);

/** What of the log is shown; all of it stands in the address. */
export function AuditFilters() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const mayListPeople = useMayAnywhere("operators:manage");
  const { data } = api.useQuery(
    "get",
    "/api/operators",
    { params: { query: { limit: 100 } } },
    { enabled: mayListPeople, staleTime: 300_000 },
  );
  const people = new Map(data?.items.map(({ operator_id, email }) => [operator_id, email]));
  const change = (changed: Partial<typeof search>) =>
    void navigate({
      from: "/audit-log",
      to: "/audit-log",
      search: (before) => ({ ...before, open: undefined, ...changed }),
      replace: true,
    });
  return (
    <>
      <Choice
        label={auditTexts.filters.what}
        value={search.about}
        words={nouns}
        onChange={(about) => change({ about })}
      />
      {people.size === 0 ? null : (
        <Choice
          label={auditTexts.filters.who}
          value={search.by}
          words={[...people]}
          onChange={(by) => change({ by })}
        />
      )}
      <Choice
        label={auditTexts.filters.kind}
        value={search.kind}
        none={auditTexts.kinds.changes}
        words={[
          ["reads", auditTexts.kinds.reads],
          ["all", auditTexts.kinds.all],
        ]}
        onChange={(kind) => change({ kind })}
      />
      {(["from", "to"] as const).map((end) => (
        <label
          key={end}
          className="bg-raised border-line flex h-8 items-center gap-1.5 rounded-md border ps-3 pe-1"
        >
          <span className="text-soft">{auditTexts.filters[end === "from" ? "since" : "to"]}</span>
          <input
            type="date"
            className="h-7 bg-transparent font-medium"
            value={search[end] ?? ""}
            onChange={({ target }) => change({ [end]: target.value === "" ? undefined : target.value })}
          />
        </label>
      ))}
    </>
  );
}
