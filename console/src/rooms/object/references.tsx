import type { ObjectPage } from "@entente/node/api";
import { useState } from "react";
import { useArrived } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, LongTable, ObjectLink, Section, Standing, Tlp, useTypeName } from "../../parts/index.ts";
import { usePropertyName } from "./property-name.ts";

interface ReferencesProps {
  title: string;
  none: string;
  lines: ObjectPage["referencesTo"];
  /** How many there are; the node lists only the first of very many. */
  total?: number | undefined;
}

const AT_FIRST = 12;

/** Objects on the other end of a reference, and the property that makes it. */
export function References({ title, none, lines, total = lines.length }: ReferencesProps) {
  const t = useT();
  const typeName = useTypeName();
  const propertyName = usePropertyName();
  const arrived = useArrived();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, AT_FIRST);
  return (
    <Section title={title} remark={t("object.references.remark", { count: total })}>
      {lines.length === 0 ? (
        <p className="empty">{none}</p>
      ) : (
        <LongTable
          className="dense"
          items={shown}
          keyOf={({ id, path }) => `${id} ${path}`}
          label={title}
          columns={[
            { key: "object", head: t("object.col.object") },
            { key: "type", head: t("object.col.type") },
            { key: "path", head: t("object.col.path") },
            { key: "label", head: t("object.col.label") },
            { key: "standing", head: t("object.col.standing") },
          ]}
        >
          {(line, place) => (
            <tr key={`${line.id} ${line.path}`} {...place} className={arrived(line.id)}>
              <th scope="row" className="plain ref-title">
                <ObjectLink line={line} />
              </th>
              <td>{typeName(line.type)}</td>
              <td className="dim">{propertyName(propertyOf(line.path))}</td>
              <td>
                <Tlp level={line.label} />
              </td>
              <td>
                <Standing of={line.standing} />
              </td>
            </tr>
          )}
        </LongTable>
      )}
      {total > lines.length && (
        <p className="foot">{t("object.references.listed", { shown: lines.length, count: total })}</p>
      )}
      {lines.length > AT_FIRST && (
        <p className="foot">
          <Act small onPress={() => setAll(!all)}>
            {all ? t("object.details.less") : t("object.details.more", { count: lines.length })}
          </Act>
        </p>
      )}
    </Section>
  );
}

/** `$.object_refs[3]` is a place in `object_refs`; the last name of a path says what the reference is for. */
const propertyOf = (path: string): string => path.match(/[A-Za-z_][A-Za-z0-9_-]*(?=[^A-Za-z_]*$)/)?.[0] ?? path;
