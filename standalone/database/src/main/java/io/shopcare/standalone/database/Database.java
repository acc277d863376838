package io.shopcare.standalone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

/** The stock server on a file: {@code --dir DIR --port P}. Good for a few thousand documents. */
public final class Database {
    private Database() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        Path directory = Path.of(words.get(words.indexOf("--dir") + 1));
        int port = Integer.parseInt(words.get(words.indexOf("--port") + 1));
        Files.createDirectories(directory);
        var server = new MongoServer(new H2Backend(directory.resolve("stock.mv").toString()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "stop"));
        server.bind("127.0.0.1", port);
        System.out.println("database ready on port " + port);
    }
}
