import type { Texts } from "@entente/node/api";
import { useT } from "../languages/index.ts";
import { NAME_OF_LANGUAGE } from "./texts.tsx";

/** A joint text in several languages side by side on one line grid; below 600 px one under the other with its language. */
export function LanguagePair({ texts, order }: { texts: Texts; order: string[] }) {
  const t = useT();
  return (
    <div className="languages">
      {order.map((tag) => {
        const named = NAME_OF_LANGUAGE[tag.slice(0, 2)];
        return (
          <div key={tag} className="version">
            <p className="of">{named ? t(named) : tag}</p>
            <p className="joint-text" lang={tag}>
              {texts[tag] ?? "–"}
            </p>
          </div>
        );
      })}
    </div>
  );
}
