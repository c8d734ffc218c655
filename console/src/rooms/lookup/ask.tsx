import { type DragEvent, useRef, useState } from "react";
import { useT } from "../../languages/index.ts";
import { Act, ProblemNote, Section, TextArea } from "../../parts/index.ts";
import { readTextFile } from "./read-text-file.ts";

interface AskProps {
  text: string;
  onText: (text: string) => void;
  onLook: () => void;
  busy: boolean;
  error: unknown;
}

// A browser takes many seconds over thousands of pasted lines; set as a value they are there at once.
const LONG_PASTE = 5_000;

/** The field, and a file that is read into it on this machine. */
export function Ask({ text, onText, onLook, busy, error }: AskProps) {
  const t = useT();
  const file = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState<{ text: string; problem: boolean } | null>(null);

  const open = async (chosen: File | undefined) => {
    if (!chosen) return;
    const read = await readTextFile(chosen);
    if ("problem" in read)
      return setSaid({ text: t(`lookup.file.${read.problem}`, { name: chosen.name }), problem: true });
    onText(read.text);
    setSaid({ text: t("lookup.file.read", { name: chosen.name, count: read.lines }), problem: false });
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };

  return (
    <Section columns={3} title={t("lookup.field")} remark={t("lookup.field.remark")}>
      <form
        className={over ? "ask over" : "ask"}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onLook();
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text/plain");
          const field = event.target;
          if (pasted.length < LONG_PASTE || !(field instanceof HTMLTextAreaElement)) return;
          event.preventDefault();
          onText(field.value.slice(0, field.selectionStart) + pasted + field.value.slice(field.selectionEnd));
        }}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          void open(event.dataTransfer.files[0]);
        }}
      >
        <TextArea
          label={t("lookup.field.label")}
          hint={t("lookup.field.hint")}
          rows={14}
          mono
          value={text}
          onChange={onText}
        />
        {over && <p className="drop">{t("lookup.file.drop")}</p>}
        <p aria-live="polite" className={said?.problem ? "problem" : "why"}>
          {said?.text}
        </p>
        <ProblemNote error={error} />
        <div className="row-of-acts">
          <Act primary type="submit" busy={busy}>
            {t("lookup.act")}
          </Act>
          <Act onPress={() => file.current?.click()}>{t("lookup.file")}</Act>
          {text !== "" && <Act onPress={() => onText("")}>{t("lookup.clear")}</Act>}
        </div>
        <input
          ref={file}
          type="file"
          hidden
          accept="text/*,.csv,.txt,.log,.eml,.json"
          onChange={(event) => {
            void open(event.target.files?.[0]);
            // The same file, changed, can be chosen again.
            event.target.value = "";
          }}
        />
      </form>
    </Section>
  );
}
