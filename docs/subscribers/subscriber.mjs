// Follows the orders of all shops and counts what happened to them. With --once: up to the end of the topic.
import kafkajs from 'kafkajs';

const topic = 'shopcare.order.orders', once = process.argv.includes('--once');
const kafka = new kafkajs.Kafka({ brokers: [process.env.SHOPCARE_BROKER ?? 'localhost:9092'], logLevel: kafkajs.logLevel.ERROR });
const consumer = kafka.consumer({ groupId: process.env.SHOPCARE_GROUP ?? 'a-subscriber-in-node' });
const last = new Map(), counts = {};       // keep both in your database, in one transaction

const admin = kafka.admin();
await admin.connect();
const waiting = new Set((await admin.fetchTopicOffsets(topic)).filter(p => p.high !== p.low).map(p => p.partition));

await consumer.subscribe({ topic, fromBeginning: true }); // topics are kept: a new subscriber hears all of the past
await consumer.run({ eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
  for (const record of batch.messages) {
    const order = record.key.toString(), sequence = Number(record.headers.ce_sequence ?? 0);
    if (sequence > (last.get(order) ?? 0)) { // may come again; what is not newer was heard
      const event = JSON.parse(record.value); // fields you do not know: leave them be
      last.set(order, sequence);
      const type = record.headers.ce_type.toString(); // types you do not know: pass over them
      counts[type] = (counts[type] ?? 0) + 1;
      if (type === 'order.placed.v1' && !once)
        console.log(event.orderId, event.total.amount, event.total.currency);
    }
    resolveOffset(record.offset);
  }
  await heartbeat();
  if (BigInt(batch.lastOffset()) + 1n >= BigInt(batch.highWatermark)) waiting.delete(batch.partition);
  if (once && waiting.size === 0) {
    console.log(JSON.stringify(Object.fromEntries(Object.entries(counts).sort())));
    process.exit(0);
  }
} });
