import type { ObjectLine } from "@entente/node/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useT } from "../../languages/index.ts";
import { Act, Instant, ObjectLink, Standing, Table, Tlp, useObjectTitle, useTypeName } from "../../parts/index.ts";
import { useRecipients } from "./recipient.ts";

/** Objects to choose from, the party, and the dry run; nothing is sent from here. */
export function ReadyList({ ready }: { ready: ObjectLine[] }) {
  const t = useT();
  const typeName = useTypeName();
  const objectTitle = useObjectTitle();
  const navigate = useNavigate();
  const recipients = useRecipients();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState(recipients[0]?.value ?? "");
  // What has been released meanwhile leaves the list, and with it the selection.
  const ids = ready.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const toggle = (id: string) =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ids.length > 0) void navigate({ to: "/releases", search: { to, ids: ids.join(",") } as never });
      }}
    >
      <Table
        label={t("releases.ready.caption")}
        className="ready"
        columns={[
          {
            key: "choose",
            head: (
              <input
                type="checkbox"
                aria-label={t("releases.select.all")}
                checked={ids.length === ready.length}
                onChange={() => setChosen(new Set(ids.length === ready.length ? [] : ready.map(({ id }) => id)))}
              />
            ),
          },
          { key: "object", head: t("releases.col.object") },
          { key: "type", head: t("releases.col.type") },
          { key: "label", head: t("releases.col.label") },
          { key: "standing", head: t("releases.col.standing") },
          { key: "modified", head: t("releases.col.modified") },
        ]}
      >
        {ready.map((line) => (
          <tr key={line.id} aria-selected={chosen.has(line.id)}>
            <td>
              <input
                type="checkbox"
                aria-label={t("releases.select", { title: objectTitle(line) })}
                checked={chosen.has(line.id)}
                onChange={() => toggle(line.id)}
              />
            </td>
            <th scope="row">
              <ObjectLink line={line} />
            </th>
            <td>{typeName(line.type)}</td>
            <td>
              <Tlp level={line.label} />
            </td>
            <td>
              <Standing of={line.standing} />
            </td>
            <td>{line.modified && <Instant at={line.modified} />}</td>
          </tr>
        ))}
      </Table>
      <div className="choose">
        <p aria-live="polite">
          <b>{t("releases.selected", { count: ids.length })}</b>
        </p>
        <fieldset>
          <legend>{t("releases.party")}</legend>
          {recipients.map(({ value, label }) => (
            <label key={value} className="opt">
              <input type="radio" name="to" value={value} checked={to === value} onChange={() => setTo(value)} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <div>
          <Act
            primary
            type="submit"
            possible={ids.length > 0 ? { can: true } : { can: false, why: "releases.try.none" }}
          >
            {t("releases.try")}
          </Act>
          <p className="why">{t("releases.try.hint")}</p>
        </div>
      </div>
    </form>
  );
}
