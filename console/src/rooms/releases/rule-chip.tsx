/** The number of a rule of the release rule, as release.md counts them. */
export function RuleChip({ rule }: { rule: string }) {
  return <span className="rule">{rule}</span>;
}
