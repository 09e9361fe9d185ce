import { useState } from "react";
import { api, type Schemas } from "../api.ts";
import { useMay } from "../shell/use-may.ts";
import { leadWords } from "../texts/lead.ts";
import { Refused } from "../ui/notices.tsx";
import { When } from "../ui/when.tsx";
import { saidFields } from "./submission-changes.ts";
import { Said } from "../ui/said.tsx";

type Submission = Schemas["LeadDetails"]["submissions"][number];

/** One submission: what it says, with what changed since the one before marked, why it was decided so, and all that was posted. */
export const SubmissionCard = ({
  submission,
  before,
}: {
  submission: Submission;
  before: Submission | null;
}) => (
  <li className="border-line bg-raised grid gap-1.5 rounded-md border p-3">
    <div className="flex justify-between gap-2">
      <span className="font-medium">{leadWords.submission.title(submission.submission_number)}</span>
      <span className="text-soft">
        <When at={submission.submitted_at} />
      </span>
    </div>
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
      {saidFields(submission, before).map(({ name, value, before: was, isChanged }) => (
        <div key={name} className="contents">
          <dt className="text-soft">{leadWords.submission.fields[name]}</dt>
          <dd className="min-w-0 break-words">
            {isChanged ? (
              <>
                <mark className="bg-warn-tint text-warn rounded px-1">{value}</mark>
                <span className="text-soft text-xs">
                  {" "}
                  {was === null ? leadWords.submission.changed : leadWords.submission.was(was)}
                </span>
              </>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
    <p className="text-soft">
      <Said text={submission.explanation} />
    </p>
    <Posted id={submission.id} />
  </li>
);

/** All that was posted, for who may see it; asked for when it is looked at. */
function Posted({ id }: { id: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const seesContacts = useMay("contacts:read");
  const { data, error } = api.useQuery(
    "get",
    "/api/submissions/{submission_id}",
    { params: { path: { submission_id: id } } },
    { enabled: isOpen },
  );
  if (!seesContacts) return null;
  const payload = typeof data?.payload === "object" && data.payload !== null ? data.payload : {};
  return (
    <details className="print:hidden" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="text-soft hover:text-ink w-fit cursor-pointer text-xs">
        {leadWords.submission.posted}
      </summary>
      <Refused error={error} />
      <dl className="bg-calm-tint mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 rounded-md p-3 text-xs">
        {Object.entries(payload).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft break-all">{name}</dt>
            <dd className="break-all">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
