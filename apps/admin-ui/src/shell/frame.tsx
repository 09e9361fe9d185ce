import { getRouteApi, Outlet } from "@tanstack/react-router";
import { Command, Keyboard, Menu } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { ZoneContext } from "../ui/zone.ts";
import { Toasts } from "../ui/toasts.tsx";
import { ClientSwitcher } from "./client-switcher.tsx";
import { Nav } from "./nav.tsx";
import { Shortcuts, type Over } from "./shortcuts.tsx";
import { ThemeButton } from "./theme-button.tsx";
import { useClientZone } from "./use-client-zone.ts";
import { WhereBox } from "./where-box.tsx";
import { YouMenu } from "./you-menu.tsx";
import { shell } from "../texts/shell.ts";

const route = getRouteApi("/frame");

/** What stands around every page: where one is, where one can go, and the box that finds a lead. */
export function Frame() {
  const { you } = route.useRouteContext();
  const [isOpen, setIsOpen] = useState(false);
  const zone = useClientZone();
  const [over, setOver] = useState<Over>(null);
  return (
    <div className="grid h-full grid-cols-[15rem_minmax(0,1fr)] max-md:grid-cols-1 max-md:grid-rows-[auto_1fr]">
      <a
        href="#content"
        className="bg-brand text-brand-ink sr-only z-50 rounded-md p-2 focus:not-sr-only focus:fixed focus:m-2"
      >
        {shell.toContent}
      </a>
      <div className="border-line bg-surface flex items-center gap-2 border-b px-3 py-2 md:hidden">
        <Button
          kind="quiet"
          aria-expanded={isOpen}
          aria-controls="sidebar"
          aria-label={shell.menu}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Menu aria-hidden className="size-4" />
        </Button>
        <span className="font-semibold">{shell.product}</span>
      </div>
      <aside
        id="sidebar"
        className={`border-line bg-canvas flex min-h-0 flex-col gap-3 overflow-y-auto border-e p-3 max-md:fixed max-md:inset-x-0 max-md:top-13 max-md:bottom-0 max-md:z-20 ${isOpen ? "" : "max-md:hidden"}`}
        onClick={(event) =>
          event.target instanceof Element && event.target.closest("a") !== null && setIsOpen(false)
        }
      >
        <ClientSwitcher you={you} />
        <WhereBox onAsked={() => setIsOpen(false)} />
        <Nav you={you} />
        <div className="mt-auto grid gap-1">
          <div className="flex items-center">
            <ThemeButton />
            <Button
              kind="quiet"
              className="ms-auto px-2!"
              aria-label={shell.palette.title}
              title={shell.palette.title}
              onClick={() => setOver("palette")}
            >
              <Command aria-hidden className="size-4" />
            </Button>
            <Button
              kind="quiet"
              className="px-2! max-md:hidden"
              aria-label={shell.palette.keys}
              title={shell.palette.keys}
              onClick={() => setOver("keys")}
            >
              <Keyboard aria-hidden className="size-4" />
            </Button>
          </div>
          <YouMenu you={you} />
        </div>
      </aside>
      <main id="content" tabIndex={-1} className="min-h-0 min-w-0 overflow-y-auto outline-none">
        <ZoneContext value={zone}>
          <Outlet />
        </ZoneContext>
      </main>
      <Shortcuts you={you} over={over} setOver={setOver} />
      <Toasts />
    </div>
  );
}
