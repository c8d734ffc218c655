import type { ObjectLine } from "@entente/node/api";
import { ObjectLink, Tlp, useTypeName } from "../../parts/index.ts";
import { tlpOfMarking } from "./tlp-markings.ts";

/** An id by what it names: a marking as its label, a held object by type and title, else the id itself. */
export function Reference({ id, references }: { id: string; references: ObjectLine[] }) {
  const typeName = useTypeName();
  const level = tlpOfMarking(id);
  if (level) return <Tlp level={level} />;
  const line = references.find((one) => one.id === id);
  if (!line) return <code className="long">{id}</code>;
  return (
    <>
      <span className="dim">{typeName(line.type)}</span> <ObjectLink line={line} />
    </>
  );
}
