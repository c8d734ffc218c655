import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ROOMS } from "./rooms.ts";

/** Keys that work outside of fields: `/`, `?`, `g` and a room's letter, `j` `k` along the rows of a list, `o` to open. */
export function useKeyboard(on: boolean, help: () => void): void {
  const router = useRouter();
  const goPressed = useRef(0);
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector("[role=dialog]")) return;
      const afterGo = event.timeStamp - goPressed.current < 1500;
      goPressed.current = event.key === "g" ? event.timeStamp : 0;
      const room = afterGo ? ROOMS.find(({ key }) => key === event.key) : undefined;
      if (room) void router.navigate({ to: room.to });
      else if (event.key === "/") document.getElementById("search")?.focus();
      else if (event.key === "?") help();
      else if (event.key === "j") alongRows(1);
      else if (event.key === "k") alongRows(-1);
      else if (event.key === "o") currentRow()?.querySelector<HTMLElement>("a, button")?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, router, help]);
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A row of a list is one with something to open in it; the focus itself is the place in the list. */
function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main :is(tr, [role=row])")].filter((row) =>
    row.querySelector("a, button"),
  );
}

const currentRow = (): HTMLElement | undefined => rows().find((row) => row.contains(document.activeElement));

function alongRows(step: 1 | -1): void {
  const all = rows();
  const here = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step];
  next?.querySelector<HTMLElement>("a, button")?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
