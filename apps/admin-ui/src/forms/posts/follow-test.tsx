import { Link } from "@tanstack/react-router";
import { LoaderCircle } from "lucide-react";
import { useState } from "react";
import { api } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Refused } from "../../ui/notices.tsx";
import { Standing } from "../../ui/standing.tsx";
import { Steps } from "../../ui/steps.tsx";
import { nextLookMs } from "./next-look.ts";

const texts = formsTexts.posts;
const mostMs = 60_000;

/** A test on its way: each step as it is reached. @param asked its submission's id, or its e-mail address */
export function FollowTest({ asked }: { asked: string }) {
  const [begun] = useState(Date.now);
  const { data, error } = api.useQuery(
    "post",
    "/api/where-is-my-lead",
    { body: { q: asked } },
    {
      refetchInterval: ({ state }) =>
        Date.now() - begun > mostMs
          ? false
          : nextLookMs(state.data?.story?.stands?.state, state.dataUpdateCount),
    },
  );
  const story = data?.story ?? null;
  if (error !== null) return <Refused error={error} />;
  if (story === null)
    return Date.now() - begun > mostMs ? (
      <p role="alert">{texts.lost}</p>
    ) : (
      <p role="status" className="text-soft flex items-center gap-2">
        <LoaderCircle aria-hidden className="size-4 animate-spin" />
        {texts.following}
      </p>
    );
  return (
    <div className="grid justify-items-start gap-3">
      <div aria-live="polite" className="grid justify-items-start gap-1.5">
        <Standing stands={story.stands} />
      </div>
      <Steps steps={story.steps} />
      {story.lead_id === null ? null : (
        <Link to="/leads/$leadId" params={{ leadId: story.lead_id }} className={buttonClass()}>
          {texts.openLead}
        </Link>
      )}
    </div>
  );
}
