import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** Numbers for Prometheus. Never a person, a repository or a path in a label. */
export interface Metrics {
  readonly registry: Registry;
  readonly deliveries: Counter<"event" | "outcome">;
  readonly jobs: Counter<"task" | "outcome">;
  readonly jobSeconds: Histogram<"task">;
  readonly verdicts: Counter<"kind">;
  readonly handoffs: Counter<"outcome">;
  readonly waiting: Gauge;
}

export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    deliveries: new Counter({
      name: "handrail_deliveries_total",
      help: "Webhook deliveries, by event and what became of them.",
      labelNames: ["event", "outcome"],
      registers,
    }),
    jobs: new Counter({
      name: "handrail_jobs_total",
      help: "Jobs that were run, by task and outcome.",
      labelNames: ["task", "outcome"],
      registers,
    }),
    jobSeconds: new Histogram({
      name: "handrail_job_seconds",
      help: "How long a job took.",
      labelNames: ["task"],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    }),
    verdicts: new Counter({
      name: "handrail_verdicts_total",
      help: "Verdicts that were reached, by kind.",
      labelNames: ["kind"],
      registers,
    }),
    handoffs: new Counter({
      name: "handrail_handoffs_total",
      help: "Handoffs, by what happened to them.",
      labelNames: ["outcome"],
      registers,
    }),
    waiting: new Gauge({ name: "handrail_jobs_waiting", help: "Jobs that wait or run.", registers }),
  };
}
