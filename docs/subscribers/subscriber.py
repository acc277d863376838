#!/usr/bin/python3
"""Follows the orders of all shops and counts what happened to them. With --once: up to the end of the topic."""
import json, os, sys
from confluent_kafka import Consumer

consumer = Consumer({
    "bootstrap.servers": os.environ.get("SHOPCARE_BROKER", "localhost:9092"),
    "group.id": os.environ.get("SHOPCARE_GROUP", "a-subscriber-in-python"),
    "auto.offset.reset": "earliest",   # topics are kept: a new subscriber hears all of the past
    "enable.auto.commit": False,       # done is what you have stored, not what you have read
    "enable.partition.eof": True})
consumer.subscribe(["shopcare.order.orders"])
last, counts, ended = {}, {}, set()    # keep the first two in your database, in one transaction

while True:
    record = consumer.poll(1.0)
    if record is None:
        continue
    if record.error():                 # the end of a partition, for now
        ended.add(record.partition())
        if "--once" in sys.argv and len(ended) == len(consumer.assignment()):
            break
        continue
    headers = {name: value.decode() for name, value in record.headers() or []}
    order, sequence = record.key().decode(), int(headers.get("ce_sequence", 0))
    if sequence <= last.get(order, 0):
        continue                       # may come again; what is not newer was heard
    event = json.loads(record.value()) # fields you do not know: leave them be
    last[order] = sequence
    kind = headers["ce_type"]          # types you do not know: pass over them
    counts[kind] = counts.get(kind, 0) + 1
    if kind == "order.placed.v1" and "--once" not in sys.argv:
        print(event["orderId"], event["total"]["amount"], event["total"]["currency"])
    consumer.commit(record, asynchronous=False)
print(json.dumps(counts, sort_keys=True, separators=(",", ":")))
