export const TABLES = `
create table handrail.settings (
  name text primary key,
  value text not null
);

create table handrail.events (
  guid text primary key,
  name text not null,
  action text,
  job_key text,
  state text not null check (state in ('received', 'working', 'done')),
  received_at timestamptz not null default now(),
  done_at timestamptz
);
create index events_open on handrail.events (job_key) where state <> 'done';

create table handrail.repositories (
  repository_id bigint primary key,
  node_id text not null unique,
  installation_id bigint not null,
  owner text not null,
  name text not null,
  default_branch text not null,
  private boolean not null,
  fork boolean not null,
  archived boolean not null,
  topics jsonb not null default '[]',
  properties jsonb not null default '{}',
  manifest jsonb,
  manifest_path text,
  not_experiment_by text,
  asked_on_pull int,
  seen_at timestamptz not null default now(),
  removed_at timestamptz
);
create index repositories_by_name on handrail.repositories (owner, name);

create table handrail.pulls (
  repository_id bigint not null,
  number int not null,
  head_sha text not null,
  base_sha text not null,
  base_ref text not null,
  draft boolean not null,
  open boolean not null,
  labels jsonb not null default '[]',
  comment_id bigint,
  changed_at timestamptz not null,
  primary key (repository_id, number)
);

create table handrail.check_runs (
  repository_id bigint not null,
  head_sha text not null,
  check_run_id bigint not null,
  digest text not null,
  tree text,
  base_sha text not null,
  verdict jsonb not null,
  posted_at timestamptz not null default now(),
  primary key (repository_id, head_sha)
);
create index check_runs_by_tree on handrail.check_runs (repository_id, tree);

create table handrail.verdicts (
  content_key text primary key,
  verdict jsonb not null,
  made_at timestamptz not null default now()
);

create table handrail.policies (
  owner text primary key,
  text text not null,
  read_at timestamptz not null default now()
);

create table handrail.handoffs (
  repository_node_id text not null,
  manifest_path text not null,
  repository_id bigint not null,
  state text not null check (state in ('intended', 'open', 'accepted', 'not-now', 'withdrawn')),
  intake text,
  issue_number int,
  accept_pull int,
  causes jsonb not null default '[]',
  facts_digest text,
  waits_on text not null default 'dev' check (waits_on in ('dev', 'team')),
  waits_since timestamptz not null default now(),
  reminders int not null default 0,
  opened_at timestamptz not null default now(),
  primary key (repository_node_id, manifest_path)
);
create index handoffs_by_issue on handrail.handoffs (intake, issue_number);

create table handrail.false_alarms (
  repository_id bigint not null,
  fingerprint text not null,
  reason text not null,
  marked_by text not null,
  marked_at timestamptz not null default now(),
  primary key (repository_id, fingerprint)
);

create table handrail.approved_waivers (
  repository_id bigint not null,
  waiver_key text not null,
  approved_by text not null,
  approved_at timestamptz not null default now(),
  primary key (repository_id, waiver_key)
);

create table handrail.dev_requests (
  repository_id bigint primary key,
  intake text not null,
  issue_number int not null,
  opened_at timestamptz not null default now()
);

create table handrail.audit (
  entry bigint generated always as identity primary key,
  at timestamptz not null,
  repository_id bigint,
  actor text,
  action text not null,
  detail jsonb not null,
  previous text not null,
  hash text not null
);
`;
