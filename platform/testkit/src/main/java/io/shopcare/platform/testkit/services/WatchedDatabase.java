package io.shopcare.platform.testkit.services;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

/** A database that nobody has used yet, and what it is asked, as {@code find orders}: for tests of what something costs. */
public final class WatchedDatabase implements AutoCloseable {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final MongoClient client;
    private final MongoDatabase database;

    private WatchedDatabase(ConnectionString address) {
        this.client = MongoClients.create(MongoClientSettings.builder().applyConnectionString(address)
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        var collection = event.getCommand().get(event.getCommandName());
                        asked.add(event.getCommandName() + (collection != null && collection.isString()
                                ? " " + collection.asString().getValue()
                                : ""));
                    }
                }).build());
        this.database = client.getDatabase(String.valueOf(address.getDatabase()));
    }

    /** One on the tests' server. */
    public static WatchedDatabase fresh() {
        return new WatchedDatabase(new ConnectionString(TestDatabase.freshUri()));
    }

    public MongoDatabase database() {
        return database;
    }

    /** Commands since the last {@link #forget()}, in the order in which they were sent. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** What was asked until now does not count. */
    public void forget() {
        asked.clear();
    }

    @Override
    public void close() {
        client.close();
    }
}
