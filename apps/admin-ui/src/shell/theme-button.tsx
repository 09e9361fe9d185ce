import { Moon, Sun } from "lucide-react";
import { shell } from "../texts/shell.ts";
import { Button } from "../ui/button.tsx";
import { turnTheme, useIsDark } from "./theme.ts";

/** Light or dark. */
export function ThemeButton() {
  const isDark = useIsDark();
  const Icon = isDark ? Sun : Moon;
  return (
    <Button kind="quiet" onClick={turnTheme} className="justify-start px-2!">
      <Icon aria-hidden className="size-4" />
      {isDark ? shell.lightTheme : shell.darkTheme}
    </Button>
  );
}
