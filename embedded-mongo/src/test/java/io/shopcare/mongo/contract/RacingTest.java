package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class RacingTest {
    private static final int THREADS = 20;

    private interface Work<T> {
        T by(int thread) throws Exception;
    }

    private static <T> List<T> together(Work<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<T>> tasks = IntStream.range(0, THREADS).<Callable<T>>mapToObj(i -> () -> work.by(i)).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }

    @Contract
    void claimsEachJobOnce(Mongo mongo) throws Exception {
        mongo.collection().createIndex(json("{state: 1, _id: 1}"));
        mongo.collection().insertMany(
                IntStream.range(0, 400).mapToObj(i -> new Document("_id", i).append("state", "new")).toList());
        ConcurrentLinkedQueue<Object> claimed = new ConcurrentLinkedQueue<>();
        together(thread -> {
            FindOneAndUpdateOptions oldest = new FindOneAndUpdateOptions().sort(json("{_id: 1}"));
            Document job;
            while ((job = mongo.collection().findOneAndUpdate(json("{state: 'new'}"), json("{$set: {state: 'taken'}}"),
                    oldest)) != null) {
                claimed.add(job.get("_id"));
            }
            return thread;
        });
        assertThat(claimed).hasSize(400).doesNotHaveDuplicates();
    }

    @Contract
    void letsOneOfManyVersionedUpdatesWin(Mongo mongo) throws Exception {
        mongo.insert("{_id: 1, version: 0, n: 0}");
        List<Integer> wins = together(thread -> {
            int won = 0;
            for (int i = 0; i < 20; i++) {
                int seen = mongo.one(1).getInteger("version");
                Document mine = new Document("_id", 1).append("version", seen);
                won += (int) mongo.collection().updateOne(mine, json("{$inc: {version: 1, n: 1}}")).getModifiedCount();
            }
            return won;
        });
        int total = wins.stream().mapToInt(Integer::intValue).sum();
        assertThat(mongo.one(1)).isEqualTo(new Document("_id", 1).append("version", total).append("n", total));
        assertThat(total).isPositive();
    }

    @Contract
    void losesNoIncrement(Mongo mongo) throws Exception {
        mongo.insert("{_id: 1, n: 0, list: []}");
        together(thread -> {
            for (int i = 0; i < 25; i++) {
                mongo.update("{_id: 1}", "{$inc: {n: 1}, $push: {list: " + thread + "}}");
            }
            return thread;
        });
        assertThat(mongo.one(1).getInteger("n")).isEqualTo(500);
        assertThat(mongo.one(1).getList("list", Integer.class)).hasSize(500);
    }

    @Contract
    void insertsOneOfManyEqualUpserts(Mongo mongo) throws Exception {
        mongo.collection().createIndex(json("{key: 1}"), new IndexOptions().unique(true));
        for (int round = 0; round < 5; round++) {
            Document key = new Document("key", "k" + round);
            together(thread -> mongo.collection().updateOne(key, json("{$inc: {n: 1}}"),
                    new UpdateOptions().upsert(true)));
        }
        assertThat(mongo.collection().countDocuments()).isEqualTo(5);
        assertThat(mongo.collection().countDocuments(json("{n: 20}"))).isEqualTo(5);
    }

    @Contract
    void insertsOneOfManyEqualIds(Mongo mongo) throws Exception {
        List<Boolean> won = together(thread -> {
            try {
                mongo.collection().insertOne(json("{_id: 'claim', by: " + thread + "}"));
                return true;
            } catch (MongoWriteException e) {
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
    }

    @Contract
    void neverShowsHalfAnUpdate(Mongo mongo) throws Exception {
        mongo.insert("{_id: 1, a: 0, b: 0}");
        mongo.collection().createIndex(json("{a: 1}"));
        List<Boolean> whole = together(thread -> {
            boolean equal = true;
            for (int i = 0; i < 30; i++) {
                if (thread < 5) {
                    mongo.update("{_id: 1}", "{$inc: {a: 1, b: 1}}");
                } else {
                    Document seen = mongo.collection().find(json("{a: {$gte: 0}}")).first();
                    equal &= seen != null && seen.get("a").equals(seen.get("b"));
                }
            }
            return equal;
        });
        assertThat(whole).containsOnly(true);
    }
}
