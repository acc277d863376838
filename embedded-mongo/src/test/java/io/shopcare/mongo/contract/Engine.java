package io.shopcare.mongo.contract;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.UuidRepresentation;

/** A server that the suite runs on. */
record Engine(String name, boolean embedded, MongoClient client) {

    static MongoClient connect(String address) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(address))
                .uuidRepresentation(UuidRepresentation.STANDARD).build());
    }
}
