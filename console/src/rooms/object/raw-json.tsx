import { useEffect, useState } from "react";
import { useT } from "../../languages/index.ts";
import { Act, ScrollBox, Section } from "../../parts/index.ts";

/** The raw object, one key away: `j` opens and closes it. */
export function RawJson({ json, digest }: { json: string; digest: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [indented, setIndented] = useState(true);
  useKeyJ(() => setOpen((now) => !now));
  return (
    <Section columns={12} title={t("object.raw.title")} remark={t("object.raw.remark")}>
      <div className="row-of-acts raw">
        <Act small onPress={() => setOpen(!open)}>
          {t(open ? "object.raw.hide" : "object.raw.show")}
        </Act>
        {open && (
          <Act small onPress={() => setIndented(!indented)}>
            {t(indented ? "object.raw.exact" : "object.raw.indented")}
          </Act>
        )}
      </div>
      {open && (
        <>
          <ScrollBox className="bytes tall" label={t("object.raw.title")}>
            <pre>{indented ? JSON.stringify(JSON.parse(json), null, 2) : json}</pre>
          </ScrollBox>
          <p className="foot long">
            {t("object.raw.digest")} <code>{digest}</code>
          </p>
        </>
      )}
    </Section>
  );
}

/** On this page `j` means JSON, so it is caught before the lists get it. */
function useKeyJ(press: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "j" || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest("input, textarea, select, [role=dialog]")) return;
      event.preventDefault();
      press();
    };
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [press]);
}
