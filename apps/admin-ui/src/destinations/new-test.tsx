import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api.ts";
import { destinationForm as texts } from "../texts/destination-form.ts";
import { Button } from "../ui/button.tsx";
import { Failed, Loading, Refused } from "../ui/notices.tsx";
import { ShownSecret } from "./shown-secret.tsx";
import { TestSend } from "./test-send.tsx";
import { useDestinationChange } from "./use-destination-change.ts";

/** The second step: a test is seen to arrive, then it is switched on. */
export function NewTest({ id, secret }: { id: string; secret: string | undefined }) {
  const navigate = useNavigate();
  const [isTaken, setIsTaken] = useState(false);
  const change = useDestinationChange();
  const { data, error } = api.useQuery("get", "/api/destinations/{destination_id}", {
    params: { path: { destination_id: id } },
  });
  if (data === undefined) return error === null ? <Loading /> : <Failed error={error} />;
  const goOn = () =>
    void navigate({ to: "/destinations/new", search: (search) => ({ ...search, step: "leads" }) });
  return (
    <div className="grid max-w-6xl gap-5 p-4">
      {secret === undefined ? null : <ShownSecret secret={secret} />}
      <section className="grid gap-3">
        <h2 className="text-sm font-semibold">{texts.testTitle}</h2>
        <p className="text-soft max-w-prose">{texts.testHelp}</p>
        <TestSend id={id} kind={isTaken ? "plain" : "main"} onTaken={() => setIsTaken(true)} />
      </section>
      <div className="border-line flex flex-wrap gap-2 border-t pt-4">
        <Button
          kind={isTaken ? "main" : "plain"}
          disabled={change.isPending}
          onClick={() => change.send(data, { enabled: true }, { version: null, onDone: goOn })}
        >
          {change.isPending ? texts.switchingOn : texts.switchOn}
        </Button>
        <Button kind="quiet" onClick={goOn}>
          {texts.leaveOff}
        </Button>
      </div>
      <Refused error={change.error} />
    </div>
  );
}
