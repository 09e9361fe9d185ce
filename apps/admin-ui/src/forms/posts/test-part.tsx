import { useState } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { useMay } from "../../shell/use-may.ts";
import { formsTexts } from "../../texts/forms.ts";
import { Button } from "../../ui/button.tsx";
import type { TabProps } from "../tab-props.ts";
import { Part } from "../part.tsx";
import { FollowTest } from "./follow-test.tsx";
import { postTest, testFields, type Posted } from "./post-test.ts";

const texts = formsTexts.posts;
const frame = getRouteApi("/frame");

/** A test as a visitor's browser sends it, followed until it arrives. */
export function TestPart({ form, action }: TabProps) {
  const intake = frame.useRouteContext({ select: ({ you }) => you.intake_url });
  const maySee = useMay("contacts:read", form.client_id);
  const [posted, setPosted] = useState<Posted | "sending" | null>(null);
  const [email, setEmail] = useState("");
  // A form that lists hosts lets no other page read its answers.
  const mayRead = form.allowed_hosts.length === 0;
  const send = () => {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    const fields = testFields(form.field_mapping, random);
    setEmail([...fields.values()].find((value) => value.includes("@")) ?? "");
    setPosted("sending");
    void postTest(action, fields, mayRead).then(setPosted);
  };
  const why = intake === null ? texts.noIntake : maySee ? undefined : formsTexts.mayNot;
  return (
    <Part title={texts.testTitle} says={texts.testIntro}>
      <div>
        <Button kind="main" why={why} disabled={posted === "sending"} onClick={send}>
          {posted === "sending" ? texts.sending : posted === null ? texts.test : texts.again}
        </Button>
      </div>
      {posted === null || posted === "sending" ? null : <Outcome key={email} posted={posted} email={email} />}
    </Part>
  );
}

function Outcome({ posted, email }: { posted: Posted; email: string }) {
  switch (posted.kind) {
    case "accepted":
      return <FollowTest asked={posted.submissionId} />;
    case "unread":
      return (
        <>
          <p className="text-soft">{texts.unreadable}</p>
          <FollowTest asked={email} />
        </>
      );
    case "refused":
      return (
        <p role="alert" className="bg-bad-tint text-bad rounded-md px-3 py-2">
          <span className="font-semibold">{texts.refused}: </span>
          {posted.detail}
        </p>
      );
    case "unreachable":
      return (
        <p role="alert" className="bg-bad-tint text-bad rounded-md px-3 py-2">
          {texts.noWay}
        </p>
      );
  }
}
