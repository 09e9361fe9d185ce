import { useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { signInTexts } from "../texts/sign-in.ts";
import { Button } from "../ui/button.tsx";
import { Refused } from "../ui/notices.tsx";
import { TextField } from "../ui/text-field.tsx";

/** The first step. @param onCode the account has a second factor */
export function PasswordForm({ onDone, onCode }: { onDone: () => void; onCode: () => void }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = api.useMutation("post", "/api/auth/sign-in/email");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(
      { body: { email, password } },
      { onSuccess: (answer) => ("twoFactorRedirect" in answer ? onCode() : onDone()) },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <TextField
        label={signInTexts.email}
        type="email"
        name="email"
        autoComplete="username"
        required
        maxLength={320}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label={signInTexts.password}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        maxLength={1_000}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Refused error={signIn.error} />
      <Button type="submit" kind="main" disabled={signIn.isPending}>
        {signIn.isPending ? signInTexts.signingIn : signInTexts.signIn}
      </Button>
      <p className="text-soft text-xs">{signInTexts.noAccount}</p>
    </form>
  );
}
