import type { JointTextPage } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { ScrollBox, Section } from "../../parts/index.ts";

/** The plain list of what is signed, the same at both nodes. */
export function Manifest({ manifest }: { manifest: JointTextPage["manifest"] }) {
  const t = useT();
  return (
    <Section columns={6} title={t("texts.manifest.title")} remark={manifest ? t("texts.manifest.remark") : undefined}>
      {manifest ? <ManifestText manifest={manifest} /> : <p className="empty">{t("texts.manifest.none")}</p>}
    </Section>
  );
}

export function ManifestText({ manifest }: { manifest: NonNullable<JointTextPage["manifest"]> }) {
  const t = useT();
  return (
    <>
      <ScrollBox className="bytes" label={t("texts.manifest.title")}>
        <pre>{manifest.text}</pre>
      </ScrollBox>
      <p className="foot digest">
        {t("texts.manifest.sha256")} <code>{manifest.sha256}</code>
      </p>
    </>
  );
}
