import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import type { Look } from "../format/states.ts";
import { answers as texts } from "../texts/answers.ts";
import { Badge } from "../ui/badge.tsx";
import { inLines } from "../ui/exchange.tsx";
import { When } from "../ui/when.tsx";

type Preview = Schemas["AnswersPreview"];
type Judged = Preview["answers"][number]["by_its_rules"];

const looks: Readonly<Record<NonNullable<Judged["outcome"]>, Look>> = {
  delivered: "good",
  duplicate_at_receiver: "calm",
  retry: "warn",
  refused: "bad",
  gone: "bad",
};

/** The last answers, with what each counts as, and what it would by the rules that are being typed. */
export const LastAnswers = ({ preview: { answers, changed } }: { preview: Preview }) =>
  answers.length === 0 ? (
    <p className="text-soft">{texts.none}</p>
  ) : (
    <div aria-live="polite" className="grid gap-3">
      <p>{texts.changed(changed)}</p>
      <ol className="grid gap-2">
        {answers.map((one) => (
          <li
            key={`${one.delivery_id} ${one.attempt}`}
            className="border-line grid gap-2 rounded-lg border p-3"
          >
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-medium tabular-nums">{one.status_code}</span>
              <Judgement judged={one.by_its_rules} />
              {one.by_its_rules.outcome === one.by_these_rules.outcome ? null : (
                <>
                  <span className="text-soft">{texts.would}</span>
                  <Judgement judged={one.by_these_rules} />
                </>
              )}
              <span className="text-soft ms-auto text-xs">
                <When at={one.attempted_at} />
                {" · "}
                <Link
                  to="/deliveries"
                  search={({ client }) => ({ client, open: one.delivery_id })}
                  className="hover:underline"
                >
                  {texts.delivery}
                </Link>
              </span>
            </div>
            <pre
              tabIndex={0}
              aria-label={texts.last}
              className="bg-canvas max-h-40 overflow-auto rounded-md p-2 font-mono text-xs break-words whitespace-pre-wrap"
            >
              {inLines(one.body)}
            </pre>
            {one.is_cut ? <p className="text-soft text-xs">{texts.cut}</p> : null}
            {one.by_these_rules.reason === null ? null : <p>{texts.reason(one.by_these_rules.reason)}</p>}
            {one.by_these_rules.reference === null ? null : (
              <p>{texts.reference(one.by_these_rules.reference)}</p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );

const Judgement = ({ judged: { outcome } }: { judged: Judged }) =>
  outcome === null ? (
    <Badge look="calm">{texts.outcomes.unknown}</Badge>
  ) : (
    <Badge look={looks[outcome]}>{texts.outcomes[outcome]}</Badge>
  );
