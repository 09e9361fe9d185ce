import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { personContact, personName } from "../format/person.ts";
import { ruleNames, ruleWords } from "../format/rules.ts";
import { useClient } from "../shell/use-client.ts";
import { Badge } from "../ui/badge.tsx";
import { Choice } from "../ui/choice.tsx";
import { Empty } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { byCursor, PagedList } from "../ui/paged-list.tsx";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";

const route = getRouteApi("/frame/not-sent");

/** What came in and was told to nobody, each with its rule in words. */
export function UnsentPage() {
  const { rule } = route.useSearch();
  const client = useClient();
  const navigate = useNavigate();
  const query = {
    limit: 50,
    ...(client === undefined ? {} : { client_id: client }),
    ...(rule === undefined ? {} : { rule }),
  };
  const pages = api.useInfiniteQuery("get", "/api/unsent", { params: { query } }, byCursor);
  return (
    <Page
      title="Not sent"
      actions={
        <Choice
          label="Why"
          value={rule}
          words={ruleWords.map((word) => [word, ruleNames[word]])}
          onChange={(chosen) => void navigate({ to: ".", search: (before) => ({ ...before, rule: chosen }) })}
        />
      }
    >
      <PagedList
        pages={pages}
        empty={
          <Empty title="Everything that came in was sent">
            <p>
              Repeats, tests, blocked addresses and what a filter keeps back stand here, each with its reason.
              Nothing of it is lost.
            </p>
          </Empty>
        }
      >
        {(items) => <Table label="Not sent" columns={columns} items={items} keyOf={({ id }) => id} />}
      </PagedList>
    </Page>
  );
}

const columns: readonly Column<Schemas["UnsentSubmission"]>[] = [
  {
    title: "Name",
    cell: (one) => (
      <Link
        to="/where"
        search={(before) => ({ client: before.client, id: one.lead_id ?? one.id })}
        className="hover:underline"
      >
        {personName(one)}
      </Link>
    ),
  },
  {
    title: "Contact",
    cell: (one) => <span className="text-soft break-all">{personContact(one) ?? "–"}</span>,
    wide: true,
  },
  {
    title: "Rule",
    cell: ({ rule }) => <Badge look={rule === "quarantined" ? "warn" : "calm"}>{ruleNames[rule]}</Badge>,
  },
  { title: "Why", cell: ({ explanation }) => <span className="text-soft">{explanation}</span>, wide: true },
  { title: "Came in", cell: ({ submitted_at }) => <When at={submitted_at} /> },
];
