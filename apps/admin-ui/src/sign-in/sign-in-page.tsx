import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { api } from "../api.ts";
import { ownPath } from "../format/own-path.ts";
import { queryClient } from "../query-client.ts";
import { applyHue } from "../shell/apply-hue.ts";
import { shared } from "../texts/shared.ts";
import { shell } from "../texts/shell.ts";
import { signInTexts } from "../texts/sign-in.ts";
import { CodeForm } from "./code-form.tsx";
import { PasswordForm } from "./password-form.tsx";

const route = getRouteApi("/sign-in");

/** Signing in, in one step or two, in the look of the agency where the installation is one's alone. */
export function SignInPage() {
  const { to } = route.useSearch();
  const navigate = useNavigate();
  const [wantsCode, setWantsCode] = useState(false);
  const { data: look, isPending } = api.useQuery("get", "/api/branding", undefined, { staleTime: 300_000 });
  const hue = look?.hue ?? null;
  useEffect(() => applyHue(hue), [hue]);
  const enter = () => {
    queryClient.clear();
    void navigate({ href: ownPath(to, location.origin) });
  };
  return (
    <main className="grid min-h-full place-items-center p-4">
      <title>{shared.tab(signInTexts.title)}</title>
      <div className="bg-surface border-line grid w-full max-w-sm gap-5 rounded-xl border p-6 shadow-xs">
        <div className="flex min-h-8 items-center gap-2.5">
          {isPending ? null : (
            <img src={look?.logo_url ?? "/assets/icon.svg"} alt="" className="max-h-8 max-w-24" />
          )}
          <h1 className="min-w-0 flex-1 text-lg font-semibold break-words">
            {wantsCode
              ? signInTexts.code.title
              : isPending
                ? null
                : signInTexts.to(look?.name ?? shell.product)}
          </h1>
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
