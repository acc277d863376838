package io.shopcare.mongo.contract;

import java.util.Optional;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MongoDBContainer;

/**
 * The real MongoDB: at the address in {@code contract.mongodb.uri}, or the image in a container. When neither can be had,
 * one line says that this half of the suite did not run, and why.
 */
final class RealMongo {
    private static final String IMAGE = "mongo:8.0";

    private RealMongo() {}

    static Optional<Engine> find() {
        String address = System.getProperty("contract.mongodb.uri");
        if (address != null) {
            return Optional.of(engine(address));
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return missing("no Docker engine answers");
        }
        try {
            MongoDBContainer container = new MongoDBContainer(IMAGE);
            container.start();
            return Optional.of(engine(container.getReplicaSetUrl()));
        } catch (RuntimeException e) {
            return missing("a Docker engine answers, but " + IMAGE + " cannot be started: " + e.getMessage());
        }
    }

    private static Engine engine(String address) {
        System.out.println("Contract suite: the real MongoDB at " + address + " runs it too.");
        return new Engine("MongoDB", false, Engine.connect(address));
    }

    private static Optional<Engine> missing(String why) {
        System.out.println("Contract suite: ran on this server only, NOT on a real MongoDB: " + why + ".");
        return Optional.empty();
    }
}
