/** What GitHub confirmed when a handoff was accepted, what was said since of what changed, and what was asked once. */
export const CLOCK = `
alter table handrail.handoffs add column promised jsonb not null default '[]';
alter table handrail.handoffs add column drift jsonb not null default '{"items": [], "times": 0, "saidAt": null}';
alter table handrail.repositories add column learning_asked_at timestamptz;
`;
