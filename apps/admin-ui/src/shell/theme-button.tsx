import { Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { shell } from "../texts/shell.ts";

/** Light or dark; remembered in this browser. */
export function ThemeButton() {
  const [isDark, setIsDark] = useState(document.documentElement.dataset["theme"] === "dark");
  const turn = () => {
    const theme = isDark ? "light" : "dark";
    document.documentElement.dataset["theme"] = theme;
    localStorage.setItem("theme", theme);
    setIsDark(!isDark);
  };
  const Icon = isDark ? Sun : Moon;
  return (
    <Button kind="quiet" onClick={turn} className="justify-start px-2!">
      <Icon aria-hidden className="size-4" />
      {isDark ? shell.lightTheme : shell.darkTheme}
    </Button>
  );
}
