import { lazy, Suspense, useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { settingsTexts } from "../texts/settings.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";
import { secretOf } from "./secret-of.ts";

const QrCode = lazy(async () => ({ default: (await import("../ui/qr-code.tsx")).QrCode }));
const words = settingsTexts.factor;

/** A new secret as a picture and as text, until its first code has been typed. */
export function SetUpFactor({ uri, onClose, onOn }: { uri: string; onClose: () => void; onOn: () => void }) {
  const [code, setCode] = useState("");
  const verify = api.useMutation("post", "/api/auth/two-factor/verify-totp");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate({ body: { code: code.replaceAll(/\s/g, "") } }, { onSuccess: onOn });
  };
  const secret = secretOf(uri);
  return (
    <Dialog isOpen onClose={onClose} title={words.scanTitle} description={words.scan}>
      <div className="grid min-h-48 place-items-center">
        <Suspense>
          <QrCode text={uri} label={words.qr} />
        </Suspense>
      </div>
      <div className="grid gap-1">
        <span className="text-soft">{words.secret}</span>
        <span className="flex items-center gap-2">
          <code className="bg-canvas border-line min-w-0 flex-1 rounded-md border px-3 py-1.5 text-xs break-words">
            {secret}
          </code>
          <CopyButton text={secret.replaceAll(" ", "")} what={words.secretItself} />
        </span>
      </div>
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={words.first}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={50}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <Refused error={verify.error} />
        <DialogActions>
          <Button type="submit" kind="main" disabled={verify.isPending}>
            {words.turnOn}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
