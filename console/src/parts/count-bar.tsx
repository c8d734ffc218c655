import { useLanguage } from "../languages/index.ts";
import { count } from "./times.ts";

interface Part {
  key: string;
  label: string;
  count: number;
}

interface CountBarProps {
  label: string;
  whole: Part;
  /** Each with how it is drawn: solid, hatched, yellow, grey, lined, empty. */
  parts: (Part & { pattern: "go" | "wait" | "stay" | "none" | "safe" | "blank" })[];
  /** The key of the part that is shown, `whole.key` for all. */
  chosen: string;
  onChoose: (key: string) => void;
}

/** Parts of a whole, each also a filter; drawn so that they read without hue. */
export function CountBar({ label, whole, parts, chosen, onChoose }: CountBarProps) {
  const language = useLanguage();
  return (
    <div>
      <nav className="count" aria-label={label}>
        {[{ ...whole, pattern: undefined }, ...parts].map((part) => (
          <button
            type="button"
            key={part.key}
            className={part.pattern && `pt-${part.pattern}`}
            aria-current={part.key === chosen || undefined}
            onClick={() => onChoose(part.key)}
          >
            <b>{count(part.count, language)}</b>
            {part.label}
          </button>
        ))}
      </nav>
      <div className="bar" role="img" aria-label={parts.map((part) => `${part.label} ${part.count}`).join(", ")}>
        {parts
          .filter((part) => part.count > 0)
          .map((part) => (
            <i key={part.key} className={`pt-${part.pattern}`} style={{ flexGrow: part.count }} />
          ))}
      </div>
    </div>
  );
}
