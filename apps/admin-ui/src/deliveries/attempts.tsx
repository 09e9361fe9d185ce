import type { Schemas } from "../api.ts";
import { attemptOutcomes } from "../format/states.ts";
import { span } from "../format/time.ts";
import { deliveries } from "../texts/deliveries.ts";
import { Badge } from "../ui/badge.tsx";
import { When } from "../ui/when.tsx";

type Attempt = Schemas["WatchedAttempt"];

/** Every try of a delivery, the latest first, with what was sent and answered where that is kept. */
export const Attempts = ({ attempts }: { attempts: readonly Attempt[] }) => (
  <ol className="grid w-full gap-2">
    {attempts.toReversed().map((attempt) => (
      <li key={attempt.number} className="border-line grid gap-1.5 rounded-md border p-3">
        <div className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{deliveries.attempt.title(attempt.number)}</span>
          <Badge look={attemptOutcomes[attempt.outcome].look}>{attemptOutcomes[attempt.outcome].label}</Badge>
          <span className="text-soft ms-auto">
            <When at={attempt.started_at} />
            {attempt.duration_ms === null ? null : ` · ${span(attempt.duration_ms)}`}
          </span>
        </div>
        {attempt.error === null ? null : <p className="text-bad break-words">{attempt.error}</p>}
        {attempt.exchanges?.map((exchange, index) => (
          <details key={`${attempt.number} ${index}`}>
            <summary className="text-soft hover:text-ink cursor-pointer">
              {deliveries.attempt.exchange(exchange.answer?.status ?? null)}
            </summary>
            <Http
              title={`${exchange.request.method} ${exchange.request.url}`}
              headers={exchange.request.headers}
              body={exchange.request.body}
            />
            {exchange.answer === null ? null : (
              <Http
                title={deliveries.attempt.answered(exchange.answer.status)}
                headers={exchange.answer.headers}
                body={exchange.answer.body}
              />
            )}
          </details>
        ))}
      </li>
    ))}
  </ol>
);

const Http = ({
  title,
  headers,
  body,
}: {
  title: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}) => (
  <pre
    className="bg-calm-tint mt-2 max-h-80 overflow-auto rounded-md p-3 text-xs whitespace-pre-wrap"
    tabIndex={0}
  >
    {[
      title,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body === null || body === "" ? [] : ["", inLines(body)]),
    ].join("\n")}
  </pre>
);

/** JSON as people read it; anything else as it is. */
function inLines(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
