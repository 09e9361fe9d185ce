import { Link } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { span } from "../format/time.ts";
import { useClient } from "../shell/use-client.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { Needs } from "./needs.tsx";
import { Tile } from "./tile.tsx";

const dayMs = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** What needs a person now, worst first, and how today goes. */
export function HomePage() {
  const client = useClient();
  const now = Date.now();
  const ofClient = client === undefined ? {} : { client_id: client };
  const every = { refetchInterval: 60_000 };
  const health = api.useQuery("get", "/api/health", undefined, every);
  const status = api.useQuery("get", "/api/queue-status", { params: { query: ofClient } }, every);
  const week = api.useQuery(
    "get",
    "/api/statistics",
    { params: { query: { ...ofClient, from: day(now - 7 * dayMs), to: day(now) } } },
    every,
  );
  if (week.data === undefined) return week.error === null ? <Loading /> : <Failed error={week.error} />;
  const [before, today] = [week.data.days[0], week.data.days.at(-1)];
  const { latency_p50_ms, latency_p95_ms, success_rate } = today?.deliveries ?? noDeliveries;
  const waiting = status.data === undefined ? 0 : status.data.due.count + status.data.later.count;
  return (
    <Page title="Home">
      <div className="mx-auto grid max-w-4xl gap-6 p-4">
        <Needs checks={health.data?.checks ?? []} status={status.data} />
        <section aria-label="Today" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          <Tile title="Leads today" to="/leads" value={String(today?.submissions.new_lead ?? 0)}>
            {before?.submissions.new_lead ?? 0} on this day last week
          </Tile>
          <Tile
            title="Post to CRM"
            to="/deliveries"
            value={latency_p50_ms === null ? "–" : span(latency_p50_ms)}
          >
            {latency_p95_ms === null ? "Nothing was sent today" : `95 % within ${span(latency_p95_ms)}`}
          </Tile>
          <Tile
            title="Delivered"
            to="/deliveries"
            value={
              success_rate === null ? "–" : `${(success_rate * 100).toFixed(success_rate === 1 ? 0 : 1)} %`
            }
          >
            {today?.deliveries.delivered ?? 0} today, {waiting} on their way
          </Tile>
          <Tile title="Dead letters" to="/dead-letters" value={String(status.data?.dead ?? "–")}>
            {status.data?.dead === 0 ? "None open" : "Open"}
          </Tile>
        </section>
        <p className="text-soft">
          Looking for somebody?{" "}
          <Link to="/leads" className="text-brand underline">
            All leads
          </Link>
          , or press <kbd className="border-line rounded border px-1.5">/</kbd> and type an address or a
          number.
        </p>
      </div>
    </Page>
  );
}

const noDeliveries: Pick<
  Schemas["StatisticsFigures"]["deliveries"],
  "latency_p50_ms" | "latency_p95_ms" | "success_rate"
> = { latency_p50_ms: null, latency_p95_ms: null, success_rate: null };
