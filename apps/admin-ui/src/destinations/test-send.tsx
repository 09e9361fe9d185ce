import { api, type Schemas } from "../api.ts";
import type { Look } from "../format/states.ts";
import { withoutCommands } from "../format/without-commands.ts";
import { span } from "../format/time.ts";
import { useMay } from "../shell/use-may.ts";
import { destinationForm as texts, testOutcomes } from "../texts/destination-form.ts";
import { destinations } from "../texts/destinations.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Exchange } from "../ui/exchange.tsx";
import { Refused } from "../ui/notices.tsx";
import { WithCode } from "../ui/with-code.tsx";

type Test = Schemas["DestinationTest"];

const looks: Partial<Record<Test["outcome"], Look>> = { delivered: "good", duplicate_at_receiver: "good" };

/** Sends a marked test, and shows what it was sent and answered. */
export function TestSend({
  id,
  kind = "plain",
  onTaken,
}: {
  id: string;
  kind?: "main" | "plain";
  onTaken?: () => void;
}) {
  const may = useMay("config:write");
  const test = api.useMutation("post", "/api/destinations/{destination_id}/test");
  const send = () =>
    test.mutate(
      { params: { path: { destination_id: id } } },
      { onSuccess: ({ outcome }) => void (looks[outcome] === "good" && onTaken?.()) },
    );
  const { data } = test;
  return (
    <div className="grid w-full gap-3">
      <div>
        <Button
          kind={data === undefined ? kind : "plain"}
          disabled={test.isPending}
          why={may ? undefined : destinations.mayNotChange}
          onClick={send}
        >
          {test.isPending ? texts.testing : data === undefined ? texts.test : texts.testAgain}
        </Button>
      </div>
      <Refused error={test.error} />
      <div aria-live="polite" className="grid gap-3 empty:hidden">
        {data === undefined ? null : <Result test={data} />}
      </div>
    </div>
  );
}

const Result = ({ test }: { test: Test }) => (
  <>
    <div className="flex flex-wrap items-center gap-2">
      <Badge look={looks[test.outcome] ?? "bad"}>{outcomeWords(test.outcome)}</Badge>
      <span className="text-soft">{span(test.duration_ms)}</span>
    </div>
    <p>{test.what_happened}</p>
    <p className="text-soft max-w-prose empty:hidden">
      <WithCode text={withoutCommands(test.what_next)} />
    </p>
    {test.error === null ? null : <p className="text-bad break-words">{test.error}</p>}
    {test.exchanges.map((exchange, index) => (
      <Exchange key={index} {...exchange} />
    ))}
  </>
);

const outcomeWords = (outcome: string): string =>
  (testOutcomes as Readonly<Record<string, string>>)[outcome] ?? outcome;
