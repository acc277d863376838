package io.shopcare.mongo.bench;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/** What is measured: one operation, by so many threads. */
enum Load {

    READ_BY_ID("read by _id", 1, 5000) {
        @Override
        void once(Store store, Random random) {
            require(store.orders().find(Filters.eq("_id", Orders.id(random.nextInt(store.size())))).first() != null);
        }
    },
    PAGE("equality + range + sort, limit 20", 1, 3000) {
        @Override
        void once(Store store, Random random) {
            Date before = new Date(Orders.FIRST_DAY + (2000 + random.nextInt(store.size() - 2000)) * 1000L);
            List<Document> page = store.orders()
                    .find(Filters.and(Filters.eq("shop", "shop-" + random.nextInt(Orders.SHOPS)),
                            Filters.lt("createdAt", before)))
                    .sort(new Document("createdAt", -1)).limit(20).into(new ArrayList<>());
            require(page.size() == 20);
        }
    },
    UPDATE("{_id, version} update, durable", 8, 2000) {
        @Override
        void once(Store store, Random random) {
            int number = random.nextInt(store.size());
            long version = store.takeVersion(number);
            require(store.orders()
                    .updateOne(Filters.and(Filters.eq("_id", Orders.id(number)), Filters.eq("version", version)),
                            Updates.combine(Updates.inc("version", 1L), Updates.set("state", "HELD")))
                    .getModifiedCount() == 1);
            store.giveVersion(number, version + 1);
        }
    },
    INSERT("insert, durable", 8, 4000) {
        private final AtomicInteger next = new AtomicInteger();

        @Override
        void once(Store store, Random random) {
            int number = next.incrementAndGet();
            store.orders().insertOne(Orders.order("order-new-" + number, number));
        }
    };

    final String title;
    final int threads;
    final int atLeast;

    Load(String title, int threads, int atLeast) {
        this.title = title;
        this.threads = threads;
        this.atLeast = atLeast;
    }

    abstract void once(Store store, Random random);

    /** Operations per second over some seconds. */
    double run(Store store, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long begun = System.nanoTime();
        long done = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Random random = new Random(System.nanoTime() + i);
                workers.add(executor.submit(() -> {
                    long count = 0;
                    while (System.nanoTime() < end) {
                        once(store, random);
                        count++;
                    }
                    return count;
                }));
            }
            for (Future<Long> worker : workers) {
                done += worker.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return done * 1e9 / (System.nanoTime() - begun);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("a measured operation gave a wrong answer");
        }
    }
}
