import { client } from "../api/index.ts";
import { LANGUAGES, speak, useLanguage, useT } from "../languages/index.ts";

/** The language is a switch, on every page; what the node itself says is asked again in the new one. */
export function Languages() {
  const t = useT();
  const language = useLanguage();
  return (
    <nav className="langs" aria-label={t("shell.language")}>
      {LANGUAGES.map((one) => (
        <button
          type="button"
          key={one.language}
          lang={one.language}
          title={one.name}
          aria-current={one.language === language || undefined}
          onClick={() => void speak(one.language).then(() => client.invalidateQueries())}
        >
          {one.short}
        </button>
      ))}
    </nav>
  );
}
