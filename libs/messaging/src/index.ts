export { ServiceMessaging, type TransportSettings } from './service-messaging.js';
export { type KafkaSettings } from './transport-kafka/kafka-transport.js';
export { type AfterCommit, type MessageHandler } from './consumer/handler.js';
export { type Message } from './message.js';
export { MessageTooLarge, publish, readyToPublish } from './outbox/publish.js';
export { rewind, RewindRefused } from './rewind.js';
export { busSchema, messagingMigrations } from './schema/schemas.js';
