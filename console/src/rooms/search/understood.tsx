import { useMessage, useT } from "../../languages/index.ts";
import { Observable } from "../../parts/index.ts";

/** What a value was understood as: the form in which it was looked for, defanged here. */
export function Understood({ as: { type, value } }: { as: { type: string; value: string } }) {
  const t = useT();
  const message = useMessage();
  return (
    <span>
      {t("search.understood", { type: message(`lookup.type.${type}`) ?? type })} <Observable value={value} />
    </span>
  );
}
