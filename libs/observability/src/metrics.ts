import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The figures of one service. One registry each, because several services may share a process. */
export class Metrics {
  readonly registry = new Registry();
  readonly messagesHandled = new Counter({ name: 'lettrage_consumer_messages_processed_total', help: 'Messages whose effect is stored', labelNames: ['consumer', 'event'], registers: [this.registry] });
  readonly messagesRepeated = new Counter({ name: 'lettrage_inbox_duplicates_total', help: 'Messages that had been handled before', labelNames: ['consumer'], registers: [this.registry] });
  readonly messagesParked = new Counter({ name: 'lettrage_messages_parked_total', help: 'Messages set aside after their attempts', labelNames: ['consumer', 'reason'], registers: [this.registry] });
  readonly consumerTimeLag = new Gauge({ name: 'lettrage_consumer_time_lag_seconds', help: 'Age of the last handled message when it was handled', labelNames: ['consumer'], registers: [this.registry] });
  readonly outboxRelayed = new Counter({ name: 'lettrage_outbox_relayed_total', help: 'Messages moved from the outbox to the transport', registers: [this.registry] });
  readonly outboxAge = new Gauge({ name: 'lettrage_outbox_oldest_seconds', help: 'Age of the oldest message not yet moved', registers: [this.registry] });
  readonly httpSeconds = new Histogram({ name: 'lettrage_http_request_duration_seconds', help: 'Time to answer', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5], registers: [this.registry] });

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
  }
}
