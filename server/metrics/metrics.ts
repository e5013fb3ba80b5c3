/**
 * server/metrics: numbers about the store for whoever runs it, in the format of Prometheus.
 *
 * In: what happened. Out: `GET /metrics`. Labels are of a few known values only (route patterns, classes of statuses),
 * never anything that came with a request: so nothing in it is about a person, and there is no end of series.
 * This file: what is counted.
 */
import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  prometheusContentType,
  Registry,
} from 'prom-client';

export interface Served {
  method: string;
  /** As the route declares it, `/api/leads/:leadId`. */
  route: string;
  status: number;
  ms: number;
}

export interface Metrics {
  served: (request: Served) => void;
  /** What senders brought, whatever the door. */
  kept: (news: { accepted: number; duplicates: number }) => void;
  refused: (count: number) => void;
  /** A turn of background work that this process had. */
  worked: (ms: number) => void;
  workFailed: () => void;
  backedUp: (heldMs: number) => void;
  /** To be asked for when somebody looks, not before. */
  gauge: (name: string, help: string, read: () => number | Promise<number>) => void;
  text: () => Promise<string>;
  contentType: string;
}

/** Seconds: from a lead card out of a warm cache to a long poll. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];

/** @param withProcess also of the process itself: memory, processor time, event loop, garbage collection */
export function createMetrics({ withProcess = false } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry, prefix: 'truce_' });
  const requests = new Histogram({
    name: 'truce_http_request_seconds',
    help: 'How long requests took until their answer began, by route and class of status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers,
  });
  const ingested = new Counter({
    name: 'truce_ingest_messages_total',
    help: 'Messages of senders: accepted, duplicate (there before) or refused.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const turns = new Counter({
    name: 'truce_work_turns_total',
    help: 'Turns of background work that this process had.',
    registers,
  });
  const failures = new Counter({
    name: 'truce_work_failures_total',
    help: 'Steps of background work that failed in this process; each is tried again.',
    registers,
  });
  const lastTurn = new Gauge({
    name: 'truce_work_last_turn_timestamp_seconds',
    help: 'When this process last finished a turn of background work.',
    registers,
  });
  const turnSeconds = new Gauge({
    name: 'truce_work_last_turn_seconds',
    help: 'How long that turn took.',
    registers,
  });
  const backup = new Gauge({
    name: 'truce_backup_last_timestamp_seconds',
    help: 'When this process last finished a backup.',
    registers,
  });
  const held = new Gauge({
    name: 'truce_backup_last_held_seconds',
    help: 'How long statements waited for that backup.',
    registers,
  });
  for (const outcome of ['accepted', 'duplicate', 'refused']) ingested.inc({ outcome }, 0);
  return {
    served: ({ method, route, status, ms }) => {
      const of = { method, route, status: `${Math.floor(status / 100)}xx` };
      requests.observe(of, ms / 1000);
    },
    kept: ({ accepted, duplicates }) => {
      ingested.inc({ outcome: 'accepted' }, accepted);
      ingested.inc({ outcome: 'duplicate' }, duplicates);
    },
    refused: (count) => ingested.inc({ outcome: 'refused' }, count),
    worked: (ms) => {
      turns.inc();
      lastTurn.setToCurrentTime();
      turnSeconds.set(ms / 1000);
    },
    workFailed: () => failures.inc(),
    backedUp: (heldMs) => {
      backup.setToCurrentTime();
      held.set(heldMs / 1000);
    },
    gauge: (name, help, read) => {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await read());
        },
      });
      return void gauge;
    },
    text: () => registry.metrics(),
    contentType: prometheusContentType,
  };
}
