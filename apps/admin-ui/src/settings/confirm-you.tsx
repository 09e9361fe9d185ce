import { useState, type FormEvent } from "react";
import { settingsTexts } from "../texts/settings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";

const words = settingsTexts.factor;

/** What proves that it is you. */
export interface Proof {
  password: string;
  code?: string;
}

/** Asks for the password, and for the code where there is one, before a second factor is touched. */
export function ConfirmYou({
  hasFactor,
  error,
  isPending,
  onClose,
  onGiven,
}: {
  hasFactor: boolean;
  error: unknown;
  isPending: boolean;
  onClose: () => void;
  onGiven: (proof: Proof) => void;
}) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven({ password, ...(hasFactor ? { code: code.replaceAll(/\s/g, "") } : {}) });
  };
  return (
    <Dialog isOpen onClose={onClose} title={words.confirmTitle}>
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={words.password}
          type="password"
          autoComplete="current-password"
          required
          data-first
          maxLength={1_000}
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        {hasFactor ? (
          <TextField
            label={words.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={50}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        ) : null}
        <Refused error={error} />
        <DialogActions>
          <Button type="submit" kind="main" disabled={isPending}>
            {words.goOn}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
