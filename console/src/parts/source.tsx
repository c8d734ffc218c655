import type { SourceView } from "@entente/node/api";
import { Day } from "./instant.tsx";
import { Texts } from "./texts.tsx";

/** Where a fact comes from: publisher, title, date; a link only where it is one of http. */
export function Source({ of }: { of: SourceView }) {
  const publisher = of.publishers ? <Texts of={of.publishers} quiet /> : of.publisher;
  const title = of.titles ? <Texts of={of.titles} quiet /> : of.title;
  const name = title ? (
    <>
      {publisher}, <q>{title}</q>
    </>
  ) : (
    publisher
  );
  return (
    <span className="src">
      {of.url && /^https?:\/\//.test(of.url) ? (
        <a href={of.url} rel="noreferrer noopener" target="_blank">
          {name}
        </a>
      ) : (
        name
      )}
      {of.date && (
        <>
          , <Day at={of.date} />
        </>
      )}
    </span>
  );
}
