import { useState } from "react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ownPath } from "../format/own-path.ts";
import { queryClient } from "../query-client.ts";
import { CodeForm } from "./code-form.tsx";
import { PasswordForm } from "./password-form.tsx";

const route = getRouteApi("/sign-in");

/** Signing in, in one step or two. */
export function SignInPage() {
  const { to } = route.useSearch();
  const navigate = useNavigate();
  const [wantsCode, setWantsCode] = useState(false);
  const enter = () => {
    queryClient.clear();
    void navigate({ href: ownPath(to, location.origin) });
  };
  return (
    <main className="grid min-h-full place-items-center p-4">
      <title>Sign in · LeadRelay</title>
      <div className="bg-surface border-line grid w-full max-w-sm gap-5 rounded-xl border p-6 shadow-xs">
        <div className="flex items-center gap-2.5">
          <img src="/assets/icon.svg" alt="" className="size-8" />
          <h1 className="text-lg font-semibold">{wantsCode ? "One more step" : "Sign in to LeadRelay"}</h1>
        </div>
        {wantsCode ? (
          <CodeForm onDone={enter} onAgain={() => setWantsCode(false)} />
        ) : (
          <PasswordForm onDone={enter} onCode={() => setWantsCode(true)} />
        )}
      </div>
    </main>
  );
}
