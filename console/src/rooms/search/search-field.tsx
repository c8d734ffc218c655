import { useNavigate, useRouterState } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useT } from "../../languages/index.ts";
import { hitLinks } from "./walk.ts";
import { readWanted } from "./wanted.ts";

const PAUSE_MS = 150;

/** The one box, always in the top bar: searches as one types. `/` focuses it, Escape clears it, down goes to the hits. */
export function SearchField() {
  const t = useT();
  const navigate = useNavigate();
  const location = useRouterState({ select: (state) => state.location });
  const isHere = location.pathname.endsWith("/search");
  const asked = isHere ? (readWanted(location.search as Record<string, unknown>).q ?? "") : "";
  const [text, setText] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(asked);

  // The address leads: back, a link or a chip changes the field too, but not what is being typed meanwhile.
  useEffect(() => {
    if (asked === sent.current) return;
    sent.current = asked;
    setText(asked);
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (wanted: string) => {
    clearTimeout(timer.current);
    const q = wanted.trim();
    if (!isHere && q === "") return;
    sent.current = q;
    void navigate({
      to: "/search",
      // Another text keeps the filters, and leaves the section that was open.
      search: (before: Record<string, unknown>) => {
        const { open: _, q: __, ...filters } = isHere ? readWanted(before) : {};
        return q === "" ? filters : { ...filters, q };
      },
      replace: isHere,
    });
  };
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(typed), PAUSE_MS);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // While Hangul is being composed, keys belong to the composition.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      if (text === "") return event.currentTarget.blur();
      setText("");
      search("");
    } else if (event.key === "ArrowDown") {
      hitLinks()[0]?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(text);
        }}
      >
        <input
          id="search"
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          aria-label={t("search.field")}
          placeholder={t("search.field")}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}
