import { useState } from "react";
import { api } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { settingsTexts } from "../texts/settings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { tellDone } from "../ui/toasts.tsx";
import { BackupCodes } from "./backup-codes.tsx";
import { ConfirmYou, type Proof } from "./confirm-you.tsx";
import { SetUpFactor } from "./set-up-factor.tsx";

const words = settingsTexts.factor;
type Wanted = "enable" | "disable" | "codes";

/** The second factor of one's account: set up, set up anew, turned off, its backup codes renewed. */
export function SecondFactor({ isOn }: { isOn: boolean }) {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [uri, setUri] = useState<string | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [showsCodes, setShowsCodes] = useState(false);
  const enable = api.useMutation("post", "/api/auth/two-factor/enable");
  const disable = api.useMutation("post", "/api/auth/two-factor/disable");
  const renew = api.useMutation("post", "/api/auth/two-factor/generate-backup-codes");
  const asked = { enable, disable, codes: renew };
  const refresh = () => void queryClient.invalidateQueries();
  const ask = (one: Wanted) => {
    asked[one].reset();
    setWanted(one);
  };
  const go = (proof: Proof) => {
    const done = () => setWanted(null);
    if (wanted === "enable")
      enable.mutate(
        { body: proof },
        {
          onSuccess: ({ totpURI, backupCodes }) => {
            done();
            setCodes(backupCodes);
            setUri(totpURI);
          },
        },
      );
    if (wanted === "disable")
      disable.mutate(
        { body: proof },
        {
          onSuccess: () => {
            done();
            tellDone(words.isNowOff);
          },
          onSettled: refresh,
        },
      );
    if (wanted === "codes")
      renew.mutate(
        { body: proof },
        {
          onSuccess: ({ backupCodes }) => {
            done();
            setCodes(backupCodes);
            setShowsCodes(true);
          },
        },
      );
  };
  return (
    <div className="grid justify-items-start gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <Badge look={isOn ? "good" : "warn"}>{isOn ? words.isOn : words.isOff}</Badge>
        <span className="text-soft">{isOn ? words.onMeans : words.offMeans}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button kind={isOn ? "plain" : "main"} onClick={() => ask("enable")}>
          {isOn ? words.replace : words.begin}
        </Button>
        {isOn ? (
          <>
            <Button onClick={() => ask("codes")}>{words.codes}</Button>
            <Button kind="bad" onClick={() => ask("disable")}>
              {words.off}
            </Button>
          </>
        ) : null}
      </div>
      {wanted === null ? null : (
        <ConfirmYou
          hasFactor={isOn}
          error={asked[wanted].error}
          isPending={asked[wanted].isPending}
          onClose={() => setWanted(null)}
          onGiven={go}
        />
      )}
      {uri === null ? null : (
        <SetUpFactor
          uri={uri}
          onClose={() => setUri(null)}
          onOn={() => {
            setUri(null);
            setShowsCodes(true);
            tellDone(words.on);
            refresh();
          }}
        />
      )}
      {showsCodes ? <BackupCodes codes={codes} onClose={() => setShowsCodes(false)} /> : null}
    </div>
  );
}
