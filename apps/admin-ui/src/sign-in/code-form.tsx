import { useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { signInTexts } from "../texts/sign-in.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";

const words = signInTexts.code;

/** The second step: the authenticator's digits, or a backup code. */
export function CodeForm({ onDone, onAgain }: { onDone: () => void; onAgain: () => void }) {
  const [code, setCode] = useState("");
  const [isBackup, setIsBackup] = useState(false);
  const digits = api.useMutation("post", "/api/auth/two-factor/verify-totp");
  const backup = api.useMutation("post", "/api/auth/two-factor/verify-backup-code");
  const { mutate, error, isPending } = isBackup ? backup : digits;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ body: { code: code.replaceAll(/\s/g, "") } }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <TextField
        key={String(isBackup)}
        label={isBackup ? words.backup : words.digits}
        name="code"
        inputMode={isBackup ? "text" : "numeric"}
        autoComplete="one-time-code"
        autoFocus
        required
        maxLength={50}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Refused error={error} />
      <Button type="submit" kind="main" disabled={isPending}>
        {isPending ? words.checking : words.goOn}
      </Button>
      <div className="flex justify-between">
        <Button kind="quiet" onClick={() => setIsBackup(!isBackup)}>
          {isBackup ? words.useDigits : words.useBackup}
        </Button>
        <Button kind="quiet" onClick={onAgain}>
          {words.again}
        </Button>
      </div>
    </form>
  );
}
