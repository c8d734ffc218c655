import type { LedgerLine } from "@entente/node/api";
import { useArrived } from "../../api/index.ts";
import { type Key, useLanguage, useMessage, useT } from "../../languages/index.ts";
import { count, Instant, ObjectLink, useTypeName } from "../../parts/index.ts";

// Kinds that take something back: whoever reads the book must not miss them.
const ALARMING = new Set(["withdraw"]);

/** One entry: what it is about in words where this node holds the object, else what the kind says. */
export function LedgerRow({ line }: { line: LedgerLine }) {
  const t = useT();
  const language = useLanguage();
  const message = useMessage();
  const arrived = useArrived();
  const typeName = useTypeName();
  const { entry, time, kind, subject, title, objectId } = line;
  const type = objectId?.split("--")[0] ?? "";
  return (
    <tr className={objectId ? arrived(objectId) : undefined}>
      <th scope="row" className="mono no">
        {count(entry, language)}
      </th>
      <td className="mono dim time">
        <Instant at={time} />
      </td>
      <td className={ALARMING.has(kind) ? "al" : undefined}>{message(`exchange.kind.${kind}`) ?? kind}</td>
      <td className="sub">
        {objectId ? (
          <>
            <span className="faint">{typeName(type)}</span>{" "}
            <ObjectLink line={{ ...line, id: objectId, type, title: title ?? objectId }} />
          </>
        ) : (
          title ||
          message(`exchange.subject.${kind}` as Key) || (
            <span className="faint">{t("exchange.subject.unknown", { digest: subject.slice(0, 16) })}</span>
          )
        )}
      </td>
    </tr>
  );
}
